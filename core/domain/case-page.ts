import { z } from 'zod';
import { Accumulation } from './accumulation.ts';
import { CaseEntry } from './case-entry.ts';
import { CaseId, EncounterId, EncounterListing, EncounterState, VisitDraft } from './encounter.ts';
import { RiskFacts, RiskLevel } from './risk.ts';
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
  asked: z.array(AskedSubject),
  outcome: z.enum(['undecided', 'refer', 'cannot-refer', 'declined']),
});
export type VisitSummary = z.infer<typeof VisitSummary>;

/** Everything one visit knows about danger, from whatever step, and the level somebody set. */
export const VisitDanger = z.strictObject({
  id: EncounterId,
  startedAt: z.iso.datetime(),
  ownRating: VisitDraft.shape.ownView.shape.rating,
  risk: z.strictObject({ facts: RiskFacts, set: VisitDraft.shape.risk.shape.set }),
});
export type VisitDanger = z.infer<typeof VisitDanger>;

/** What to know before the next visit, worked out from all that were before it. */
export const CaseBriefing = z.strictObject({
  visits: z.number().int().nonnegative(),
  /** What counted when anything about danger was assessed last; null where it never was. */
  level: RiskLevel.nullable(),
  /** Of the latest visit; null where there was none. */
  last: z
    .strictObject({
      ownRating: VisitDanger.shape.ownRating,
      ...VisitDraft.pick({ language: true, motherTongue: true, inTheRoom: true }).shape,
    })
    .nullable(),
  /** Each subject at the visit that asked it last; the latest first. */
  asked: z.array(
    z.strictObject({
      ...VisitSummary.pick({ startedAt: true, by: true }).shape,
      subjects: z.array(
        z.strictObject({ asked: AskedSubject, times: z.number().int().positive() }),
      ),
    }),
  ),
  /** The latest visits that say who came along. */
  companions: z.array(
    z.strictObject({ startedAt: z.iso.datetime(), company: VisitDraft.shape.company }),
  ),
  /** What shows only across visits. */
  accumulated: z.array(Accumulation),
});
export type CaseBriefing = z.infer<typeof CaseBriefing>;

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
  briefing: CaseBriefing,
  /** The colleague the person comes to, if one was named (R72). */
  namedColleague: StaffId.nullable(),
  /** Whoever is named by id in it. */
  members: z.array(z.strictObject({ id: StaffId, displayName: DisplayName })),
});
export type CasePage = z.infer<typeof CasePage>;
