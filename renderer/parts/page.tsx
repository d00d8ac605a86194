import type { ReactNode } from 'react';
import { takeFocus } from './take-focus.ts';

/**
 * One question or one decision. The heading takes the focus when the screen comes up, so
 * that a reader of the screen hears it and the keyboard starts there.
 */
export function Page({
  heading,
  children,
  actions,
}: {
  readonly heading: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <>
      <div className="page">
        <div className="page__column">
          <h1 key={heading} className="nhsuk-heading-l" tabIndex={-1} ref={takeFocus}>
            {heading}
          </h1>
          {children}
        </div>
      </div>
      <div className="page__actions">{actions}</div>
    </>
  );
}
