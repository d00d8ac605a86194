import { z } from 'zod';
import { Accumulation } from './accumulation.ts';
import { CaseEntry } from './case-entry.ts';
import { CaseId, EncounterId, EncounterListing, EncounterState, VisitDraft } from './encounter.ts';
import { RiskFacts } from './risk.ts';
import { DisplayName, StaffId } from './staff.ts';
import { PromptId } from './talk.ts';

/** What the list shows of a case without opening it: its last visit and how many there are. */
export const CaseListing = z.strictObject({
  caseId: CaseId,
  last: EncounterListing,
  visits: z.number().int().positive(),
  /** Whose visit it is that is still open, where that is a colleague's; else null. */
  openOf: DisplayName.nullable(),
});
export type CaseListing = z.infer<typeof CaseListing>;

/** A case as the search shows it: the names the person has used, the latest first. */
export const FoundCase = z.strictObject({
  ...CaseListing.shape,
  aliases: z.array(z.string()),
});
export type FoundCase = z.infer<typeof FoundCase>;

/** What was asked in a visit: every subject that has an answer in it. */
export const AskedSubject = z.enum([
  'danger-now',
  'safe-tonight',
  'others-at-risk',
  'own-view',
  'what-bears-on-it',
  'open-questions',
  'signs',
  'condition',
  'needs',
  'safe-contact',
  'who-decides',
]);
export type AskedSubject = z.infer<typeof AskedSubject>;

/** When something was asked before: how often, when last, and by whom. */
const Asked = {
  times: z.number().int().positive(),
  lastAt: z.iso.datetime(),
  /** Null where it was not written down who asked. */
  by: DisplayName.nullable(),
};

/** What earlier visits asked: subjects, and the open questions word for word (R55). */
export const AskedBefore = z.strictObject({
  visits: z.number().int().nonnegative(),
  subjects: z.array(z.strictObject({ subject: AskedSubject, ...Asked })),
  prompts: z.array(z.strictObject({ prompt: PromptId, ...Asked })),
});
export type AskedBefore = z.infer<typeof AskedBefore>;

/** One visit of a case, in one line. */
export const VisitSummary = z.strictObject({
  id: EncounterId,
  state: EncounterState,
  startedAt: z.iso.datetime(),
  /** Who began it, or null where it was begun before that was written down. */
  by: StaffId.nullable(),
  ...VisitDraft.pick({
    alias: true,
    language: true,
    motherTongue: true,
    company: true,
    inTheRoom: true,
    followUp: true,
  }).shape,
  asked: z.array(AskedSubject),
  ownRating: VisitDraft.shape.ownView.shape.rating,
  /** Everything the visit knows about danger, from whatever step, and the level somebody set. */
  risk: z.strictObject({ facts: RiskFacts, set: VisitDraft.shape.risk.shape.set }),
  outcome: z.enum(['undecided', 'refer', 'cannot-refer', 'declined']),
});
export type VisitSummary = z.infer<typeof VisitSummary>;

/** A case as staff read it at the desk, by themselves. */
export const CasePage = z.strictObject({
  caseId: CaseId,
  aliases: z.array(z.string()),
  /** The latest first. */
  visits: z.array(VisitSummary),
  /** The visits that a colleague has open and can go on with. */
  heldByOthers: z.array(EncounterId),
  /** In the order in which they were added. */
  entries: z.array(CaseEntry),
  /** What shows only across visits, worked out from them. */
  accumulated: z.array(Accumulation),
  /** The colleague the person comes to, if one was named (R72). */
  namedColleague: StaffId.nullable(),
  /** Whoever is named by id in it. */
  members: z.array(z.strictObject({ id: StaffId, displayName: DisplayName })),
});
export type CasePage = z.infer<typeof CasePage>;
