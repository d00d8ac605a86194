import { useLingui } from '@lingui/react/macro';
import { Select, TextInput } from 'nhsuk-react-components';
import { LanguageTag } from '#core/domain/language.ts';
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
      <Select
        label={t`The language this person reads`}
        hint={t`Ask which language is safe to use here. It need not be the mother tongue.`}
        id="language"
        value={draft.language}
        onChange={(event) => answer({ language: LanguageTag.parse(event.currentTarget.value) })}
      >
        {pack.manifest.languages.map(({ tag, ownName, englishName }) => (
          <Select.Option key={tag} value={tag}>
            {ownName === englishName ? ownName : `${englishName} · ${ownName}`}
          </Select.Option>
        ))}
      </Select>
    </Page>
  );
}
