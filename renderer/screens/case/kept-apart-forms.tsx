import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import { type ReactNode, useState } from 'react';
import { PresentNote, SightingNote } from '#core/domain/restricted.ts';
import { addPresentNote, addSighting } from '#core/ipc/restricted-channels.ts';
import { call } from '../../client.ts';
import type { AtDesk } from '../../hooks/use-at-desk.ts';
import { useOneAtATime } from '../../hooks/use-one-at-a-time.ts';
import { Choice } from '../../parts/choice.tsx';
import { Problem } from '../../parts/problem.tsx';
import { beginLine } from '../../text/begin-line.ts';
import type { Explicable } from '../../text/explain.ts';
import { aboutWords, presentStateWords } from '../../text/restricted-words.ts';

function AddForm({
  summary,
  isBegun,
  children,
  canAdd,
  error,
  onAdd,
}: {
  readonly summary: string;
  /** Whether something was typed there before. */
  readonly isBegun: boolean;
  readonly children: ReactNode;
  readonly canAdd: boolean;
  readonly error: Explicable | undefined;
  readonly onAdd: () => Promise<void>;
}) {
  const once = useOneAtATime();
  const [isOpen, setIsOpen] = useState(isBegun);
  return (
    <details
      className="more"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{summary}</summary>
      <Problem error={error} />
      {children}
      <Button secondary small type="button" disabled={!canAdd} onClick={() => once(onAdd)}>
        <Trans>Add it</Trans>
      </Button>
    </details>
  );
}

export function PresentForm({
  desk,
  onAdded,
}: {
  readonly desk: AtDesk;
  readonly onAdded: () => Promise<void>;
}) {
  const { t } = useLingui();
  const [about, setAbout] = useState<PresentNote['about']>('companion');
  const [state, setState] = useState<PresentNote['state']>('wondered');
  const words = desk.wordsOf('present');
  const setWords = (next: string) => desk.type('present', next);
  const [error, setError] = useState<Explicable>();

  async function add(): Promise<void> {
    const reply = await call(addPresentNote, {
      caseId: desk.caseId,
      note: { about, state, words },
    });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setAbout('companion');
    setState('wondered');
    setWords('');
    await onAdded();
  }

  return (
    <AddForm
      summary={t`Add to this record`}
      isBegun={words !== ''}
      canAdd={words.trim() !== ''}
      error={error}
      onAdd={add}
    >
      <Choice
        name="present-about"
        legend={t`About whom?`}
        options={PresentNote.shape.about.options.map((value) => ({
          value,
          label: beginLine(aboutWords(value)),
        }))}
        value={about}
        onChoose={setAbout}
      />
      <Choice
        name="present-state"
        legend={t`Was it checked?`}
        options={PresentNote.shape.state.options.map((value) => ({
          value,
          label: beginLine(presentStateWords(value)),
        }))}
        value={state}
        onChoose={setState}
      />
      <Textarea
        label={t`What was noticed, and what speaks against it`}
        rows={3}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AddForm>
  );
}

export function SightingForm({
  desk,
  onAdded,
}: {
  readonly desk: AtDesk;
  readonly onAdded: () => Promise<void>;
}) {
  const { t } = useLingui();
  const [what, setWhat] = useState<SightingNote['what']>('person');
  const seenAt = desk.wordsOf('sighting-at');
  const plate = desk.wordsOf('sighting-plate');
  const words = desk.wordsOf('sighting');
  const setSeenAt = (next: string) => desk.type('sighting-at', next);
  const setPlate = (next: string) => desk.type('sighting-plate', next);
  const setWords = (next: string) => desk.type('sighting', next);
  const [error, setError] = useState<Explicable>();

  async function add(): Promise<void> {
    const note = { what, seenAt, plate: what === 'vehicle' ? plate : '', words };
    const reply = await call(addSighting, { caseId: desk.caseId, note });
    setError(reply.ok ? undefined : reply.error);
    if (!reply.ok) return;
    setWhat('person');
    setSeenAt('');
    setWords('');
    setPlate('');
    await onAdded();
  }

  return (
    <AddForm
      summary={t`Add a person or a vehicle`}
      isBegun={[seenAt, plate, words].some((each) => each !== '')}
      canAdd={words.trim() !== '' && SightingNote.shape.seenAt.safeParse(seenAt).success}
      error={error}
      onAdd={add}
    >
      <Choice
        name="sighting-what"
        legend={t`What was seen?`}
        options={[
          { value: 'person', label: t`A person` },
          { value: 'vehicle', label: t`A vehicle` },
        ]}
        value={what}
        onChoose={setWhat}
      />
      <TextInput
        label={t`When`}
        id="sighting-at"
        type="datetime-local"
        width={20}
        value={seenAt}
        onChange={(event) => setSeenAt(event.currentTarget.value)}
      />
      {what === 'vehicle' && (
        <TextInput
          label={t`Number plate, if it could be read`}
          id="sighting-plate"
          autoComplete="off"
          width={10}
          maxLength={20}
          value={plate}
          onChange={(event) => setPlate(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={t`Description`}
        rows={3}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </AddForm>
  );
}
