import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { Explicable } from '../text/explain.ts';
import { Page } from './page.tsx';
import { Problem } from './problem.tsx';

/** A page with something to fill in: looked at, and kept as it is or anew. */
export function KeepPage({
  heading,
  keep,
  canKeep = true,
  error,
  onBack,
  onKeep,
  children,
}: {
  readonly heading: string;
  /** What the button that keeps it says. */
  readonly keep: string;
  /** Whether there is enough to keep. */
  readonly canKeep?: boolean;
  readonly error: Explicable | undefined;
  readonly onBack: () => void;
  readonly onKeep: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Page
      heading={heading}
      actions={
        <>
          <Button secondary type="button" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" disabled={!canKeep} onClick={onKeep}>
            {keep}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      {children}
    </Page>
  );
}
