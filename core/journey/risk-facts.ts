import type { VisitDraft } from '#core/domain/encounter.ts';
import { type RiskAnswer, RiskFactId, type RiskFacts } from '#core/domain/risk.ts';
import type { Answer } from '#core/domain/safety.ts';

type Answered = Pick<VisitDraft, 'danger' | 'outcome'>;

/** Facts that another step of the visit asks for already, so that nobody is asked twice. */
const askedElsewhere: Readonly<Record<string, (draft: Answered) => Answer>> = {
  'fact.immediate-danger': ({ danger }) => danger.threatNow,
  'fact.no-safe-place': ({ danger }) => opposite(danger.safeTonight),
  'fact.children': ({ danger }) => danger.othersAtRisk,
  'fact.watched': ({ danger }) => danger.listening,
  'fact.minor': ({ outcome }) =>
    outcome.kind === 'refer' ? underAge(outcome.talk.decidedBy.age) : 'not-asked',
};

/** The pack must have these, or an answer would lead nowhere. */
export const factsAskedElsewhere: readonly RiskFactId[] = Object.keys(askedElsewhere).map((id) =>
  RiskFactId.parse(id),
);

/** What another step found about a fact, or undefined when it is still to be asked. */
export function foundElsewhere(draft: Answered, id: RiskFactId): RiskAnswer | undefined {
  const found = askedElsewhere[id]?.(draft) ?? 'not-asked';
  return found === 'not-asked' ? undefined : found;
}

/** Everything a visit knows about danger: what was asked for this, and what other steps found. */
export function riskFactsOf(draft: Answered & Pick<VisitDraft, 'risk'>): RiskFacts {
  const found = factsAskedElsewhere.flatMap((id) => {
    const answer = foundElsewhere(draft, id);
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return { ...draft.risk.facts, ...Object.fromEntries(found) };
}

function opposite(answer: Answer): Answer {
  if (answer === 'yes') return 'no';
  return answer === 'no' ? 'yes' : answer;
}

/** An adult is presumed where nobody asked: that is no answer. */
function underAge(age: 'adult' | '15-17' | 'under-15' | 'in-doubt'): Answer {
  if (age === 'adult') return 'not-asked';
  return age === 'in-doubt' ? 'unsure' : 'yes';
}
