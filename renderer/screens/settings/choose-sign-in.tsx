import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { useSuggestion } from '../../hooks/use-suggestion.ts';
import { NewPasswordFields, noPassword } from '../../parts/new-password.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { Suggestion } from '../../parts/suggestion.tsx';
import type { Explicable } from '../../text/explain.ts';

/**
 * Somebody who has just been handed the keyboard chooses how they sign in. Where it goes well the
 * page is replaced by the lock screen.
 */
export function ChooseSignIn({
  displayName,
  onBack,
  onChosen,
}: {
  readonly displayName: string;
  readonly onBack: () => void;
  readonly onChosen: (signIn: {
    readonly signInName: string;
    readonly password: string;
  }) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Explicable }>;
}) {
  const { t } = useLingui();
  const form = useId();
  const [signInName, setSignInName] = useState('');
  const [chosen, setChosen] = useState(noPassword);
  const { suggestion, suggest } = useSuggestion();
  const [problem, setProblem] = useState<'name' | 'again'>();
  const [error, setError] = useState<Explicable>();
  const [isBusy, setIsBusy] = useState(false);

  async function finish(): Promise<void> {
    setError(undefined);
    const { password, again } = chosen;
    const wrong = signInName.trim().length < 2 ? 'name' : password === again ? undefined : 'again';
    setProblem(wrong);
    if (wrong !== undefined) return;
    setIsBusy(true);
    const reply = await onChosen({ signInName, password });
    setIsBusy(false);
    if (!reply.ok) setError(reply.error);
  }

  return (
    <Page
      heading={t`${displayName}, choose how you sign in`}
      actions={
        <>
          <Button secondary type="button" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end" disabled={isBusy}>
            {isBusy ? <Trans>Working …</Trans> : <Trans>Finish</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>
        <Trans>
          Nobody else needs to know these. When you finish, the screen locks: sign in to see that it
          works.
        </Trans>
      </p>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <TextInput
          label={t`Sign-in name`}
          hint={t`You type it each time. The sign-in screen does not show it.`}
          id="new-sign-in-name"
          autoComplete="off"
          width={20}
          value={signInName}
          onChange={(event) => setSignInName(event.currentTarget.value)}
          {...(problem === 'name' ? { error: t`Enter at least two characters` } : {})}
        />
        <NewPasswordFields
          value={chosen}
          differs={problem === 'again'}
          suggestion={<Suggestion suggestion={suggestion} onAsk={suggest} />}
          onChange={setChosen}
        />
      </form>
    </Page>
  );
}
