import { useLingui } from '@lingui/react/macro';
import type { Answer } from '#core/domain/safety.ts';
import { Choice, type Option } from '../parts/choice.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function DangerStep({
  draft,
  pack,
  facility,
  answer,
  problem,
  actions,
  isIncomplete,
}: StepProps) {
  const { t } = useLingui();
  const { danger } = draft;
  const emergency = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction)?.emergency[0]
    ?.number;
  const answers: readonly Option<Answer>[] = [
    { value: 'no', label: t`No` },
    { value: 'yes', label: t`Yes` },
    { value: 'unsure', label: t`Not sure` },
  ];
  const wordsOf = (id: string) => pack.prompts.find((prompt) => prompt.id === id)?.text ?? '';
  return (
    <Page heading={t`Is there danger right now?`} actions={actions}>
      {problem}
      <NeedsAnswer isShown={isIncomplete} />
      <Choice
        name="threat"
        legend={wordsOf('prompt.ask-threat-now')}
        options={answers}
        value={danger.threatNow}
        onChoose={(threatNow) => answer({ danger: { ...danger, threatNow } })}
      />
      {danger.threatNow === 'yes' && emergency !== undefined && (
        <p className="nhsuk-inset-text">{t`Stay with the person. Call ${emergency} or your security desk if a life is in danger.`}</p>
      )}
      <Choice
        name="tonight"
        legend={wordsOf('prompt.ask-where-tonight')}
        options={answers}
        value={danger.safeTonight}
        onChoose={(safeTonight) => answer({ danger: { ...danger, safeTonight } })}
      />
    </Page>
  );
}
