import { pressure } from '#core/domain/risk.ts';
import type { RiskFact, RiskRule, RiskRules } from './risk-rules.ts';

export type RiskRuleProblem =
  | { readonly kind: 'UnknownFact'; readonly where: string; readonly fact: string }
  | { readonly kind: 'UnknownAction'; readonly where: string; readonly action: string }
  /** Nothing happens with an answer to this question: then it is not to be asked. */
  | { readonly kind: 'FactWithoutRule'; readonly where: string }
  /** A yes, or a “not sure”, would be less pressing than not having asked. */
  | { readonly kind: 'AskingLowersLevel'; readonly where: string }
  /** With no fact at all nothing would be said, not even that the door stays open. */
  | { readonly kind: 'NoRuleForEverybody'; readonly where: string };

/** What is wrong with the rules that their schema cannot see. */
export function riskRuleProblems({ facts, actions, rules }: RiskRules): readonly RiskRuleProblem[] {
  const factIds = new Set(facts.map(({ id }) => id));
  const actionIds = new Set(actions.map(({ id }) => id));
  return [
    ...rules.flatMap(({ id: where, all, actions: named }) => [
      ...all
        .filter((fact) => !factIds.has(fact))
        .map((fact): RiskRuleProblem => ({ kind: 'UnknownFact', where, fact })),
      ...named
        .filter((action) => !actionIds.has(action))
        .map((action): RiskRuleProblem => ({ kind: 'UnknownAction', where, action })),
    ]),
    ...facts.flatMap((fact) => factProblems(fact, rules)),
    ...(rules.some(({ all }) => all.length === 0)
      ? []
      : [{ kind: 'NoRuleForEverybody' as const, where: 'risk-rules' }]),
  ];
}

function factProblems(
  { id: where, whenNotAssessed }: RiskFact,
  rules: readonly RiskRule[],
): readonly RiskRuleProblem[] {
  const alone = rules.filter(({ all }) => all.length === 1 && all[0] === where);
  if (alone.length === 0) return [{ kind: 'FactWithoutRule', where }];
  const reaches = (some: readonly RiskRule[]) =>
    some.some(({ level }) => pressure(level) >= pressure(whenNotAssessed));
  const isLowered = !reaches(alone) || !reaches(alone.filter(({ unsure }) => unsure));
  return isLowered ? [{ kind: 'AskingLowersLevel', where }] : [];
}
