import { Trans, useLingui } from '@lingui/react/macro';
import { Textarea, TextInput } from 'nhsuk-react-components';
import type { ConsentTalk } from '#core/domain/outcome.ts';
import { Choice } from '../parts/choice.tsx';
import { ToldFirst } from '../parts/explanation-script.tsx';
import { KnownOfPerson } from '../parts/known-of-person.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import { scriptFor } from '../parts/script-for.ts';
import type { StepProps } from './step-props.ts';

/** One short script, then one confirmation for all of it; exceptions are marked. */
export function ExplainStep(props: StepProps) {
  const { draft, pack, facility, answer, problem, actions, isIncomplete } = props;
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'refer') return null;
  const { talk } = outcome;
  const contact = pack.contacts.find(({ id }) => id === outcome.recipient);
  if (contact === undefined) return null;
  const script = scriptFor({ draft, pack, facility }, contact);
  const change = (changes: Partial<ConsentTalk>) =>
    answer({ outcome: { ...outcome, talk: { ...talk, ...changes } } });
  return (
    <Page heading={t`What ${contact.name} would change`} actions={actions}>
      {problem}
      {isIncomplete && talk.explainedAt === null && <NeedsAnswer isShown />}
      <KnownOfPerson {...{ draft, pack, answer }} isSaidBelow />
      <ToldFirst {...{ script, pack, talk }} language={draft.language} onChange={change} />
      <Textarea
        label={t`What did they say back, in their own words?`}
        hint={t`Ask: “How would you tell a friend what they will do?”`}
        id="said-back"
        rows={2}
        value={talk.ownWords}
        onChange={(event) => {
          const ownWords = event.currentTarget.value;
          change({ ownWords, ...(ownWords === '' ? {} : { understood: 'own-words' }) });
        }}
      />
      <details className="more">
        <summary>
          <Trans>How it was told</Trans>
        </summary>
        <Choice
          name="told-how"
          legend={t`Read out or shown?`}
          options={[
            { value: 'read', label: t`Read out` },
            { value: 'shown', label: t`Shown on the screen` },
          ]}
          value={talk.how}
          onChoose={(how) => change({ how })}
        />
        <TextInput
          label={t`Interpreter`}
          hint={t`By role or first name. Empty when there was none.`}
          id="interpreter"
          width={20}
          value={talk.interpreter}
          onChange={(event) => change({ interpreter: event.currentTarget.value })}
        />
        <Choice
          name="understood"
          legend={t`How do you know they understood?`}
          options={[
            { value: 'own-words', label: t`They said it back` },
            { value: 'answered-questions', label: t`They answered questions` },
            { value: 'not-checked', label: t`It was not checked` },
          ]}
          value={talk.understood}
          onChoose={(understood) => change({ understood })}
        />
      </details>
    </Page>
  );
}
