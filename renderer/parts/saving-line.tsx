import { createContext, type ReactNode, use, useEffect, useState } from 'react';

/** What the status line says about saving. */
const SavingText = createContext('');
const ReportSaving = createContext<(text: string) => void>(() => {});

/**
 * Keeps what is said about saving beside the screens and not above them: a save is reported twice
 * for every key press, and nothing but its line is drawn anew.
 */
export function SavingLine({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('');
  return (
    <ReportSaving value={setText}>
      <SavingText value={text}>{children}</SavingText>
    </ReportSaving>
  );
}

export function SavingOutput({ isShown }: { readonly isShown: boolean }) {
  const text = use(SavingText);
  return <output>{isShown ? text : ''}</output>;
}

/** How a screen says what became of a save. What an earlier screen said goes when it comes up. */
export function useReportSaving(): (text: string) => void {
  const report = use(ReportSaving);
  useEffect(() => report(''), [report]);
  return report;
}
