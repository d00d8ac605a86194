import { z } from 'zod';
import { CircumstanceId } from './circumstance.ts';
import { Company, noCompanyNoted } from './company.ts';
import { Conditions } from './condition.ts';
import { DangerSign } from './danger-sign.ts';
import { FollowUp } from './follow-up.ts';
import { InTheRoom } from './in-the-room.ts';
import { LanguageTag } from './language.ts';
import { Observations } from './observation.ts';
import { Openness } from './openness.ts';
import { nothingForTheRecord, OrdinaryRecord } from './ordinary-record.ts';
import { Outcome } from './outcome.ts';
import { noSafeContact, SafeContact } from './safe-contact.ts';
import { noRiskAssessed, Risk } from './risk.ts';
import { noPlan, SafetyPlan } from './safety-plan.ts';
import { Danger, noDangerAsked, OwnView } from './safety.ts';
import { Talk } from './talk.ts';

export const CaseId = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof CaseId>;

export const EncounterId = z.uuid().brand<'EncounterId'>();
export type EncounterId = z.infer<typeof EncounterId>;

export const NeedId = z
  .string()
  .regex(/^need\.[a-z0-9-]+$/)
  .brand<'NeedId'>();
export type NeedId = z.infer<typeof NeedId>;

/** What comes after the decision; its own machine is in core/journey/after-decision.ts. */
export const AfterStep = z.enum([
  'deciding',
  'recipient',
  'explain',
  'consent',
  'first-call',
  'stay-in-touch',
  'hand-over',
  'sheets',
]);
export type AfterStep = z.infer<typeof AfterStep>;

/** In the order of a visit; the route is in core/journey/visit.ts. */
export const VisitStep = z.enum([
  'openness',
  'person',
  'in-the-room',
  'danger',
  'own-view',
  'risk',
  'risk-level',
  'talk',
  'signs',
  'condition',
  'needs',
  'options',
  'decision',
  ...AfterStep.options,
  'plan',
  'follow-up',
  'safe-contact',
  'record',
]);
export type VisitStep = z.infer<typeof VisitStep>;

/** All that one visit holds while it is being held, as it lies sealed in the store. */
export const VisitDraft = z.strictObject({
  step: VisitStep,
  /** A name to use; any name, or none (R155). */
  alias: z.string().max(80),
  /** The language that is safe to use with the person, and what their sheet is in (R75). */
  language: LanguageTag,
  /** Kept apart from the language to use; null when nobody asked. */
  motherTongue: LanguageTag.nullable(),
  company: Company,
  openness: Openness,
  inTheRoom: InTheRoom,
  danger: Danger,
  ownView: OwnView,
  /** What bears on how pressing it is, and what staff set instead of the rules. */
  risk: Risk,
  talk: Talk,
  dangerSigns: z.array(DangerSign).max(100),
  observations: Observations,
  otherSign: z.string().max(2_000),
  /** In the person's order (R93). */
  needs: z.array(NeedId),
  conditions: Conditions,
  /** An ordinary next appointment, if one was agreed (R127). */
  followUp: FollowUp,
  safeContact: SafeContact,
  plan: SafetyPlan,
  /** What is known of papers, family and proceedings: needed for this talk, and gone when the visit is closed. */
  circumstances: z.array(CircumstanceId).max(100),
  ordinaryRecord: OrdinaryRecord,
  outcome: Outcome,
});
export type VisitDraft = z.infer<typeof VisitDraft>;

export const EncounterState = z.enum(['draft', 'closed']);
export type EncounterState = z.infer<typeof EncounterState>;

export const Encounter = z.strictObject({
  id: EncounterId,
  caseId: CaseId,
  state: EncounterState,
  /** Grows by one with every save; a save names the version it builds on. */
  version: z.number().int().positive(),
  startedAt: z.iso.datetime(),
  draft: VisitDraft,
});
export type Encounter = z.infer<typeof Encounter>;

/** What a list may show without opening a case. */
export const EncounterListing = Encounter.omit({ draft: true, version: true });
export type EncounterListing = z.infer<typeof EncounterListing>;

export function emptyDraft(language: LanguageTag): VisitDraft {
  return {
    step: 'openness',
    alias: '',
    language,
    motherTongue: null,
    company: noCompanyNoted,
    openness: { opened: 'not-said', openedAt: null, mayTalk: 'not-asked', mayWrite: 'not-asked' },
    inTheRoom: {
      colleague: { kind: 'not-noted' },
      interpreter: { kind: 'not-noted' },
      others: '',
    },
    danger: noDangerAsked,
    ownView: { rating: 'not-asked', words: '' },
    risk: noRiskAssessed,
    talk: { setting: 'any', asked: [], said: '', seen: '', written: [] },
    dangerSigns: [],
    observations: {},
    otherSign: '',
    needs: [],
    conditions: { physical: 'not-asked', psychological: 'not-asked', emotional: 'not-asked' },
    followUp: { kind: 'not-asked' },
    safeContact: noSafeContact,
    plan: noPlan,
    circumstances: [],
    ordinaryRecord: nothingForTheRecord,
    outcome: { kind: 'undecided' },
  };
}
