import { useLingui } from '@lingui/react/macro';
import { Radios, TextInput } from 'nhsuk-react-components';
import type { IndicatorId, Observed } from '#core/domain/observation.ts';
import type { Indicator } from '#core/pack/entries.ts';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function SignsStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { observations } = draft;

  function observe(id: IndicatorId, observed: Observed | 'not-assessed'): void {
    const { [id]: _before, ...others } = observations;
    answer({ observations: observed === 'not-assessed' ? others : { ...others, [id]: observed } });
  }

  const ways = [
    { value: 'not-assessed', label: t`Not assessed` },
    { value: 'seen', label: t`Seen` },
    { value: 'told', label: t`Told` },
    { value: 'reported', label: t`Told by others` },
  ] as const;
  return (
    <Page heading={t`What did you notice?`} actions={actions}>
      {problem}
      <p>{t`Several together are a reason to talk further. One alone is not, and none of them is proof.`}</p>
      {pack.indicators.filter(isOnShortList).map(({ id, text }) => (
        <div key={id} className="sign">
          <Radios inline small legend={text} legendProps={{ size: 's' }} idPrefix={id} name={id}>
            {ways.map(({ value, label }) => (
              <Radios.Item
                key={value}
                value={value}
                checked={(observations[id] ?? 'not-assessed') === value}
                onChange={() => observe(id, value)}
              >
                {label}
              </Radios.Item>
            ))}
          </Radios>
        </div>
      ))}
      <TextInput
        label={t`Something else`}
        id="other-sign"
        autoComplete="off"
        formGroupProps={{ className: 'nhsuk-u-margin-top-4' }}
        value={draft.otherSign}
        onChange={(event) => answer({ otherSign: event.currentTarget.value })}
      />
    </Page>
  );
}

/** Those that a sheet can print in every language. The whole catalogue is for reading. */
function isOnShortList({ phrase }: Indicator): boolean {
  return phrase !== undefined;
}
