import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { StaffMember } from '#core/domain/staff.ts';
import { unlockVault } from '#core/ipc/vault-channels.ts';
import { call } from '../client.ts';
import { useIsAlive } from '../hooks/use-is-alive.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { noSignIn, SignInFields } from '../parts/sign-in-fields.tsx';
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
  const [signIn, setSignIn] = useState(noSignIn);
  const [isOpening, setIsOpening] = useState(false);
  const [error, setError] = useState<Explicable>();
  const typed = useRef<HTMLFormElement>(null);

  // What was typed into the picture of this screen, before the script was there.
  useEffect(() => {
    const early = (name: string) => {
      const field = typed.current?.elements.namedItem(name);
      return field instanceof HTMLInputElement ? field.value : '';
    };
    setSignIn({ signInName: early('sign-in-name'), password: early('password') });
  }, []);

  async function open(): Promise<void> {
    setIsOpening(true);
    setError(undefined);
    const reply = await call(unlockVault, signIn);
    setIsOpening(false);
    setSignIn((now) => ({ ...now, password: '' }));
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
        <SignInFields value={signIn} onChange={setSignIn} />
      </form>
    </Page>
  );
}
