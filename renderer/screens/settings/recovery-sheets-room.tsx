import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { readRecovery } from '#core/ipc/recovery-channels.ts';
import { useAnswer } from '../../hooks/use-answer.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { sayMoment } from '../../text/moment-words.ts';
import type { RoomProps } from './rooms.ts';

/** How the recovery sheets stand, and new ones before they are due: a sheet is lost, or was seen. */
export function RecoverySheetsRoom({ onSheets, onDone }: RoomProps) {
  const { t } = useLingui();
  const { answer, value: state } = useAnswer(readRecovery);
  return (
    <Page
      heading={t`Recovery sheets`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="button" className="page__actions-end" onClick={onSheets}>
            <Trans>Make new sheets</Trans>
          </Button>
        </>
      }
    >
      <Problem error={answer?.ok === false ? answer.error : undefined} />
      {state?.provenAt != null && (
        <p>
          {state.proven === 'used' ? (
            <Trans>
              The sheets of {sayMoment(state.provenAt)} work, and somebody has used them. Make new
              ones.
            </Trans>
          ) : (
            <Trans>The sheets of {sayMoment(state.provenAt)} work. Nobody has used them.</Trans>
          )}
        </p>
      )}
      {state !== undefined && state.madeAt !== null && (
        <p>
          <Trans>
            Sheets of {sayMoment(state.madeAt)} have not been tried yet. They do not count until two
            of them are typed back.
          </Trans>
        </p>
      )}
      <p>
        <Trans>
          Make new ones when a sheet is lost or somebody saw it, or when a colleague who keeps one
          leaves. Once two of the new ones have been typed back, the old ones open nothing any more:
          destroy them.
        </Trans>
      </p>
      <p>
        <Trans>
          Each colleague counts among those whom the new sheets let in from their next sign-in on.
        </Trans>
      </p>
    </Page>
  );
}
