import { useLingui } from '@lingui/react/macro';
import { Select, TextInput } from 'nhsuk-react-components';
import { useState } from 'react';
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import { PersonForm } from '#core/sheet/person-form.ts';
import { CardLayout } from '#core/sheet/sheet.ts';
import { type Hiding, hidings, ordinaryReasons } from '#core/sheet/small-sheets.ts';

type Fields = {
  readonly form: PersonForm['form'];
  readonly codeWord: string;
  readonly on: string;
  readonly at: string;
  readonly reason: (typeof ordinaryReasons)[number];
  readonly number: string;
  readonly layout: CardLayout;
  readonly hiding: Hiding;
};

/** What the person wants to take along, and what that paper needs. Tells only what can be made. */
export function PersonFormChoice({
  first,
  day,
  onChange,
}: {
  readonly first: PersonForm['form'];
  /** When the appointment on a slip is, unless somebody changes it. */
  readonly day: CalendarDate;
  readonly onChange: (wanted: PersonForm) => void;
}) {
  const { t } = useLingui();
  const [fields, setFields] = useState<Fields>(() => firstFields(first, day));
  const names: Readonly<Record<PersonForm['form'], string>> = {
    information: t`Sheet of information`,
    bilingual: t`The same, with our language beside it`,
    card: t`Small cards for a pocket`,
    slip: t`Ordinary appointment slip, with the helper's number`,
    'follow-up': t`Ordinary appointment slip`,
    memorise: t`Number to learn by heart, for us to read aloud`,
    full: t`Full sheet that says what this is about`,
  };
  const found: Readonly<Record<PersonForm['form'], string>> = {
    information: t`Whoever finds it sees that help was offered.`,
    bilingual: t`Whoever finds it sees that help was offered, and can read it in our language too.`,
    card: t`Whoever finds it sees a number and that there is somebody to talk to.`,
    slip: t`Whoever finds it sees an ordinary appointment.`,
    'follow-up': t`Whoever finds it sees an ordinary appointment.`,
    memorise: t`Nobody carries it. Shred it when the person knows the number.`,
    full: t`Whoever finds it sees what this is about.`,
  };
  const reasons: Readonly<Record<Fields['reason'], string>> = {
    'check-up': t`Check-up`,
    'blood-pressure': t`Blood pressure`,
    vaccination: t`Vaccination`,
    'eye-test': t`Eye test`,
  };
  const layouts: Readonly<Record<CardLayout, string>> = {
    eight: t`Eight, to cut apart`,
    ten: t`Ten, to cut apart (A4)`,
    folded: t`Four, each folded once`,
  };
  const places: Readonly<Record<Hiding, string>> = {
    'to-call': t`As the number to call`,
    'form-number': t`As the number of the form, at the foot`,
    'form-number-backwards': t`As the number of the form, read from its end`,
  };
  const known: Readonly<Record<Hiding, string>> = {
    'to-call': t`Whoever calls it or looks it up reaches the helper.`,
    'form-number': t`Tell the person where it stands. Nobody else takes it for a telephone number.`,
    'form-number-backwards': t`Tell the person where it stands and that it begins with the last digit.`,
  };
  const hasAppointment = fields.form === 'slip' || fields.form === 'follow-up';

  function change(part: Partial<Fields>): void {
    const next = { ...fields, ...part };
    setFields(next);
    const wanted = PersonForm.safeParse(formOf(next));
    if (wanted.success) onChange(wanted.data);
  }

  return (
    <>
      <Select
        label={t`What the person wants to take along`}
        hint={found[fields.form]}
        id="person-form"
        value={fields.form}
        onChange={(event) => {
          const form = PersonForm.options
            .map((option) => option.shape.form.value)
            .find((name) => name === event.currentTarget.value);
          if (form !== undefined) change({ form });
        }}
      >
        {PersonForm.options.map(({ shape }) => (
          <Select.Option key={shape.form.value} value={shape.form.value}>
            {names[shape.form.value]}
          </Select.Option>
        ))}
      </Select>
      {fields.form === 'card' && (
        <Select
          label={t`How they lie on the page`}
          id="card-layout"
          value={fields.layout}
          onChange={(event) => change({ layout: CardLayout.parse(event.currentTarget.value) })}
        >
          {CardLayout.options.map((layout) => (
            <Select.Option key={layout} value={layout}>
              {layouts[layout]}
            </Select.Option>
          ))}
        </Select>
      )}
      {fields.form === 'slip' && (
        <Select
          label={t`Where the helper's number stands, as you agreed`}
          hint={known[fields.hiding]}
          id="slip-hiding"
          value={fields.hiding}
          onChange={(event) => {
            const hiding = hidings.find((name) => name === event.currentTarget.value);
            if (hiding !== undefined) change({ hiding });
          }}
        >
          {hidings.map((hiding) => (
            <Select.Option key={hiding} value={hiding}>
              {places[hiding]}
            </Select.Option>
          ))}
        </Select>
      )}
      {fields.form === 'card' && (
        <TextInput
          label={t`Code word, if the person chose one`}
          id="code-word"
          maxLength={40}
          autoComplete="off"
          width={10}
          value={fields.codeWord}
          onChange={(event) => change({ codeWord: event.currentTarget.value })}
        />
      )}
      {hasAppointment && (
        <div className="sheet-actions">
          <TextInput
            label={t`Day`}
            id="slip-day"
            type="date"
            value={fields.on}
            onChange={(event) => change({ on: event.currentTarget.value })}
          />
          <TextInput
            label={t`Time`}
            id="slip-time"
            type="time"
            value={fields.at}
            onChange={(event) => change({ at: event.currentTarget.value })}
          />
          <Select
            label={t`For`}
            id="slip-reason"
            value={fields.reason}
            onChange={(event) => {
              const reason = ordinaryReasons.find((name) => name === event.currentTarget.value);
              if (reason !== undefined) change({ reason });
            }}
          >
            {ordinaryReasons.map((reason) => (
              <Select.Option key={reason} value={reason}>
                {reasons[reason]}
              </Select.Option>
            ))}
          </Select>
        </div>
      )}
      {hasAppointment && !(fields.form === 'slip' && fields.hiding === 'to-call') && (
        <TextInput
          label={t`Telephone number of this place`}
          id="slip-number"
          maxLength={30}
          autoComplete="off"
          width={20}
          value={fields.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** What a choice stands for before anything in it is changed. */
export function firstWanted(first: PersonForm['form'], day: CalendarDate): PersonForm {
  return PersonForm.parse(formOf(firstFields(first, day)));
}

function firstFields(form: PersonForm['form'], day: CalendarDate): Fields {
  return {
    form,
    codeWord: '',
    on: day,
    at: '10:00',
    reason: 'check-up',
    number: '',
    layout: 'eight',
    // Somebody who finds the slip may call the number, to say that nobody comes.
    hiding: 'form-number',
  };
}

function formOf(fields: Fields): unknown {
  const { form, codeWord, on, at, reason, number, layout, hiding } = fields;
  if (form === 'card') return { form, codeWord, layout };
  if (form === 'slip') return { form, appointment: { on, at, reason }, hiding, number };
  if (form === 'follow-up') return { form, appointment: { on, at, reason }, number };
  return { form };
}
