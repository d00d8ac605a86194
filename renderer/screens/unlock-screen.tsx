import { Trans, useLingui } from '@lingui/react/macro';
import { Button, PasswordInput, TextInput } from 'nhsuk-react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { StaffMember } from '#core/domain/staff.ts';
import { unlockVault } from '#core/ipc/vault-channels.ts';
import { call } from '../client.ts';
import { useIsAlive } from '../hooks/use-is-alive.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

export function UnlockScreen({
  onUnlocked,
  onGuidance,
  onForgotten,
  onGoBack,
}: {
  readonly onUnlocked: (member: StaffMember) => void;
  readonly onGuidance: () => void;
  readonly onForgotten: () => void;
  readonly onGoBack: () => void;
}) {
  const { t } = useLingui();
  const form = useId();
  const isAlive = useIsAlive();
  const [signInName, setSignInName] = useState('');
  const [password, setPassword] = useState('');
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<Explicable>();
  const typed = useRef<HTMLFormElement>(null);

  // What was typed into the picture of this screen, before the script was there.
  useEffect(() => {
    const early = (name: string) => {
      const field = typed.current?.elements.namedItem(name);
      return field instanceof HTMLInputElement ? field.value : '';
    };
    setSignInName(early('sign-in-name'));
    setPassword(early('password'));
  }, []);

  async function open(): Promise<void> {
    setIsOpening(true);
    setError(undefined);
    const reply = await call(unlockVault, { signInName, password });
    setIsOpening(false);
    setPassword('');
    if (reply.ok) onUnlocked(reply.value);
    else setError(reply.error.kind === 'Refused' ? { kind: 'WrongPassword' } : reply.error);
  }

  return (
    <Page
      heading={t`Sign in`}
      actions={
        <>
          <Button secondary type="button" disabled={!isAlive} onClick={onGuidance}>
            <Trans>Reading for staff</Trans>
          </Button>
          <Button secondary type="button" disabled={!isAlive} onClick={onForgotten}>
            <Trans>Forgotten password</Trans>
          </Button>
          <Button
            type="submit"
            form={form}
            className="page__actions-end"
            disabled={isOpening || !isAlive}
          >
            {isOpening ? <Trans>Opening …</Trans> : <Trans>Sign in</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      {error?.kind === 'StoreUnreadable' && (
        <Button type="button" onClick={onGoBack}>
          <Trans>Go back to a copy</Trans>
        </Button>
      )}
      <form
        id={form}
        ref={typed}
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <TextInput
          label={t`Sign-in name`}
          id="sign-in-name"
          autoComplete="off"
          width={20}
          value={signInName}
          onChange={(event) => setSignInName(event.currentTarget.value)}
        />
        <PasswordInput
          label={t`Password`}
          id="password"
          autoComplete="off"
          width={30}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </form>
    </Page>
  );
}
