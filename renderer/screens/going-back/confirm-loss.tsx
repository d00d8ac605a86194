import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import type { BackupCopy, Loss } from '#core/domain/backup.ts';
import { goBackToCopy, inspectCopy } from '#core/ipc/backup-channels.ts';
import { call } from '../../client.ts';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { noSignIn, SignInFields } from '../../parts/sign-in-fields.tsx';
import { sayLoss } from '../../text/copy-words.ts';
import type { Explicable } from '../../text/explain.ts';
import { sayMoment } from '../../text/moment-words.ts';

/** The copy is opened with a password of its own time, and read to its end. */
export function AskPassword({
  folder,
  chosen,
  onBack,
  onInspected,
}: {
  readonly folder: string;
  readonly chosen: BackupCopy;
  readonly onBack: () => void;
  readonly onInspected: (found: { readonly takenAt: string; readonly loss: Loss }) => void;
}) {
  const { t } = useLingui();
  const form = useId();
  const [signIn, setSignIn] = useState(noSignIn);
  const [isReading, setIsReading] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function inspect(): Promise<void> {
    setIsReading(true);
    const { name } = chosen;
    const reply = await call(inspectCopy, { folder, name, ...signIn });
    setIsReading(false);
    setSignIn((now) => ({ ...now, password: '' }));
    if (reply.ok) onInspected(reply.value);
    else setError(reply.error.kind === 'Refused' ? { kind: 'WrongPassword' } : reply.error);
  }

  return (
    <Page
      heading={t`Who opens this copy?`}
      actions={
        <>
          <Button secondary type="button" disabled={isReading} onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end" disabled={isReading}>
            {isReading ? <Trans>Reading the copy …</Trans> : <Trans>Read the copy</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          A safeguarding lead or an administrator, with the password of {sayMoment(chosen.takenAt)}.
          The copy is read to its end first. Nothing changes yet.
        </Trans>
      </p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void inspect();
        }}
      >
        <SignInFields value={signIn} onChange={setSignIn} />
      </form>
    </Page>
  );
}

/** What is lost, in numbers, before it happens. */
export function ConfirmLoss({
  takenAt,
  loss,
  onCancel,
}: {
  readonly takenAt: string;
  readonly loss: Loss;
  readonly onCancel: () => void;
}) {
  const { t } = useLingui();
  const [isGoing, setIsGoing] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function go(): Promise<void> {
    setIsGoing(true);
    const reply = await call(goBackToCopy, null);
    // When it is done the main process replaces this page by the sign-in screen.
    if (reply.ok) return;
    setIsGoing(false);
    setError(reply.error);
  }

  return (
    <Page
      heading={t`Go back to ${sayMoment(takenAt)}?`}
      actions={
        <>
          <Button type="button" onClick={onCancel} disabled={isGoing}>
            <Trans>No, leave everything</Trans>
          </Button>
          <Button
            secondary
            type="button"
            className="page__actions-end"
            disabled={isGoing}
            onClick={() => void go()}
          >
            <Trans>Go back to this copy</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>This copy can be opened and was read to its end.</Trans>
      </p>
      <section className="inset inset--caution">
        <h2 className="nhsuk-heading-s">
          <Trans>What is lost</Trans>
        </h2>
        <ul>
          {sayLoss(loss).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p>
        <Trans>
          What is there now is not deleted: it is kept in a folder of its own beside the records.
          Passwords, people and rules are those of the copy, and what was erased since is there
          again. Every yes is asked anew: it may have been taken back since.
        </Trans>
      </p>
    </Page>
  );
}
