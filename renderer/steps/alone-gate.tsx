import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** Before anything about the person is shown. The companion may be reading along: the words are neutral. */
export function AloneGate({
  error,
  isPaused,
  onConfirm,
  onNotYet,
  onPrepare,
}: {
  readonly error: Explicable | undefined;
  /** Whether somebody made a break. */
  readonly isPaused: boolean;
  readonly onConfirm: () => void;
  readonly onNotYet: () => void;
  /** To what is known, before the person is called in; undefined where there is nothing to prepare. */
  readonly onPrepare?: () => void;
}) {
  const { t } = useLingui();
  return (
    <Page
      heading={t`Is it just the two of you?`}
      actions={
        <>
          {onPrepare !== undefined && (
            <Button secondary type="button" data-digit="3" onClick={onPrepare}>
              <Trans>Prepare first</Trans>
            </Button>
          )}
          <Button secondary type="button" data-digit="2" onClick={onNotYet}>
            <Trans>Not yet</Trans>
          </Button>
          <Button type="button" className="page__actions-end" data-digit="1" onClick={onConfirm}>
            <Trans>Yes, just us</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      {isPaused && (
        <p>
          <Trans>Paused. Everything is kept.</Trans>
        </p>
      )}
      <p>
        <Trans>
          Nobody else can see this screen or hear you. An interpreter may be here, if you chose
          them.
        </Trans>
      </p>
    </Page>
  );
}
