import { Trans, useLingui } from '@lingui/react/macro';
import type { RiskAction } from '#core/pack/risk-rules.ts';
import type { RiskAssessment, RiskConclusion } from '#core/screening/assess-risk.ts';
import { levelWords, whoWords } from '../text/risk-words.ts';

/** What the rules lead to: each conclusion with its facts, what is done, and what nobody asked. */
export function RiskView({ assessment }: { readonly assessment: RiskAssessment }) {
  const { t } = useLingui();
  const { conclusions, notAssessed, heldUpBy } = assessment;
  const namesOf = (facts: readonly { readonly text: string }[]) =>
    facts.map(({ text }) => text).join(' · ');
  return (
    <>
      <ul className="risk">
        {conclusions.map(({ rule, restsOn, actions }, at) => (
          <li key={rule.id}>
            <strong>{levelWords(rule.level)}</strong>{' '}
            <span className="risk__because">
              {restsOn.length === 0 ? t`For everybody` : t`Because of: ${namesOf(restsOn)}`}
            </span>
            <ul>
              {actions
                .filter((action) => !isSaidBefore(conclusions, at, action))
                .map(({ id, text, who }) => (
                  <li key={id}>
                    {text} <span className="risk__who">({whoWords(who)})</span>
                  </li>
                ))}
              {actions.every((action) => isSaidBefore(conclusions, at, action)) && (
                <li className="risk__who">
                  <Trans>As above</Trans>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
      {heldUpBy.length > 0 && (
        <p>
          <Trans>Not less pressing as long as nobody knows: {namesOf(heldUpBy)}.</Trans>
        </p>
      )}
      {notAssessed.length > 0 && (
        <p className="note">
          <Trans>Not assessed: {namesOf(notAssessed)}.</Trans>
        </p>
      )}
    </>
  );
}

/** Whether a more pressing conclusion asks for the same: whoever is tired should read it once. */
function isSaidBefore(
  conclusions: readonly RiskConclusion[],
  at: number,
  action: RiskAction,
): boolean {
  return conclusions.slice(0, at).some(({ actions }) => actions.includes(action));
}
