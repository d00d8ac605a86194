import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import { mayManage } from '#core/domain/people.ts';
import { Role } from '#core/domain/staff.ts';
import { addMember } from '#core/ipc/staff-channels.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { beginLine } from '../../text/begin-line.ts';
import { explainRole, sayRole } from '../../text/role-words.ts';
import { ChooseSignIn } from './choose-sign-in.tsx';

/**
 * First the one who adds says who comes; then the newcomer sits at the keyboard and chooses how
 * they sign in. At the end it locks, because the newcomer is in front of the screen.
 */
export function AddMember({ by, onDone }: { readonly by: Role; readonly onDone: () => void }) {
  const [displayName, setDisplayName] = useState('');
  const [role, setRole] = useState<Role>('clinician');
  const [isHandedOver, setIsHandedOver] = useState(false);
  return isHandedOver ? (
    <ChooseSignIn
      displayName={displayName}
      onBack={() => setIsHandedOver(false)}
      onChosen={(signIn) => call(addMember, { displayName, role, ...signIn })}
    />
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
            .map((one) => ({ value: one, label: beginLine(sayRole(one)), hint: explainRole(one) }))}
          value={role}
          onChoose={setRole}
        />
      </form>
    </Page>
  );
}
