import { Trans, useLingui } from '@lingui/react/macro';
import { staffLanguage } from '#core/domain/language.ts';
import type { Answer, Danger } from '#core/domain/safety.ts';
import { phraseText } from '#core/pack/pack.ts';
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
  const change = (changes: Partial<Danger>) => answer({ danger: { ...danger, ...changes } });
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
        isInline
        options={answers}
        value={danger.threatNow}
        onChoose={(threatNow) => change({ threatNow })}
      />
      {danger.threatNow === 'yes' && emergency !== undefined && (
        <p className="nhsuk-inset-text">{t`Stay with the person. Call ${emergency} or your security desk if a life is in danger.`}</p>
      )}
      <Choice
        name="tonight"
        legend={wordsOf('prompt.ask-where-tonight')}
        isInline
        options={answers}
        value={danger.safeTonight}
        onChoose={(safeTonight) => change({ safeTonight })}
      />
      <Choice
        name="others"
        legend={t`Is a child or anybody else at risk?`}
        isInline
        options={answers}
        value={danger.othersAtRisk}
        onChoose={(othersAtRisk) => change({ othersAtRisk })}
      />
      <Choice
        name="listening"
        legend={phraseText(pack, staffLanguage, 'ask.listening')}
        isInline
        options={answers}
        value={danger.listening}
        onChoose={(listening) => change({ listening })}
      />
      {danger.listening === 'yes' && (
        <p className="nhsuk-inset-text">
          <Trans>Change the subject now. Telephones can be left outside.</Trans>
        </p>
      )}
    </Page>
  );
}
