import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { mayManage } from '#core/domain/people.ts';
import { Role } from '#core/domain/staff.ts';
import { addMember } from '#core/ipc/staff-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { NewPasswordFields, noPassword } from '../../parts/new-password.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useSuggestion } from '../../hooks/use-suggestion.ts';
import { Suggestion } from '../../parts/suggestion.tsx';
import type { Explicable } from '../../text/explain.ts';
import { explainRole, sayRole } from '../../text/role-words.ts';

/**
 * First the one who adds says who comes; then the newcomer sits at the keyboard and chooses how
 * they sign in. At the end it locks, because the newcomer is in front of the screen.
 */
export function AddMember({ by, onDone }: { readonly by: Role; readonly onDone: () => void }) {
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('clinician');
  const [isHandedOver, setIsHandedOver] = useState(false);
  return isHandedOver ? (
    <Newcomer {...{ displayName, role }} onBack={() => setIsHandedOver(false)} />
  ) : (
    <WhoComes
      {...{ by, displayName, setDisplayName, role, setRole }}
      onBack={onDone}
      onHandOver={() => setIsHandedOver(true)}
    />
  );
}

function WhoComes({
  by,
  displayName,
  setDisplayName,
  role,
  setRole,
  onBack,
  onHandOver,
}: {
  readonly by: Role;
  readonly displayName: string;
  readonly setDisplayName: (name: string) => void;
  readonly role: Role;
  readonly setRole: (role: Role) => void;
  readonly onBack: () => void;
  readonly onHandOver: () => void;
}) {
  const { t } = useLingui();
  const form = useId();
  const [isMissing, setIsMissing] = useState(false);
  return (
    <Page
      heading={t`Who comes to work here?`}
      actions={
        <>
          <Button secondary type="button" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end">
            <Trans>Hand over the keyboard</Trans>
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (displayName.trim() === '') setIsMissing(true);
          else onHandOver();
        }}
      >
        <TextInput
          label={t`Their first name`}
          hint={t`Or any other name that colleagues know them by. No full name is needed.`}
          id="display-name"
          autoComplete="off"
          maxLength={60}
          value={displayName}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
          {...(isMissing ? { error: t`Enter a name` } : {})}
        />
        <Choice
          name="role"
          legend={t`What they do here`}
          options={Role.options
            .filter((one) => mayManage(by, one))
            .map((one) => ({ value: one, label: sayRole(one), hint: explainRole(one) }))}
          value={role}
          onChoose={setRole}
        />
      </form>
    </Page>
  );
}

function Newcomer({
  displayName,
  role,
  onBack,
}: {
  readonly displayName: string;
  readonly role: Role;
  readonly onBack: () => void;
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
    // Where it goes well, the page is replaced by the lock screen.
    const reply = await call(addMember, { displayName, role, signInName, password });
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
            {isBusy ? <Trans>Adding …</Trans> : <Trans>Finish</Trans>}
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
