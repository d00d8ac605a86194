import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import { Choice } from '../parts/choice.tsx';
import { DayField } from '../parts/day-field.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** No helper can take the person now: the care here is the help (R119). */
export function StayInTouchStep({ draft, answer, problem, actions, isIncomplete }: StepProps) {
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'cannot-refer') return null;
  const change = (changes: Partial<typeof outcome>) =>
    answer({ outcome: { ...outcome, ...changes } });
  return (
    <Page heading={t`How do you stay in touch?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      <p>
        <Trans>Treat fully today. Stay the one they can come back to.</Trans>
      </p>
      <Choice
        name="card"
        legend={t`Does the person want to carry something?`}
        options={[
          { value: 'nothing', label: t`Nothing` },
          {
            value: 'card',
            label: t`A small card with a number`,
            hint: t`Only if they have a safe place for it`,
          },
        ]}
        value={outcome.card ?? undefined}
        onChoose={(card) => change({ card })}
      />
      <details className="more">
        <summary>
          <Trans>When to look again, and why</Trans>
        </summary>
        <DayField
          label={t`Look again whether a helper can be found`}
          id="review"
          value={outcome.reviewOn}
          onChange={(reviewOn) => change({ reviewOn })}
        />
        <Textarea
          label={t`Why it is not possible now`}
          id="why"
          rows={2}
          value={outcome.why}
          onChange={(event) => change({ why: event.currentTarget.value })}
        />
      </details>
    </Page>
  );
}
