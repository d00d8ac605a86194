import { Trans, useLingui } from '@lingui/react/macro';
import type { Answer } from '#core/domain/safety.ts';
import type { Opened } from '#core/domain/openness.ts';
import type { LegalStatement } from '#core/pack/jurisdiction.ts';
import { BothLanguages } from '../parts/both-languages.tsx';
import { Choice, type Option } from '../parts/choice.tsx';
import { LanguageField } from '../parts/language-field.tsx';
import { Page } from '../parts/page.tsx';
import { certaintyWords } from '../text/law.ts';
import type { StepProps } from './step-props.ts';

/** What may have to be told to others comes before the first question (R87). */
export function OpennessStep({ draft, pack, facility, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { openness, language } = draft;
  const place = pack.jurisdictions.find(({ id }) => id === facility.jurisdiction);
  const duties = place?.statements.filter(({ subject }) => subject === 'duty-to-report') ?? [];
  const phrases = [
    'private.stays',
    'private.limits',
    ...(duties.some(mayOblige) ? ['private.law'] : []),
    'private.under-eighteen',
    'private.your-choice',
    'decide.any-question',
    'decide.stop',
  ];
  const answers: readonly Option<Answer>[] = [
    { value: 'yes', label: t`Yes` },
    { value: 'no', label: t`No` },
    { value: 'unsure', label: t`Not sure` },
  ];
  const open = (opened: Opened) =>
    answer({
      openness: {
        ...openness,
        opened,
        openedAt: opened === 'not-said' ? null : new Date().toISOString(),
      },
    });
  return (
    <Page heading={t`Say this first`} actions={actions}>
      {problem}
      <LanguageField
        {...{ pack }}
        id="language"
        label={t`Language that is safe to use here`}
        hint={t`Ask. It need not be the mother tongue.`}
        value={language}
        onChange={(chosen) => chosen !== null && answer({ language: chosen })}
      />
      <BothLanguages {...{ pack, language, phrases }} />
      <details className="more" open={duties.some(mayOblige)}>
        <summary>
          <Trans>What the law here may ask of you</Trans>
        </summary>
        <ul>
          {duties.map(({ id, text, certainty }) => (
            <li key={id}>
              {text} <span className="tag">{certaintyWords(certainty)}</span>
            </li>
          ))}
        </ul>
      </details>
      <Choice
        name="opened"
        legend={t`Was this told?`}
        isInline
        options={[
          { value: 'said', label: t`Said` },
          { value: 'shown', label: t`Shown` },
          { value: 'not-said', label: t`Not now` },
        ]}
        value={openness.opened === 'not-said' ? undefined : openness.opened}
        onChoose={open}
      />
      <Choice
        name="may-talk"
        legend={t`May we talk about how things are for you?`}
        isInline
        options={answers}
        value={openness.mayTalk}
        onChoose={(mayTalk) => answer({ openness: { ...openness, mayTalk } })}
      />
      {openness.mayTalk === 'no' && (
        <p className="nhsuk-inset-text">
          <Trans>That is a good answer. Give the usual care, and skip ahead.</Trans>
        </p>
      )}
      <Choice
        name="may-write"
        legend={t`May I write it down?`}
        isInline
        options={answers}
        value={openness.mayWrite}
        onChoose={(mayWrite) => answer({ openness: { ...openness, mayWrite } })}
      />
    </Page>
  );
}

/** Also where the sources are unsure: a person is warned once too often rather than too late. */
function mayOblige({ rule }: LegalStatement): boolean {
  return rule === 'requires' || rule === 'depends';
}
