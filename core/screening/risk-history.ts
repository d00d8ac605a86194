import type { VisitDanger } from '#core/domain/case-page.ts';
import type { RiskAnswer, RiskFacts, RiskLevel } from '#core/domain/risk.ts';
import type { RiskFact, RiskRules } from '#core/pack/risk-rules.ts';
import { assessRisk } from './assess-risk.ts';

/** What is known about a fact; `not-assessed` is a state of its own. */
type Known = RiskAnswer | 'not-assessed';

export type RiskChange = { readonly fact: RiskFact; readonly from: Known; readonly to: Known };

/** How pressing it was at one visit, by the rules, as somebody set it, and as the person saw it. */
export type RiskMoment = {
  readonly visit: VisitDanger;
  readonly byRules: RiskLevel;
  /** What counted: the level that was set, or else that of the rules. */
  readonly level: RiskLevel;
  /** How many facts nobody asked about; they may hold the level up. */
  readonly notAssessed: number;
  /** Against the visit before; of the first visit none. */
  readonly changes: readonly RiskChange[];
};

/**
 * The danger from visit to visit, the earliest first. Visits at which nothing about it was
 * assessed are left out: they say nothing, and not that it was over.
 */
export function riskHistory(
  rules: RiskRules,
  visits: readonly VisitDanger[],
): readonly RiskMoment[] {
  const withRisk = visits
    .filter(isAssessed)
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  return withRisk.map((visit, at) => {
    const assessed = assessRisk(rules, visit.risk.facts);
    const byRules = assessed.level;
    const before = withRisk[at - 1]?.risk.facts;
    return {
      visit,
      byRules,
      level: visit.risk.set?.level ?? byRules,
      notAssessed: assessed.notAssessed.length,
      changes: before === undefined ? [] : changesOf(rules, before, visit.risk.facts),
    };
  });
}

/**
 * What counted when anything about danger was assessed last, or undefined where it never was.
 *
 * @param visits the latest first; no more of them are taken than it needs
 */
export function latestLevel(
  rules: RiskRules,
  visits: Iterable<VisitDanger>,
): RiskLevel | undefined {
  for (const visit of visits)
    if (isAssessed(visit))
      return visit.risk.set?.level ?? assessRisk(rules, visit.risk.facts).level;
  return undefined;
}

function isAssessed({ risk }: VisitDanger): boolean {
  return Object.keys(risk.facts).length > 0 || risk.set !== null;
}

function changesOf(rules: RiskRules, before: RiskFacts, after: RiskFacts): readonly RiskChange[] {
  return rules.facts.flatMap((fact) => {
    const from: Known = before[fact.id] ?? 'not-assessed';
    const to: Known = after[fact.id] ?? 'not-assessed';
    return from === to ? [] : [{ fact, from, to }];
  });
}
