import { useLingui } from '@lingui/react/macro';
import { Textarea } from 'nhsuk-react-components';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function OwnViewStep({ draft, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { ownView } = draft;
  return (
    <Page heading={t`How safe do you feel?`} actions={actions}>
      {problem}
      <Choice
        name="own-view"
        legend={t`In the person's own judgement. It is kept as they say it.`}
        options={[
          { value: 'safe', label: t`“I feel safe”` },
          { value: 'worried', label: t`“I am worried”` },
          { value: 'afraid', label: t`“I am afraid”` },
          { value: 'would-not-say', label: t`“I would rather not say”` },
        ]}
        value={ownView.rating}
        onChoose={(rating) => answer({ ownView: { ...ownView, rating } })}
      />
      <Textarea
        label={t`In their own words, if they want`}
        id="own-words"
        rows={3}
        value={ownView.words}
        onChange={(event) => answer({ ownView: { ...ownView, words: event.currentTarget.value } })}
      />
    </Page>
  );
}
