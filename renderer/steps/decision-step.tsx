import { useLingui } from '@lingui/react/macro';
import { newOutcome } from '#core/domain/outcome.ts';
import { Choice } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { OtherWays } from '../parts/other-ways.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function DecisionStep({
  draft,
  pack,
  answer,
  problem,
  actions,
  isIncomplete,
  goBeside,
}: StepProps) {
  const { t } = useLingui();
  const { outcome } = draft;
  const reassurance = pack.prompts.find(({ moment }) => moment === 'refusal');
  return (
    <Page heading={t`What does the person want now?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      <Choice
        name="outcome"
        legend={t`What does the person want now?`}
        isHeading
        options={[
          {
            value: 'refer',
            label: t`To be put in touch with a helper`,
            hint: t`They choose what is passed on`,
          },
          {
            value: 'cannot-refer',
            label: t`To be put in touch, but it is not possible now`,
            hint: t`Full care here, and a way to stay in touch`,
          },
          { value: 'declined', label: t`Nothing now`, hint: t`The care here stays the same` },
        ]}
        value={outcome.kind === 'undecided' ? undefined : outcome.kind}
        onChoose={(kind) => {
          if (kind === outcome.kind) return;
          answer({
            outcome: newOutcome(kind),
          });
        }}
      />
      <p>{reassurance?.text}</p>
      <OtherWays
        ways={['consultation', 'under-way', 'agreed', 'missing', 'without-yes']}
        onChoose={goBeside}
      />
    </Page>
  );
}
