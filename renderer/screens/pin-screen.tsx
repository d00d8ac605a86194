import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { choosePin } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { AnchorNote } from '../hooks/anchor-note.tsx';
import { takeFocus } from '../parts/take-focus.ts';
import type { Explicable } from '../text/explain.ts';

/** Asked once, right after signing in. Whoever wants none goes on, and leaves the cover with the password. */
export function PinScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLingui();
  const form = useId();
  const [digits, setDigits] = useState('');
  const [isIncomplete, setIsIncomplete] = useState(false);
  const [error, setError] = useState<Explicable>();

  async function choose(): Promise<void> {
    setError(undefined);
    setIsIncomplete(!/^\d{4,6}$/.test(digits));
    if (!/^\d{4,6}$/.test(digits)) return;
    const reply = await call(choosePin, { digits });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  return (
    <Page
      heading={t`Choose a PIN for now`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Without a PIN</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end">
            <Trans>Continue</Trans>
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          Somebody comes in? Press <strong>F9</strong>, or <strong>Shift three times</strong>: a
          page about health covers everything. It also comes by itself after a while.
        </Trans>
      </p>
      <p>
        <Trans>
          To come back, type this PIN and press <strong>Enter</strong>. Nothing shows while you
          type. <strong>F8</strong> locks.
        </Trans>
      </p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void choose();
        }}
      >
        <TextInput
          label={t`PIN, 4 to 6 digits`}
          hint={t`It is forgotten when you lock. Without one, you come back with your password.`}
          id="pin"
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          width={5}
          ref={takeFocus}
          value={digits}
          {...(isIncomplete ? { error: t`Type 4 to 6 digits` } : {})}
          onChange={(event) => setDigits(event.currentTarget.value.replaceAll(/\D/g, ''))}
        />
      </form>
      <AnchorNote />
    </Page>
  );
}
