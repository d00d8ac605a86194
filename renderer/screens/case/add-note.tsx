import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from 'nhsuk-react-components';
import { useState } from 'react';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { AccountSubject, type CaseNote, type Missed } from '#core/domain/case-entry.ts';
import { useOneAtATime } from '../../hooks/use-one-at-a-time.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { accountWords } from '../../text/case-words.ts';

type Kind = Exclude<CaseNote['kind'], 'correction' | 'named-colleague'>;

/** What staff note between visits. Without words: a day and what it was, which together say more. */
export function AddNote({ onAdd }: { readonly onAdd: (note: CaseNote) => Promise<boolean> }) {
  const { t } = useLingui();
  const once = useOneAtATime();
  const [kind, setKind] = useState<Kind>();
  const [on, setOn] = useState<CalendarDate | null>(null);
  const [about, setAbout] = useState<AccountSubject>();
  const [how, setHow] = useState<Missed>();
  const note = noteOf(kind, on, about, how);

  async function add(): Promise<void> {
    if (note === undefined || !(await onAdd(note))) return;
    setKind(undefined);
    setOn(null);
    setAbout(undefined);
    setHow(undefined);
  }

  return (
    <details className="more">
      <summary>
        <Trans>Note something since the last visit</Trans>
      </summary>
      <Choice
        name="note-kind"
        legend={t`What was it?`}
        options={[
          { value: 'missed-appointment', label: t`An appointment was missed` },
          { value: 'moved', label: t`They moved` },
          { value: 'differing-account', label: t`They told it differently` },
          { value: 'welfare-notice', label: t`A notice of concern, or to child welfare` },
          { value: 'child-missing', label: t`A child went missing and came back` },
        ]}
        value={kind}
        onChoose={setKind}
      />
      {kind === 'missed-appointment' && (
        <Choice
          name="note-how"
          legend={t`How was it missed?`}
          options={[
            { value: 'no-word', label: t`Without a word` },
            { value: 'called-off', label: t`They called it off` },
            { value: 'called-off-by-another', label: t`Somebody else called it off` },
          ]}
          value={how}
          onChoose={setHow}
        />
      )}
      {kind === 'differing-account' && (
        <Choice
          name="note-about"
          legend={t`About what?`}
          options={AccountSubject.options.map((value) => ({ value, label: accountWords(value) }))}
          value={about}
          onChoose={setAbout}
        />
      )}
      {kind !== undefined && (
        <DayField id="note-on" label={t`On which day`} value={on} onChange={setOn} />
      )}
      <Button secondary small type="button" disabled={note === undefined} onClick={() => once(add)}>
        <Trans>Add it</Trans>
      </Button>
    </details>
  );
}

/** The note, or undefined while something of it is missing. */
function noteOf(
  kind: Kind | undefined,
  on: CalendarDate | null,
  about: AccountSubject | undefined,
  how: Missed | undefined,
): CaseNote | undefined {
  if (kind === undefined || on === null || !CalendarDate.safeParse(on).success) return undefined;
  switch (kind) {
    case 'missed-appointment':
      return how === undefined ? undefined : { kind, on, how };
    case 'differing-account':
      return about === undefined ? undefined : { kind, on, about };
    default:
      return { kind, on };
  }
}
