import {
  morePressing,
  type RiskFactId,
  type RiskFacts,
  type RiskLevel,
  RiskLevel as RiskLevels,
} from '#core/domain/risk.ts';
import type { OwnRating } from '#core/domain/safety.ts';
import type { RiskAction, RiskFact, RiskRule, RiskRules } from '#core/pack/risk-rules.ts';

/** One rule that holds, and the facts it rests on. */
export type RiskConclusion = {
  readonly rule: RiskRule;
  readonly restsOn: readonly RiskFact[];
  readonly actions: readonly RiskAction[];
};

export type RiskAssessment = {
  /** The most pressing that any rule, or anything not yet asked, leads to. */
  readonly level: RiskLevel;
  /** The most pressing first. */
  readonly conclusions: readonly RiskConclusion[];
  /** What nobody asked about. None of it counts as a no. */
  readonly notAssessed: readonly RiskFact[];
  /** The facts without an answer that alone keep the level from being less pressing. */
  readonly heldUpBy: readonly RiskFact[];
};

/**
 * What the rules say about these facts. Nothing is added up: each conclusion stands for itself
 * with what it rests on, and the level is that of the most pressing one.
 */
export function assessRisk(rules: RiskRules, facts: RiskFacts): RiskAssessment {
  const factsById = new Map(rules.facts.map((fact) => [fact.id, fact]));
  const actionsById = new Map(rules.actions.map((action) => [action.id, action]));
  const conclusions = rules.rules
    .filter((rule) => rule.all.every((fact) => counts(facts, fact, rule.unsure)))
    .toSorted((one, other) => order(one.level) - order(other.level))
    .map((rule) => ({
      rule,
      restsOn: rule.all.flatMap((id) => factsById.get(id) ?? []),
      actions: rule.actions.flatMap((id) => actionsById.get(id) ?? []),
    }));
  const notAssessed = rules.facts.filter(({ id }) => facts[id] === undefined);
  const byRules = conclusions.reduce(
    (level, { rule }) => morePressing(level, rule.level),
    leastPressing,
  );
  const level = notAssessed.reduce(
    (highest, { whenNotAssessed }) => morePressing(highest, whenNotAssessed),
    byRules,
  );
  return {
    level,
    conclusions,
    notAssessed,
    heldUpBy: level === byRules ? [] : notAssessed.filter((fact) => fact.whenNotAssessed === level),
  };
}

/** The actions in the order in which they press, each once. */
export function actionsOf({ conclusions }: RiskAssessment): readonly RiskAction[] {
  return [...new Set(conclusions.flatMap(({ actions }) => actions))];
}

const leastPressing: RiskLevel = 'door-open';

function order(level: RiskLevel): number {
  return RiskLevels.options.indexOf(level);
}

function counts(facts: RiskFacts, id: RiskFactId, unsureCounts: boolean): boolean {
  return facts[id] === 'yes' || (unsureCounts && facts[id] === 'unsure');
}

/**
 * Whether the person sees the danger otherwise than this level does. It is shown and never
 * settled: a person who feels safe may know more than the facts, and so may one who is afraid.
 */
export function differsFromOwnView(level: RiskLevel, rating: OwnRating): boolean {
  if (rating === 'safe') return level === 'act-now' || level === 'today';
  return rating === 'afraid' && (level === 'soon' || level === 'door-open');
}
