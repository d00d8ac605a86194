import { Trans, useLingui } from '@lingui/react/macro';
import { dayHere, daysAfter } from '#core/domain/calendar-date.ts';
import { followUpOn } from '#core/domain/follow-up.ts';
import { Choice } from '../parts/choice.tsx';
import { DayField } from '../parts/day-field.tsx';
import { Page } from '../parts/page.tsx';
import { sayDay } from '../text/moment-words.ts';
import type { StepProps } from './step-props.ts';

/** It looks like any other appointment (R127, R129). */
export function FollowUpStep({ draft, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { followUp } = draft;
  const inDays = (days: number, label: string) => {
    const day = daysAfter(dayHere(new Date().toISOString()), days);
    return { value: day, label, hint: sayDay(day) };
  };
  const options = [
    inDays(7, t`In one week`),
    inDays(14, t`In two weeks`),
    inDays(28, t`In four weeks`),
    { value: 'when-they-like', label: t`They will come when they want` },
  ];
  return (
    <Page heading={t`An ordinary next appointment`} actions={actions}>
      {problem}
      <p>
        <Trans>A check-up, a dressing, a result: a reason that anybody could have.</Trans>
      </p>
      <Choice
        name="next"
        legend={t`When`}
        {...{ options }}
        value={followUp.kind === 'on' ? followUp.on : followUp.kind}
        onChoose={(chosen) =>
          answer({
            followUp: chosen === 'when-they-like' ? { kind: chosen } : followUpOn(chosen),
          })
        }
      />
      <DayField
        label={t`Another day`}
        id="follow-up"
        value={followUp.kind === 'on' ? followUp.on : null}
        onChange={(day) => answer({ followUp: followUpOn(day) })}
      />
    </Page>
  );
}
