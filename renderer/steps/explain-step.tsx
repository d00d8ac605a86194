import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Textarea, TextInput } from 'nhsuk-react-components';
import type { ExplainedPoint } from '#core/domain/consent.ts';
import type { ConsentTalk } from '#core/domain/outcome.ts';
import { explanationScript } from '#core/journey/explanation.ts';
import { phraseText } from '#core/pack/pack.ts';
import { Choice } from '../parts/choice.tsx';
import { Moment } from '../parts/moment.tsx';
import { NeedsAnswer } from '../parts/needs-answer.tsx';
import { Page } from '../parts/page.tsx';
import type { StepProps } from './step-props.ts';

/** One short script, then one confirmation for all of it; what was left out is named. */
export function ExplainStep(props: StepProps) {
  const { draft, pack, facility, answer, problem, actions, isIncomplete } = props;
  const { t } = useLingui();
  const { outcome } = draft;
  if (outcome.kind !== 'refer') return null;
  const { talk } = outcome;
  const contact = pack.contacts.find(({ id }) => id === outcome.recipient);
  if (contact === undefined) return null;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const language = pack.manifest.languages.find(({ tag }) => tag === draft.language);
  const script = explanationScript(contact, place, {
    private: t`What you say stays here, but for a danger to life or to a child.`,
    noPromise: t`We cannot promise that they take you on, a place to stay, money or papers.`,
    takeBack: t`You can say no now, and you can take a yes back at any time.`,
    police: t`They may have to tell the police.`,
    noPolice: t`They say that they do not have to tell the police.`,
  }).filter(({ say, show }) => say.length + show.length > 0);
  const change = (changes: Partial<ConsentTalk>) =>
    answer({ outcome: { ...outcome, talk: { ...talk, ...changes } } });
  const toggle = (point: ExplainedPoint) =>
    change({
      leftOut: talk.leftOut.includes(point)
        ? talk.leftOut.filter((other) => other !== point)
        : [...talk.leftOut, point],
    });

  return (
    <Page heading={t`What ${contact.name} would change`} actions={actions}>
      {problem}
      {isIncomplete && talk.explainedAt === null && <NeedsAnswer isShown />}
      <ul className="script">
        {script.map(({ point, say, show, isEssential }) => (
          <li key={point} className={talk.leftOut.includes(point) ? 'script__left-out' : undefined}>
            {say.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <p lang={language?.tag} dir={language?.direction} className="script__phrase">
              {show.map((id) => phraseText(pack, draft.language, id)).join(' ')}
            </p>
            {!isEssential && (
              <button type="button" className="script__leave" onClick={() => toggle(point)}>
                {talk.leftOut.includes(point) ? t`Put back` : t`Not said`}
              </button>
            )}
          </li>
        ))}
      </ul>
      {talk.explainedAt === null ? (
        <Button type="button" onClick={() => change({ explainedAt: new Date().toISOString() })}>
          <Trans>All of this was explained</Trans>
        </Button>
      ) : (
        <output className="note">
          <Trans>
            Explained in {language?.englishName ?? ''}, <Moment instant={talk.explainedAt} />
          </Trans>
        </output>
      )}
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
