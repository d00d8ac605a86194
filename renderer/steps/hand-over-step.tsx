import { useLingui } from '@lingui/react/macro';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { RefusalDetails } from './refusal-details.tsx';
import type { StepProps } from './step-props.ts';

export function HandOverStep({ draft, answer, problem, actions, isIncomplete }: StepProps) {
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'declined') return null;
  return (
    <Page heading={t`Would they like a number for later?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      <Choice
        name="hand-over"
        legend={t`The person chooses. Whatever they carry can be found.`}
        options={[
          { value: 'nothing', label: t`Nothing`, hint: t`The door stays open all the same` },
          { value: 'memorise', label: t`Learn a number by heart` },
          {
            value: 'disguised',
            label: t`A slip that looks like an ordinary note`,
            hint: t`Nothing on it tells what it is for`,
          },
          {
            value: 'plain',
            label: t`A sheet in their language`,
            hint: t`Only if they have a safe place for it`,
          },
        ]}
        value={outcome.handOver ?? undefined}
        onChoose={(handOver) => answer({ outcome: { ...outcome, handOver } })}
      />
      <RefusalDetails
        {...{ outcome }}
        change={(changes) => answer({ outcome: { ...outcome, ...changes } })}
      />
    </Page>
  );
}
