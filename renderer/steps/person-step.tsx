import { useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import { LanguageField } from '../parts/language-field.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function PersonStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  return (
    <Page heading={t`What may we call you?`} actions={actions}>
      {problem}
      <TextInput
        label={t`A name to use`}
        hint={t`Any name will do, or none.`}
        id="alias"
        autoComplete="off"
        width={20}
        value={draft.alias}
        onChange={(event) => answer({ alias: event.currentTarget.value })}
      />
      <LanguageField
        {...{ pack }}
        id="mother-tongue"
        label={t`Mother tongue`}
        hint={t`Only if they say it. We go on in the language that is safe.`}
        value={draft.motherTongue}
        nothing={t`Not asked`}
        onChange={(motherTongue) => answer({ motherTongue })}
      />
    </Page>
  );
}
