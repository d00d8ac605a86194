import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkboxes, Textarea } from 'nhsuk-react-components';
import { useEffect, useState } from 'react';
import { type CalendarDate, dayHere, daysAfter } from '#core/domain/calendar-date.ts';
import type { OwnNote } from '#core/domain/colleague-note.ts';
import {
  listOwnNotes,
  raiseNote,
  readDebriefDay,
  removeOwnNote,
  setDebriefDay,
  writeOwnNote,
} from '#core/ipc/colleague-channels.ts';
import { call } from '../client.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { usePack } from '../hooks/use-pack.ts';
import { useOneAtATime } from '../hooks/use-one-at-a-time.ts';
import { usePageKeys } from '../hooks/use-page-keys.ts';
import { Choice } from '../parts/choice.tsx';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { Problem } from '../parts/problem.tsx';
import type { Explicable } from '../text/explain.ts';

/** For the member, when the visit is closed: apart from the records, and only if they want (R162, R164). */
export function DebriefScreen({ onDone }: { readonly onDone: () => void }) {
  const { t } = useLingui();
  const pack = usePack();
  usePageKeys(false);
  const once = useOneAtATime();
  const [words, setWords] = useState('');
  const [wantsToTalk, setWantsToTalk] = useState(false);
  const [error, setError] = useState<Explicable>();
  const [askOn, setAskOn] = useState<AskOn>();
  const { answer: day } = useAnswer(readDebriefDay);
  if (pack === undefined || day === undefined) return null;
  /** A day that was chosen after an earlier visit and is still to come stays, unless another is chosen. */
  const chosenBefore = day.ok && !day.value.isDue ? day.value.on : null;
  const lines = pack.prompts.filter(({ moment }) => moment === 'debrief');

  async function done(): Promise<void> {
    const replies = [
      words.trim() === '' ? undefined : await call(writeOwnNote, { words }),
      wantsToTalk ? await call(raiseNote, { kind: 'wants-to-talk' }) : undefined,
      askOn === undefined && chosenBefore !== null
        ? undefined
        : await call(setDebriefDay, { on: dayOf(askOn ?? 'no') }),
    ];
    const failed = replies.find((reply) => reply?.ok === false);
    if (failed?.ok === false) setError(failed.error);
    else onDone();
  }

  return (
    <Page
      heading={t`And you?`}
      actions={
        <Button type="button" className="page__actions-end page__next" onClick={() => once(done)}>
          <Trans>Done</Trans>
        </Button>
      }
    >
      <Problem error={error} />
      <ul>
        {lines.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <Checkboxes id="talk" small>
        <Checkboxes.Item
          value="talk"
          checked={wantsToTalk}
          onChange={() => setWantsToTalk(!wantsToTalk)}
        >
          {t`Tell the safeguarding lead that I would like to talk`}
        </Checkboxes.Item>
      </Checkboxes>
      <Choice
        name="ask-on"
        legend={t`Shall we ask you again how you are?`}
        isInline
        options={[
          { value: 'no', label: t`No` },
          { value: 'week', label: t`In one week` },
          { value: 'fortnight', label: t`In two weeks` },
        ]}
        value={askOn ?? (chosenBefore === null ? 'no' : undefined)}
        onChoose={setAskOn}
      />
      {askOn === undefined && chosenBefore !== null && (
        <p className="note">
          <Trans>You are asked again on {chosenBefore}, as you chose before.</Trans>
        </p>
      )}
      <Textarea
        label={t`For yourself`}
        hint={t`Only you can open it. It is in no record of a visit.`}
        id="own-note"
        maxLength={4_000}
        rows={4}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <OwnNotes />
    </Page>
  );
}

type AskOn = 'no' | 'week' | 'fortnight';

function dayOf(askOn: AskOn): CalendarDate | null {
  const days = { no: undefined, week: 7, fortnight: 14 }[askOn];
  return days === undefined ? null : daysAfter(dayHere(new Date().toISOString()), days);
}

/** What the member wrote after earlier visits, to read or to take away. */
function OwnNotes() {
  const { t } = useLingui();
  const [notes, setNotes] = useState<readonly OwnNote[]>([]);
  useEffect(() => void ownNotes().then(setNotes), []);

  async function remove(id: string): Promise<void> {
    await call(removeOwnNote, { id });
    setNotes(await ownNotes());
  }

  if (notes.length === 0) return null;
  return (
    <details className="more">
      <summary>
        <Trans>What you wrote before</Trans>
      </summary>
      <ul className="visits">
        {notes.map(({ id, writtenAt, words }) => (
          <li key={id}>
            <span>
              <Moment instant={writtenAt} />
              <br />
              {words}
            </span>
            <Button secondary small type="button" onClick={() => void remove(id)}>
              {t`Remove`}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

async function ownNotes(): Promise<readonly OwnNote[]> {
  const reply = await call(listOwnNotes, null);
  return reply.ok ? reply.value : [];
}
