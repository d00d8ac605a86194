import { useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from 'nhsuk-react-components';
import { staffLanguage } from '#core/domain/language.ts';
import type { SafeContact } from '#core/domain/safe-contact.ts';
import { phraseText } from '#core/pack/pack.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

export function SafeContactStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { safeContact } = draft;
  const change = (changes: Partial<SafeContact>) =>
    answer({ safeContact: { ...safeContact, ...changes } });
  const ask = (id: string) => phraseText(pack, staffLanguage, id);
  const ways = [t`Call`, t`Text message`, t`Not at all: they come themselves`];
  return (
    <Page heading={ask('follow.reach')} actions={actions}>
      {problem}
      <Choice
        name="way"
        legend={t`The way they choose`}
        options={ways.map((way) => ({ value: way, label: way }))}
        value={safeContact.how}
        onChoose={(how) => change({ how })}
      />
      <Textarea
        label={t`In their words`}
        id="safe-contact"
        rows={2}
        value={safeContact.how}
        onChange={(event) => change({ how: event.currentTarget.value })}
      />
      <TextInput
        label={ask('follow.not-when')}
        id="not-when"
        autoComplete="off"
        value={safeContact.notWhen}
        onChange={(event) => change({ notWhen: event.currentTarget.value })}
      />
      <TextInput
        label={ask('follow.not-say')}
        id="not-say"
        autoComplete="off"
        value={safeContact.notSay}
        onChange={(event) => change({ notSay: event.currentTarget.value })}
      />
      <TextInput
        label={ask('follow.code-word')}
        hint={t`It stays here and is on no sheet.`}
        id="code-word-kept"
        autoComplete="off"
        width={10}
        value={safeContact.codeWord}
        onChange={(event) => change({ codeWord: event.currentTarget.value })}
      />
    </Page>
  );
}
