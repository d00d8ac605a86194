import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';

/** What stands around every screen: the name, the way to lock, and the status line. */
export function DeskFrame({
  children,
  onLock,
  signedInAs,
  isPracticeCopy,
  saving,
  version,
}: {
  readonly children: ReactNode;
  readonly onLock: (() => void) | undefined;
  readonly signedInAs: string | undefined;
  readonly isPracticeCopy: boolean;
  readonly saving: string;
  readonly version: string;
}) {
  return (
    <div className="desk">
      <header className="desk__bar">
        <span className="desk__name">Quietroom</span>
        {onLock && (
          <Button secondary small type="button" onClick={onLock}>
            <Trans>Lock</Trans>
          </Button>
        )}
      </header>
      <main className="desk__main">{children}</main>
      <footer className="desk__status">
        <span>{isPracticeCopy && <PracticeMark />}</span>
        <output>{saving}</output>
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
