import { cannotDecide, type CannotDecide, type Decider, thePerson } from '#core/domain/decider.ts';
import type { VisitDraft } from '#core/domain/encounter.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { foundElsewhere } from './risk-facts.ts';

const minor = RiskFactId.parse('fact.minor');

type Noted = Pick<VisitDraft, 'risk' | 'outcome'>;

/** Who decides, as all of the visit knows it: nobody is an adult of whom it was noted that they may be under 18. */
export function deciderNoted(decider: Decider, { risk }: Pick<Noted, 'risk'>): Decider {
  const noted = risk.facts[minor] ?? 'no';
  return decider.age === 'adult' && noted !== 'no' ? { ...decider, age: 'in-doubt' } : decider;
}

/** Who decides in this visit; the person alone where nobody asked. */
export function deciderOf({ risk, outcome }: Noted): Decider {
  const said = outcome.kind === 'refer' ? outcome.talk.decidedBy : thePerson;
  return deciderNoted(said, { risk });
}

/** What the visit notes of the age, once somebody said that the person is 18 or older. */
export function notedAsAdult({ risk }: Pick<Noted, 'risk'>): VisitDraft['risk'] {
  return risk.facts[minor] === undefined
    ? risk
    : { ...risk, facts: { ...risk.facts, [minor]: 'no' } };
}

/**
 * What was said of the age where it was asked who decides is still known when nothing is decided any
 * more: otherwise a child who says “nothing now” is in the record as an adult, and decides as one
 * the next time.
 */
export function withAgeKept(
  before: Pick<VisitDraft, 'danger' | 'outcome'>,
  draft: VisitDraft,
): VisitDraft {
  const said = foundElsewhere(before, minor);
  if (said === undefined || draft.outcome.kind === 'refer') return draft;
  return { ...draft, risk: { ...draft.risk, facts: { ...draft.risk.facts, [minor]: said } } };
}

/** Why a yes in this visit would not count here, or undefined when it would. */
export function whyNoYes(
  noted: Noted,
  place: Pick<Jurisdiction, 'ownConsentFrom'> | undefined,
): CannotDecide | undefined {
  return cannotDecide(deciderOf(noted), place?.ownConsentFrom);
}
