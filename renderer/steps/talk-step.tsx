import { Trans, useLingui } from '@lingui/react/macro';
import { Checkboxes, Select, Textarea } from 'nhsuk-react-components';
import { dayHere } from '#core/domain/calendar-date.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { Setting } from '#core/domain/setting.ts';
import type { PromptId, Talk } from '#core/domain/talk.ts';
import type { Prompt } from '#core/pack/entries.ts';
import { phraseText } from '#core/pack/pack.ts';
import { furtherPrompts, openPrompts } from '#core/pack/open-prompts.ts';
import { Moment } from '../parts/moment.tsx';
import { Page } from '../parts/page.tsx';
import { settingName, sideName } from '../text/talk.ts';
import type { StepProps } from './step-props.ts';

/** Open questions to choose from. Nobody needs a reason to leave one out (R61). */
export function TalkStep({ draft, pack, answer, askedBefore, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { talk } = draft;
  const change = (changes: Partial<Talk>) => answer({ talk: { ...talk, ...changes } });
  const toggle = (id: PromptId) =>
    change({
      asked: talk.asked.includes(id)
        ? talk.asked.filter((other) => other !== id)
        : [...talk.asked, id],
    });
  return (
    <Page heading={t`How are things for you?`} actions={actions}>
      {problem}
      <Select
        label={t`Questions for`}
        id="setting"
        value={talk.setting}
        onChange={(event) => change({ setting: Setting.parse(event.currentTarget.value) })}
      >
        {Setting.options.map((setting) => (
          <Select.Option key={setting} value={setting}>
            {settingName(setting)}
          </Select.Option>
        ))}
      </Select>
      <Asked
        legend={t`Tick what was asked. Leave out what does not fit.`}
        prompts={openPrompts(pack.prompts, talk.setting)}
        {...{ talk, toggle, askedBefore }}
      />
      <details className="more">
        <summary>
          <Trans>More questions about everyday life</Trans>
        </summary>
        {furtherPrompts(pack.prompts, talk.setting).map(({ moment, prompts }) => (
          <Asked
            key={moment}
            legend={sideName(moment)}
            {...{ prompts, talk, toggle, askedBefore }}
          />
        ))}
      </details>
      {talk.written.length > 0 && (
        <section aria-label={t`Pointed at or written`}>
          <h2 className="nhsuk-heading-s">
            <Trans>Pointed at or written</Trans>
          </h2>
          <ul>
            {talk.written.map(({ at, language, pointedAt, words }) => (
              <li key={at}>
                <Moment instant={at} />{' '}
                {pointedAt.map((id) => phraseText(pack, staffLanguage, id)).join(' · ')}{' '}
                <bdi lang={language}>{words}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Textarea
        label={t`What they say`}
        hint={t`In their words, if they agree to that.`}
        id="said"
        rows={3}
        value={talk.said}
        onChange={(event) => change({ said: event.currentTarget.value })}
      />
      <Textarea
        label={t`What you see`}
        hint={t`Posture, looks, pauses. Kept apart from the words.`}
        id="seen"
        rows={2}
        value={talk.seen}
        onChange={(event) => change({ seen: event.currentTarget.value })}
      />
    </Page>
  );
}

function Asked({
  legend,
  prompts,
  talk,
  toggle,
  askedBefore,
}: {
  readonly legend: string;
  readonly prompts: readonly Prompt[];
  readonly talk: Talk;
  readonly toggle: (id: PromptId) => void;
  readonly askedBefore: StepProps['askedBefore'];
}) {
  const { t } = useLingui();
  const earlier = new Map(askedBefore?.prompts.map(({ prompt, lastAt }) => [prompt, lastAt]));
  const hintOf = (id: PromptId) => {
    const lastAt = earlier.get(id);
    return lastAt === undefined ? {} : { hint: t`asked on ${dayHere(lastAt)}` };
  };
  return (
    <Checkboxes legend={legend} legendProps={{ size: 's' }} small name={prompts[0]?.id ?? legend}>
      {prompts.map(({ id, text }) => (
        <Checkboxes.Item
          key={id}
          value={id}
          checked={talk.asked.includes(id)}
          onChange={() => toggle(id)}
          {...hintOf(id)}
        >
          {text}
        </Checkboxes.Item>
      ))}
    </Checkboxes>
  );
}
