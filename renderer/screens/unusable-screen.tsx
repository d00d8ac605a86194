import { Trans } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import type { StoreProblem } from '#core/ipc/app-channels.ts';
import { Page } from '../parts/page.tsx';
import { explain } from '../text/explain.ts';

/** What a copy can mend. A folder that may not be written to, or a newer program's, it cannot. */
const mendedByCopy: ReadonlySet<StoreProblem['kind']> = new Set([
  'KeyFileMissing',
  'KeyFileDamaged',
  'StoreMissing',
]);

/**
 * The store cannot be used. The way back to a copy is the one thing to press here: there is no
 * way to a new, empty store, and none to delete anything.
 */
export function UnusableScreen({
  problem,
  onGoBack,
}: {
  readonly problem: StoreProblem;
  readonly onGoBack: () => void;
}) {
  const { title, next } = explain(problem);
  return (
    <Page
      heading={title}
      actions={
        mendedByCopy.has(problem.kind) && (
          <Button type="button" className="page__actions-end" onClick={onGoBack}>
            <Trans>Go back to a copy</Trans>
          </Button>
        )
      }
    >
      <p>{next}</p>
    </Page>
  );
}
