import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from 'nhsuk-react-components';
import type { RiskLevel } from '#core/domain/risk.ts';
import { RiskLevel as RiskLevels } from '#core/domain/risk.ts';
import { riskFactsOf } from '#core/journey/risk-facts.ts';
import { assessRisk, differsFromOwnView } from '#core/screening/assess-risk.ts';
import { Choice } from '../parts/choice.tsx';
import { Page } from '../parts/page.tsx';
import { RiskView } from '../parts/risk-view.tsx';
import { levelWords, ratingWords } from '../text/risk-words.ts';
import type { StepProps } from './step-props.ts';

/** How pressing it is by the rules, by the person, and by whoever is there: three views beside each other. */
export function RiskLevelStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { risk, ownView } = draft;
  const assessment = assessRisk(pack.riskRules, riskFactsOf(draft));
  const level = risk.set?.level ?? assessment.level;

  function set(chosen: RiskLevel): void {
    const isAsTheRules = chosen === assessment.level;
    answer({
      risk: {
        ...risk,
        set: isAsTheRules ? null : { level: chosen, reason: risk.set?.reason ?? '' },
      },
    });
  }

  return (
    <Page heading={t`How pressing is it?`} actions={actions}>
      {problem}
      <dl className="views">
        <div>
          <dt>
            <Trans>By the rules</Trans>
          </dt>
          <dd>{levelWords(assessment.level)}</dd>
        </div>
        <div>
          <dt>
            <Trans>The person themselves</Trans>
          </dt>
          <dd>{ratingWords(ownView.rating)}</dd>
        </div>
        {risk.set !== null && (
          <div>
            <dt>
              <Trans>As set here</Trans>
            </dt>
            <dd>{levelWords(risk.set.level)}</dd>
          </div>
        )}
      </dl>
      {differsFromOwnView(level, ownView.rating) && (
        <p className="nhsuk-inset-text">
          <Trans>
            These views differ. Both are kept. The person is usually the best judge of the danger:
            ask what you may have missed.
          </Trans>
        </p>
      )}
      <RiskView assessment={assessment} />
      <details className="more" open={risk.set !== null}>
        <summary>
          <Trans>Set another level</Trans>
        </summary>
        <Choice
          name="level"
          legend={t`How pressing is it, as you see it?`}
          options={RiskLevels.options.map((value) => ({ value, label: levelWords(value) }))}
          value={level}
          onChoose={set}
        />
        {risk.set !== null && (
          <TextInput
            label={t`Why`}
            hint={t`Kept beside the level. The rules stay as they are.`}
            id="level-reason"
            autoComplete="off"
            value={risk.set.reason}
            onChange={(event) =>
              answer({ risk: { ...risk, set: { level, reason: event.currentTarget.value } } })
            }
          />
        )}
      </details>
    </Page>
  );
}
