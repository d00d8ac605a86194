import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { mayManage, type StaffListing, type StandingChange } from '#core/domain/people.ts';
import { Role } from '#core/domain/staff.ts';
import { changeMember, readmitMember, removeMember } from '#core/ipc/staff-channels.ts';
import { call } from '../../client.ts';
import { Choice, type Option } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { Problem } from '../../parts/problem.tsx';
import type { Explicable } from '../../text/explain.ts';
import { beginLine } from '../../text/begin-line.ts';
import { explainRole, sayRole } from '../../text/role-words.ts';
import { ChooseSignIn } from './choose-sign-in.tsx';

type Wish = 'suspend' | 'resume' | 'readmit' | 'remove' | Role;

/** One colleague, and the one thing that is to change. */
export function MemberPage({
  by,
  about,
  onDone,
}: {
  readonly by: Role;
  readonly about: StaffListing;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [wish, setWish] = useState<Wish>();
  const [error, setError] = useState<Explicable>();
  const [isBusy, setIsBusy] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const [isHandedOver, setIsHandedOver] = useState(false);
  const { displayName: name } = about;

  async function change(): Promise<void> {
    if (wish === undefined || wish === 'readmit') return;
    setIsBusy(true);
    const reply =
      wish === 'remove'
        ? await call(removeMember, { member: about.id })
        : await call(changeMember, { member: about.id, change: changeOf(wish) });
    setIsBusy(false);
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  function goOn(): void {
    if (wish === 'readmit') setIsHandedOver(true);
    else if (wish === 'remove') setIsAsked(true);
    else void change();
  }

  const standing: Option<Wish> =
    about.state === 'suspended'
      ? { value: 'resume', label: t`Let them sign in again`, hint: t`With the password they had` }
      : {
          value: 'suspend',
          label: t`Suspend`,
          hint: t`They cannot sign in until somebody lets them. Nothing is lost.`,
        };
  const readmission: Option<Wish>[] =
    about.state === 'active'
      ? [
          {
            value: 'readmit',
            label: t`They forgot their password`,
            hint: t`They choose another one here and keep their visits. Notes for themselves alone are lost: two recovery sheets would keep them too.`,
          },
        ]
      : [];
  const removal: Option<Wish> = {
    value: 'remove',
    label: t`Remove for good`,
    hint: t`They no longer work here. What they wrote stays.`,
  };
  const roles = Role.options
    .filter((role) => role !== about.role && mayManage(by, role))
    .map((role) => ({ value: role, label: t`Make ${sayRole(role)}`, hint: explainRole(role) }));

  if (isHandedOver)
    return (
      <ChooseSignIn
        displayName={name}
        onBack={() => setIsHandedOver(false)}
        onChosen={(signIn) => call(readmitMember, { member: about.id, ...signIn })}
      />
    );
  if (isAsked)
    return (
      <RemoveForGood
        {...{ name, error, isBusy }}
        onBack={() => setIsAsked(false)}
        onRemove={() => void change()}
      />
    );
  return (
    <Page
      heading={t`What changes for ${name}?`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button
            type="button"
            className="page__actions-end"
            disabled={wish === undefined || isBusy}
            onClick={goOn}
          >
            {wish === 'readmit' ? (
              <Trans>Hand over the keyboard</Trans>
            ) : wish === 'remove' ? (
              <Trans>Continue</Trans>
            ) : (
              <Trans>Change this</Trans>
            )}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <p>{beginLine(sayRole(about.role))}</p>
      <Choice
        name="wish"
        legend={t`What changes for ${name}?`}
        isHeading
        options={[...readmission, standing, ...roles, removal]}
        value={wish}
        onChoose={setWish}
      />
    </Page>
  );
}

/** Said once more, because nothing leads back. */
function RemoveForGood({
  name,
  error,
  isBusy,
  onBack,
  onRemove,
}: {
  readonly name: string;
  readonly error: Explicable | undefined;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onRemove: () => void;
}) {
  const { t } = useLingui();
  return (
    <Page
      heading={t`Remove ${name} for good?`}
      actions={
        <>
          <Button secondary type="button" onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button
            warning
            type="button"
            className="page__actions-end"
            disabled={isBusy}
            onClick={onRemove}
          >
            {isBusy ? <Trans>Changing the locks …</Trans> : <Trans>Remove {name}</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <ul>
        <li>
          <Trans>They can never sign in again, not even after going back to a copy.</Trans>
        </li>
        <li>
          <Trans>What they wrote stays, under their name.</Trans>
        </li>
        <li>
          <Trans>
            The records get new keys. With many visits this takes a moment. Do not switch off.
          </Trans>
        </li>
        <li>
          <Trans>Copies made before today still open with their old password.</Trans>
        </li>
      </ul>
    </Page>
  );
}

function changeOf(wish: Exclude<Wish, 'readmit' | 'remove'>): StandingChange {
  return wish === 'suspend' || wish === 'resume' ? { kind: wish } : { kind: 'role', role: wish };
}
