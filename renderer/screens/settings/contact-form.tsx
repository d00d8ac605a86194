import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes, Select, Textarea, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import { type Facility, JurisdictionId } from '#core/domain/facility.ts';
import { keepContact } from '#core/ipc/directory-channels.ts';
import { ContactKind } from '#core/pack/contact-seed.ts';
import { type LocalContact, LocalContactFields } from '#core/pack/directory.ts';
import type { Pack } from '#core/pack/pack.ts';
import { call } from '../../client.ts';
import { Choice } from '../../parts/choice.tsx';
import { KeepPage } from '../../parts/keep-page.tsx';
import { contactKindName } from '../../text/contact-kinds.ts';
import type { Explicable } from '../../text/explain.ts';

const answers = ['yes', 'no', 'unknown'] as const;

/** A helper of this place. What is typed here is for whoever is signed in, and for nobody else. */
export function ContactForm({
  facility,
  pack,
  before,
  onDone,
}: {
  readonly facility: Facility;
  readonly pack: Pack;
  readonly before: LocalContact | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useLingui();
  const [fields, setFields] = useState(() => firstFields(before, facility));
  const [languages, setLanguages] = useState(fields.languages.join(', '));
  const [changes, setChanges] = useState(fields.whatItChanges.join('\n'));
  const [error, setError] = useState<Explicable>();
  const change = (part: Partial<LocalContactFields>) => setFields({ ...fields, ...part });
  const lines = (text: string, by: RegExp) =>
    text
      .split(by)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const whole = LocalContactFields.safeParse({
    ...fields,
    languages: lines(languages, /[,;\n]/),
    whatItChanges: lines(changes, /\n/),
  });

  async function keep(ready: LocalContactFields): Promise<void> {
    const reply = await call(keepContact, { id: before?.id ?? null, fields: ready });
    if (reply.ok) onDone();
    else setError(reply.error);
  }

  const text = (name: 'name' | 'number' | 'person' | 'hours', label: string, hint?: string) => (
    <TextInput
      label={label}
      id={`contact-${name}`}
      autoComplete="off"
      value={fields[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  const names = { yes: t`Yes`, no: t`No`, unknown: t`Not known` };
  return (
    <KeepPage
      heading={before === undefined ? t`A helper of this place` : t`Change this helper`}
      keep={t`Keep this helper`}
      canKeep={whole.success}
      error={error}
      onBack={onDone}
      onKeep={() => void (whole.success && keep(whole.data))}
    >
      <p>
        <Trans>
          Only people who are signed in see this. It counts as not verified until you check it.
        </Trans>
      </p>
      {before !== undefined && (
        <p>
          <Trans>
            Another name, kind or country, or that they must tell the police, makes this another
            helper: whatever people agreed to for it ends, and they are asked again.
          </Trans>
        </p>
      )}
      {text('name', t`Name`)}
      <Select
        label={t`What it is`}
        id="contact-kind"
        value={fields.kind}
        onChange={(event) => change({ kind: ContactKind.parse(event.currentTarget.value) })}
      >
        {ContactKind.options.map((kind) => (
          <Select.Option key={kind} value={kind}>
            {contactKindName(kind)}
          </Select.Option>
        ))}
      </Select>
      <Select
        label={t`Country`}
        id="contact-country"
        value={fields.jurisdiction}
        onChange={(event) =>
          change({ jurisdiction: JurisdictionId.parse(event.currentTarget.value) })
        }
      >
        {pack.jurisdictions.map(({ id, name }) => (
          <Select.Option key={id} value={id}>
            {name}
          </Select.Option>
        ))}
      </Select>
      {text('number', t`Telephone number`, t`As you dial it from here.`)}
      {text('person', t`Whom to ask for`, t`If there is somebody.`)}
      {text('hours', t`Hours`)}
      <TextInput
        label={t`Languages`}
        hint={t`With commas between them.`}
        id="contact-languages"
        autoComplete="off"
        value={languages}
        onChange={(event) => setLanguages(event.currentTarget.value)}
      />
      <Textarea
        label={t`Whom they take`}
        id="contact-accepts"
        rows={2}
        value={fields.accepts}
        onChange={(event) => change({ accepts: event.currentTarget.value })}
      />
      <Textarea
        label={t`What they can do for people in this situation`}
        id="contact-competence"
        rows={2}
        value={fields.competence}
        onChange={(event) => change({ competence: event.currentTarget.value })}
      />
      <Textarea
        label={t`What a call changes for the person`}
        hint={t`One line for each. It is said before anything is agreed.`}
        id="contact-changes"
        rows={4}
        value={changes}
        onChange={(event) => setChanges(event.currentTarget.value)}
      />
      <Checkboxes id="contact-first" small>
        <Checkboxes.Item
          value="first"
          checked={fields.firstPoint}
          onChange={() => change({ firstPoint: !fields.firstPoint })}
        >
          {t`The first one to call`}
        </Checkboxes.Item>
      </Checkboxes>
      <Choice
        name="contact-anonymous"
        legend={t`Do they talk without a name?`}
        options={answers.map((value) => ({ value, label: names[value] }))}
        value={fields.anonymous}
        onChoose={(anonymous) => change({ anonymous })}
      />
      <Choice
        name="contact-police"
        legend={t`Must they tell the police?`}
        options={[
          ...answers.map((value) => ({ value, label: names[value] })),
          { value: 'is-police' as const, label: t`They are the police` },
        ]}
        value={fields.mustTellPolice}
        onChoose={(mustTellPolice) => change({ mustTellPolice })}
      />
    </KeepPage>
  );
}

function firstFields(before: LocalContact | undefined, facility: Facility): LocalContactFields {
  if (before === undefined)
    return {
      jurisdiction: facility.jurisdiction,
      name: '',
      kind: 'ngo',
      number: '',
      person: '',
      hours: '',
      languages: [],
      accepts: '',
      competence: '',
      firstPoint: false,
      anonymous: 'unknown',
      mustTellPolice: 'unknown',
      whatItChanges: [],
    };
  const { id: _id, addedOn: _addedOn, addedBy: _addedBy, ...fields } = before;
  return fields;
}
