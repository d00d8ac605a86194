import type { AskedSubject, VisitDanger, VisitSummary } from '#core/domain/case-page.ts';
import type { Encounter, VisitDraft } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { riskFactsOf } from './risk-facts.ts';

/** A visit in one line, for the page of its case. */
export function summariseVisit(encounter: Encounter, by: StaffId | null): VisitSummary {
  const { id, state, startedAt, draft } = encounter;
  return { id, state, startedAt, by, asked: [...askedIn(draft)], outcome: draft.outcome.kind };
}

/** What a visit knows about danger. */
export function dangerOf({ id, startedAt, draft }: Encounter): VisitDanger {
  const { ownView, risk } = draft;
  return {
    id,
    startedAt,
    ownRating: ownView.rating,
    risk: { facts: riskFactsOf(draft), set: risk.set },
  };
}

/** What already has an answer, so that nobody asks it again without knowing (R55). */
export function askedIn(draft: VisitDraft): readonly AskedSubject[] {
  const { danger, ownView, observations, otherSign, outcome, conditions, safeContact } = draft;
  const asked: readonly (readonly [AskedSubject, boolean])[] = [
    ['danger-now', danger.threatNow !== 'not-asked'],
    ['safe-tonight', danger.safeTonight !== 'not-asked'],
    ['others-at-risk', danger.othersAtRisk !== 'not-asked'],
    ['own-view', ownView.rating !== 'not-asked' || ownView.words !== ''],
    ['what-bears-on-it', Object.keys(draft.risk.facts).length > 0],
    ['open-questions', draft.talk.asked.length > 0 || draft.talk.said !== ''],
    ['signs', Object.keys(observations).length > 0 || otherSign !== ''],
    ['condition', Object.values(conditions).some((one) => one !== 'not-asked')],
    ['needs', draft.needs.length > 0],
    ['safe-contact', Object.values(safeContact).some((words) => words !== '')],
    ['who-decides', outcome.kind === 'refer' && outcome.talk.explainedAt !== null],
  ];
  return asked.filter(([, isAsked]) => isAsked).map(([subject]) => subject);
}

/** The names a person has used, the latest first, each once. */
export function aliasesOf(latestFirst: readonly Pick<VisitDraft, 'alias'>[]): readonly string[] {
  return [...new Set(latestFirst.map(({ alias }) => alias.trim()))].filter((alias) => alias !== '');
}
