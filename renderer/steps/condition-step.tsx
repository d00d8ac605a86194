import { useLingui } from '@lingui/react/macro';
import type { Conditions } from '#core/domain/condition.ts';
import { Choice, type Option } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function ConditionStep({ draft, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { conditions } = draft;
  const change = (changes: Partial<Conditions>) =>
    answer({ conditions: { ...conditions, ...changes } });
  const grades: readonly Option<Exclude<Conditions['physical'], 'not-asked'>>[] = [
    { value: 'well', label: t`Well` },
    { value: 'strained', label: t`Under strain` },
    { value: 'unwell', label: t`Unwell` },
    { value: 'urgent', label: t`Needs care today` },
  ];
  const sides = [
    { side: 'physical', legend: t`In their body` },
    { side: 'psychological', legend: t`In their mind` },
    { side: 'emotional', legend: t`In their feelings` },
  ] as const;
  return (
    <Page heading={t`How is the person?`} actions={actions}>
      {problem}
      {sides.map(({ side, legend }) => (
        <Choice
          key={side}
          name={side}
          {...{ legend }}
          isInline
          options={grades}
          value={conditions[side] === 'not-asked' ? undefined : conditions[side]}
          onChoose={(condition) => change({ [side]: condition })}
        />
      ))}
    </Page>
  );
}
