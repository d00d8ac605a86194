import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { useDeferredValue, useState } from 'react';
import type { IndicatorId, Observed } from '#core/domain/observation.ts';
import { knownSigns } from '#core/pack/added-sign.ts';
import type { Indicator } from '#core/pack/entries.ts';
import { findSigns } from '#core/pack/find-signs.ts';
import { InstrumentsInUse } from '../parts/instrument-use.tsx';
import { Page } from '../parts/page.tsx';
import { RowOfAnswers } from '../parts/row-of-answers.tsx';
import { publishersOf } from '../text/publishers.ts';
import type { StepProps } from './step-props.ts';

/** More than anybody reads beside a person; another word brings the rest. */
const mostFound = 12;

export function SignsStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { observations } = draft;
  const [words, setWords] = useState('');
  /** What was noted before stays in its place for as long as the step does: a slip can be put right. */
  const [notedBefore] = useState(observations);
  const found = findSigns(pack, useDeferredValue(words));

  function observe(id: IndicatorId, observed: Observed | 'not-assessed'): void {
    const { [id]: _before, ...others } = observations;
    answer({ observations: observed === 'not-assessed' ? others : { ...others, [id]: observed } });
  }

  const offered = new Set(
    pack.indicators.flatMap(({ id, phrase, settings }) =>
      phrase !== undefined || settings?.includes(draft.talk.setting) ? [id] : [],
    ),
  );
  const listed = knownSigns(pack).filter(
    ({ id }) => offered.has(id) || (observations[id] ?? notedBefore[id]) !== undefined,
  );
  const publishers = publishersOf(pack);
  const further = found.filter((sign) => !listed.includes(sign)).slice(0, mostFound);
  return (
    <Page heading={t`What did you notice?`} actions={actions}>
      {problem}
      <p>{t`Several together are a reason to talk further. One alone is not, and none of them is proof.`}</p>
      {listed.map((sign) => (
        <Sign key={sign.id} {...{ sign, publishers, observe }} observed={observations[sign.id]} />
      ))}
      <TextInput
        label={t`Look for another sign`}
        id="sign-words"
        type="search"
        autoComplete="off"
        width={20}
        formGroupProps={{ className: 'nhsuk-u-margin-top-4' }}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {words.trim() !== '' && further.length === 0 && (
        <p>
          <Trans>Nothing more under this word.</Trans>
        </p>
      )}
      {further.map((sign) => (
        <Sign key={sign.id} {...{ sign, publishers, observe }} observed={observations[sign.id]} />
      ))}
      <TextInput
        label={t`Something else`}
        id="other-sign"
        autoComplete="off"
        formGroupProps={{ className: 'nhsuk-u-margin-top-4' }}
        value={draft.otherSign}
        onChange={(event) => answer({ otherSign: event.currentTarget.value })}
      />
      <InstrumentsInUse instruments={pack.instruments} />
    </Page>
  );
}

function Sign({
  sign,
  publishers,
  observed,
  observe,
}: {
  readonly sign: Indicator;
  readonly publishers: ReadonlyMap<string, string>;
  readonly observed: Observed | undefined;
  readonly observe: (id: IndicatorId, observed: Observed | 'not-assessed') => void;
}) {
  const { t } = useLingui();
  const ways = [
    { value: 'not-assessed', label: t`Not assessed` },
    { value: 'seen', label: t`Seen` },
    { value: 'told', label: t`Told` },
    { value: 'reported', label: t`Told by others` },
  ] as const;
  const named = new Set(sign.sources.map(({ work }) => publishers.get(work) ?? work));
  return (
    <RowOfAnswers
      id={sign.id}
      question={sign.text}
      source={t`Source: ${[...named].join('; ')}`}
      answers={ways}
      value={observed ?? 'not-assessed'}
      onChoose={(value) => observe(sign.id, value)}
    />
  );
}
