import { Trans, useLingui } from '@lingui/react/macro';
import { Select, TextInput } from 'nhsuk-react-components';
import { useId, useState } from 'react';
import type { InstrumentInUse } from '#core/pack/instrument.ts';
import { type ItemAnswer, scoreInstrument } from '#core/screening/score.ts';
import { Choice } from './choice.tsx';
import { InstrumentFacts } from './instrument-facts.tsx';

/**
 * The questionnaires whose questions the place has brought in, for use beside a visit. Nothing of
 * it is kept, and what comes out is never what a person is.
 */
export function InstrumentsInUse({
  instruments,
}: {
  readonly instruments: readonly InstrumentInUse[];
}) {
  const { t } = useLingui();
  const id = useId();
  const usable = instruments.filter(({ questions }) => questions !== null);
  const [chosen, setChosen] = useState('');
  if (usable.length === 0) return null;
  const instrument = usable.find((each) => each.id === chosen);
  return (
    <details className="more">
      <summary>
        <Trans>A questionnaire</Trans>
      </summary>
      <Select
        label={t`Which one?`}
        id={id}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <Select.Option value="">{t`None`}</Select.Option>
        {usable.map((each) => (
          <Select.Option key={each.id} value={each.id}>
            {each.name}
          </Select.Option>
        ))}
      </Select>
      {instrument && <InstrumentUse key={instrument.id} instrument={instrument} />}
    </details>
  );
}

function InstrumentUse({ instrument }: { readonly instrument: InstrumentInUse }) {
  const { t } = useLingui();
  const id = useId();
  const [age, setAge] = useState('');
  const [answers, setAnswers] = useState<ReadonlyMap<number, ItemAnswer>>(new Map());
  const ageYears = /^\d{1,3}$/.test(age) ? Number(age) : undefined;

  function answer(item: number, given: ItemAnswer | 'open'): void {
    const next = new Map(answers);
    if (given === 'open') next.delete(item);
    else next.set(item, given);
    setAnswers(next);
  }

  return (
    <>
      <p>
        <Trans>
          Nothing of this is kept. What you hear goes among the signs, in your own words.
        </Trans>
      </p>
      <TextInput
        label={t`Age in years`}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        width={3}
        value={age}
        onChange={(event) => setAge(event.currentTarget.value)}
      />
      {instrument.questions?.map((question, at) => (
        <Choice
          key={question}
          name={`${id}-${at + 1}`}
          legend={`${at + 1}. ${question}`}
          options={[
            { value: 'yes', label: t`Yes` },
            { value: 'no', label: t`No` },
            { value: 'open', label: t`Not asked, or no answer` },
          ]}
          value={answers.get(at + 1) ?? 'open'}
          onChoose={(given) => answer(at + 1, given)}
        />
      ))}
      <ResultWords {...{ instrument, answers, ageYears }} />
      <InstrumentFacts instrument={instrument} />
    </>
  );
}

function ResultWords({
  instrument,
  answers,
  ageYears,
}: {
  readonly instrument: InstrumentInUse;
  readonly answers: ReadonlyMap<number, ItemAnswer>;
  readonly ageYears: number | undefined;
}) {
  const { t } = useLingui();
  const result = scoreInstrument(instrument, answers, ageYears);
  const words = () => {
    switch (result.kind) {
      case 'AtOrAboveCutoff':
        return [t`Talk further.`, instrument.meaning.positive];
      case 'BelowCutoff':
        return [t`This clears nobody.`, instrument.meaning.negative];
      case 'NotYetKnown':
        return [
          t`Open.`,
          t`Questions without an answer can still decide: ${result.open.join(', ')}. An open question is not a no.`,
        ];
      case 'OutsideAgeRange':
        return [t`No result.`, t`It was never tried on people of this age.`];
      default:
        return [t`No result yet.`, t`It was made for some ages only: the age is needed first.`];
    }
  };
  const [title, text] = words();
  return (
    <output className="nhsuk-inset-text">
      <strong>{title}</strong> {text}
    </output>
  );
}
