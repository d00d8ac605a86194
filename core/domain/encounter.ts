import { z } from 'zod';
import { LanguageTag } from './language.ts';
import { Observations } from './observation.ts';
import { Outcome } from './outcome.ts';
import { Danger, OwnView } from './safety.ts';

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

export const VisitStep = z.enum([
  'danger',
  'person',
  'own-view',
  'signs',
  'needs',
  'decision',
  ...AfterStep.options,
]);
export type VisitStep = z.infer<typeof VisitStep>;

/** All that one visit holds while it is being held, as it lies sealed in the store. */
export const VisitDraft = z.strictObject({
  step: VisitStep,
  /** A name to use; any name, or none (R155). */
  alias: z.string().max(80),
  /** The language the person reads, which is what their sheet is in. */
  language: LanguageTag,
  danger: Danger,
  ownView: OwnView,
  observations: Observations,
  otherSign: z.string().max(2_000),
  /** In the person's order (R93). */
  needs: z.array(NeedId),
  /** How, when and how not to reach the person. */
  safeContact: z.string().max(2_000),
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
    step: 'danger',
    alias: '',
    language,
    danger: { threatNow: 'not-asked', safeTonight: 'not-asked' },
    ownView: { rating: 'not-asked', words: '' },
    observations: {},
    otherSign: '',
    needs: [],
    safeContact: '',
    outcome: { kind: 'undecided' },
  };
}
