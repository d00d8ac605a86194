import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { changePassword } from '#core/ipc/vault-channels.ts';
import { call } from '../../client.ts';
import { NewPasswordFields, noPassword } from '../../parts/new-password.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useSuggestion } from '../../hooks/use-suggestion.ts';
import { Suggestion } from '../../parts/suggestion.tsx';
import type { Explicable } from '../../text/explain.ts';
import type { RoomProps } from './rooms.ts';

/** Another password for whoever is signed in. */
export function OwnPassword({ onDone }: RoomProps) {
  const { t } = useLingui();
  const form = useId();
  const [old, setOld] = useState('');
  const [chosen, setChosen] = useState(noPassword);
  const { suggestion, suggest } = useSuggestion();
  const [isDifferent, setIsDifferent] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function change(): Promise<void> {
    setError(undefined);
    const { password, again } = chosen;
    setIsDifferent(password !== again);
    if (password !== again) return;
    setIsBusy(true);
    const reply = await call(changePassword, { old, next: password });
    setIsBusy(false);
    if (reply.ok) setIsDone(true);
    else setError(reply.error.kind === 'Refused' ? { kind: 'WrongPassword' } : reply.error);
  }

  if (isDone)
    return (
      <Page
        heading={t`Your password is changed`}
        actions={
          <Button type="button" className="page__actions-end" onClick={onDone}>
            <Trans>Continue</Trans>
          </Button>
        }
      >
        <p>
          <Trans>From now on only the new one opens.</Trans>
        </p>
      </Page>
    );
  return (
    <Page
      heading={t`Change your password`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end" disabled={isBusy}>
            {isBusy ? <Trans>Changing …</Trans> : <Trans>Change password</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PasswordInput
          label={t`The password you have now`}
          id="old-password"
          autoComplete="off"
          width={30}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <NewPasswordFields
          value={chosen}
          differs={isDifferent}
          suggestion={<Suggestion suggestion={suggestion} onAsk={suggest} />}
          onChange={setChosen}
        />
      </form>
    </Page>
  );
}
