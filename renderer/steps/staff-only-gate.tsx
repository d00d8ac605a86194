import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** Before names are shown at the desk. Somebody may be reading along: the words are neutral. */
export function StaffOnlyGate({
  error,
  isSkipped = false,
  onConfirm,
  onLeave,
}: {
  readonly error: Explicable | undefined;
  /** Whether what comes after is left out, rather than left. */
  readonly isSkipped?: boolean;
  readonly onConfirm: () => void;
  readonly onLeave: () => void;
}) {
  const { t } = useLingui();
  return (
    <Page
      heading={t`Can only staff see this screen?`}
      actions={
        <>
          <Button secondary type="button" data-digit="2" onClick={onLeave}>
            {isSkipped ? <Trans>Skip this</Trans> : <Trans>Not now</Trans>}
          </Button>
          <Button type="button" className="page__actions-end" data-digit="1" onClick={onConfirm}>
            <Trans>Yes, only staff</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          The next screen shows names. Nobody who is visiting may be in the room, not even the
          person themselves.
        </Trans>
      </p>
    </Page>
  );
}
