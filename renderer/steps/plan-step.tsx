import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes, TextInput } from 'nhsuk-react-components';
import { type PlanChoiceId, PlanTime } from '#core/domain/safety-plan.ts';
import { PlanPart } from '#core/pack/plan-choice.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import { planPartWords } from '../text/plan-words.ts';
import type { StepProps } from './step-props.ts';

/** What the person means to do to be safer: chosen together, and nothing has to be typed. */
export function PlanStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { plan } = draft;

  function toggle(id: PlanChoiceId): void {
    const chosen = plan.chosen.includes(id)
      ? plan.chosen.filter((other) => other !== id)
      : [...plan.chosen, id];
    answer({ plan: { ...plan, chosen } });
  }

  function toggleTime(time: PlanTime): void {
    const times = PlanTime.options.filter(
      (other) => plan.times.includes(other) !== (other === time),
    );
    answer({ plan: { ...plan, times } });
  }

  return (
    <Page heading={t`A plan for the days to come`} actions={actions}>
      {problem}
      <p>
        <Trans>Choose with the person what fits. It is their plan, and it can stay empty.</Trans>
      </p>
      <Checkboxes
        legend={t`Times when it is safer`}
        legendProps={{ size: 's' }}
        idPrefix="plan-time"
        name="plan-time"
      >
        {PlanTime.options.map((time) => (
          <Checkboxes.Item
            key={time}
            value={time}
            checked={plan.times.includes(time)}
            onChange={() => toggleTime(time)}
          >
            <bdi dir="ltr">{time}</bdi>
          </Checkboxes.Item>
        ))}
      </Checkboxes>
      {PlanPart.options.map((part) => (
        <Checkboxes
          key={part}
          legend={planPartWords(part)}
          legendProps={{ size: 's' }}
          idPrefix={`plan-${part}`}
          name={`plan-${part}`}
        >
          {pack.planChoices
            .filter((choice) => choice.part === part)
            .map(({ id, text }) => (
              <Checkboxes.Item
                key={id}
                value={id}
                checked={plan.chosen.includes(id)}
                onChange={() => toggle(id)}
              >
                {text}
              </Checkboxes.Item>
            ))}
        </Checkboxes>
      ))}
      <TextInput
        label={t`Something of their own`}
        id="plan-own"
        autoComplete="off"
        maxLength={500}
        value={plan.own}
        onChange={(event) => answer({ plan: { ...plan, own: event.currentTarget.value } })}
      />
      <Choice
        name="plan-paper"
        legend={t`Should the plan be on paper?`}
        options={[
          { value: 'none', label: t`No paper`, hint: t`It stays here, and in their memory` },
          {
            value: 'disguised',
            label: t`As a note about a check-up`,
            hint: t`Only times and a number; they remember the rest`,
          },
          { value: 'plain', label: t`Plainly`, hint: t`Whoever finds it can read it` },
        ]}
        value={plan.paper}
        onChoose={(paper) => answer({ plan: { ...plan, paper } })}
      />
    </Page>
  );
}
