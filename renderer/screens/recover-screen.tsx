import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from 'nhsuk-react-components';
import { useEffect, useId, useState } from 'react';
import type { StaffId, StaffMember } from '#core/domain/staff.ts';
import { lookWithSheets, recover } from '#core/ipc/recovery-channels.ts';
import { reportReading } from '#core/ipc/watch-channels.ts';
import { call } from '../client.ts';
import { useSuggestion } from '../hooks/use-suggestion.ts';
import { Choice } from '../parts/choice.tsx';
import { type NewPassword, NewPasswordFields, noPassword } from '../parts/new-password.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import { Suggestion } from '../parts/suggestion.tsx';
import { type TypedSheets, TypedSheetsFields } from '../parts/typed-sheets.tsx';
import type { Explicable } from '../text/explain.ts';

type Lead = { readonly id: StaffId; readonly displayName: string };

/** The way in for a member who forgot the password: two sheets, and then a password of their own choosing. */
export function RecoverScreen({
  onRecovered,
  onDone,
}: {
  readonly onRecovered: (member: StaffMember) => void;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const form = useId();
  const [sheets, setSheets] = useState<TypedSheets>(['', '']);
  const [leads, setLeads] = useState<readonly Lead[]>();
  const [lead, setLead] = useState<StaffId>();
  const [signInName, setSignInName] = useState('');
  const [chosen, setChosen] = useState<NewPassword>(noPassword);
  const [differs, setDiffers] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<Explicable>();
  const [first, second] = sheets;
  const { suggestion, suggest } = useSuggestion();

  // What was typed here opens the records: the cover comes by itself, and takes it away.
  useEffect(() => {
    void call(reportReading, { reading: 'begun' });
    return () => void call(reportReading, { reading: 'ended' });
  }, []);

  async function look(): Promise<void> {
    const reply = await call(lookWithSheets, { sheets: [first, second] });
    if (!reply.ok) return setError(reply.error);
    setLeads(reply.value);
    setLead(reply.value.length === 1 ? reply.value[0]?.id : undefined);
  }

  async function open(member: StaffId): Promise<void> {
    setDiffers(chosen.password !== chosen.again);
    if (chosen.password !== chosen.again) return;
    const { password } = chosen;
    const reply = await call(recover, { sheets: [first, second], member, signInName, password });
    if (reply.ok) onRecovered(reply.value);
    else setError(reply.error);
  }

  async function goOn(): Promise<void> {
    setIsBusy(true);
    setError(undefined);
    if (leads === undefined) await look();
    else if (lead !== undefined) await open(lead);
    setIsBusy(false);
  }

  return (
    <Page
      heading={leads === undefined ? t`Forgotten password` : t`Choose a new password`}
      actions={
        <>
          <Button secondary type="button" onClick={onDone}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={form} className="page__actions-end" disabled={isBusy}>
            {isBusy ? <Trans>Opening …</Trans> : <Trans>Continue</Trans>}
          </Button>
        </>
      }
    >
      <Problem error={error} />
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        {leads === undefined ? (
          <>
            <p>
              <Trans>
                Two recovery sheets let you in again, with everything you had. It is written into
                the log. Without sheets, ask your safeguarding lead.
              </Trans>
            </p>
            <TypedSheetsFields sheets={sheets} onChange={setSheets} />
          </>
        ) : (
          <>
            {leads.length > 1 && (
              <Choice
                name="lead"
                legend={t`Who are you?`}
                options={leads.map(({ id, displayName }) => ({ value: id, label: displayName }))}
                value={lead}
                onChoose={setLead}
              />
            )}
            <TextInput
              label={t`Sign-in name`}
              hint={t`The one you had, or another one.`}
              id="sign-in-name"
              autoComplete="off"
              width={20}
              value={signInName}
              onChange={(event) => setSignInName(event.currentTarget.value)}
            />
            <NewPasswordFields
              value={chosen}
              differs={differs}
              suggestion={<Suggestion suggestion={suggestion} onAsk={suggest} />}
              onChange={setChosen}
            />
          </>
        )}
      </form>
    </Page>
  );
}
