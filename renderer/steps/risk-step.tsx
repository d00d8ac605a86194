import { Trans, useLingui } from '@lingui/react/macro';
import type { RiskAnswer, RiskFactId } from '#core/domain/risk.ts';
import { foundElsewhere } from '#core/journey/risk-facts.ts';
import { Page } from '../parts/page.tsx';
import { RowOfAnswers } from '../parts/row-of-answers.tsx';
import type { StepProps } from './step-props.ts';

/** What bears on how pressing it is. What an earlier step found is shown and not asked again. */
export function RiskStep({ draft, pack, answer, problem, actions }: StepProps) {
  const { t } = useLingui();
  const { risk } = draft;
  const words: Readonly<Record<RiskAnswer, string>> = {
    yes: t`Yes`,
    no: t`No`,
    unsure: t`Not sure`,
  };
  const ways = [
    { value: 'not-assessed', label: t`Not assessed` },
    { value: 'yes', label: words.yes },
    { value: 'no', label: words.no },
    { value: 'unsure', label: words.unsure },
  ] as const;

  function put(id: RiskFactId, given: RiskAnswer | 'not-assessed'): void {
    const { [id]: _before, ...others } = risk.facts;
    const facts = given === 'not-assessed' ? others : { ...others, [id]: given };
    answer({ risk: { ...risk, facts } });
  }

  return (
    <Page heading={t`What else bears on it?`} actions={actions}>
      {problem}
      <p>
        <Trans>Leave out what you cannot ask now. Not assessed never counts as no.</Trans>
      </p>
      {pack.riskRules.facts.map(({ id, text, ask }) => {
        const found = foundElsewhere(draft, id);
        return found === undefined ? (
          <RowOfAnswers
            key={id}
            {...{ id }}
            question={ask}
            answers={ways}
            value={risk.facts[id] ?? 'not-assessed'}
            onChoose={(given) => put(id, given)}
          />
        ) : (
          <p key={id} className="sign">
            <strong>{text}</strong>
            <br />
            {words[found]} · <Trans>answered earlier in this visit</Trans>
          </p>
        );
      })}
    </Page>
  );
}
