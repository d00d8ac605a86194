import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import { SavingOutput } from './saving-line.tsx';

/** What stands around every screen: the name, the way to lock, and the status line. */
export function DeskFrame({
  children,
  onCover,
  onLock,
  signedInAs,
  isPracticeCopy,
  showsSaving,
  closing,
  version,
}: {
  readonly children: ReactNode;
  readonly onCover: () => void;
  readonly onLock: (() => void) | undefined;
  readonly signedInAs: string | undefined;
  readonly isPracticeCopy: boolean;
  readonly showsSaving: boolean;
  /** The last seconds before the screen closes; empty otherwise. */
  readonly closing: string;
  readonly version: string;
}) {
  return (
    <div className="desk">
      <header className="desk__bar">
        <span className="desk__name">
          <CoverButton onCover={onCover} />
          Quietroom
        </span>
        {onLock && (
          <Button secondary small type="button" onClick={onLock}>
            <Trans>Lock</Trans>
          </Button>
        )}
      </header>
      <main className="desk__main">{children}</main>
      <footer className="desk__status">
        <span>{isPracticeCopy && <PracticeMark />}</span>
        <SavingOutput isShown={showsSaving} />
        {closing !== '' && <span className="desk__closing">{closing}</span>}
        <span>{signedInAs ?? version}</span>
      </footer>
    </div>
  );
}

function PracticeMark() {
  return (
    <strong className="desk__practice">
      <Trans>Practice copy: not for real people</Trans>
    </strong>
  );
}

/** Looks like a mark beside the name. What it does is what it says: it opens a page about health. */
function CoverButton({ onCover }: { readonly onCover: () => void }) {
  const { t } = useLingui();
  return (
    <button
      type="button"
      className="desk__mark"
      aria-label={t`Health information`}
      onClick={onCover}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3 2h10v12H3z M5.5 5.5h5 M5.5 8h5 M5.5 10.5h3" />
      </svg>
    </button>
  );
}
