import { z } from 'zod';
import type { Instant } from '../base/capabilities.ts';
import { addDays } from './calendar-date.ts';
import { CaseId } from './encounter.ts';

/**
 * The kinds of record that have a period of their own. A case is due when the periods of all
 * it holds are over: proof of consent may have to be kept longer than the visit it was given in.
 */
export const RecordKind = z.enum(['closed-case', 'open-draft', 'consent']);
export type RecordKind = z.infer<typeof RecordKind>;

/** From a month to thirty years. */
export const RetentionDays = z.number().int().min(30).max(10_958);

export const RetentionRules = z.record(RecordKind, RetentionDays);
export type RetentionRules = z.infer<typeof RetentionRules>;

/** Long, so that nothing is due by surprise; the law of the place is for the facility to say. */
export const firstRules: RetentionRules = {
  'closed-case': 3_653,
  'open-draft': 365,
  consent: 3_653,
};

/** Why a case is kept beyond its period. A choice and no text: nothing about a person stands in clear. */
export const HoldReason = z.enum(['person-wishes', 'legal-claim', 'still-in-danger', 'inquiry']);
export type HoldReason = z.infer<typeof HoldReason>;

/** What is known of a case without opening it. */
export type CaseDates = {
  readonly id: CaseId;
  /** When the last of its closed visits began, or undefined where there is none. */
  readonly lastClosedAt: Instant | undefined;
  /** The same of those that were left open. */
  readonly lastOpenAt: Instant | undefined;
  /** When the last consent of the case runs out, or undefined where there is none. */
  readonly lastConsentUntil: Instant | undefined;
  readonly heldUntil: Instant | undefined;
};

export const DueErasure = z.strictObject({
  caseId: CaseId,
  kind: z.enum(['closed-case', 'open-draft']),
  lastEncounterAt: z.iso.datetime(),
  dueSince: z.iso.datetime(),
});
export type DueErasure = z.infer<typeof DueErasure>;

/**
 * How long copies go on holding what was erased; null while no copy holds it. How many there are is
 * null where copies were made and none is in reach, as with a stick that was pulled out.
 */
export const InCopies = z.strictObject({
  copies: z.number().int().nullable(),
  until: z.iso.datetime().nullable(),
});
export type InCopies = z.infer<typeof InCopies>;

/** The cases whose periods are over and that nobody has decided to keep, longest due first. */
export function dueErasures(
  cases: readonly CaseDates[],
  rules: RetentionRules,
  at: Instant,
): readonly DueErasure[] {
  return cases
    .flatMap((one): DueErasure[] => {
      const { id: caseId, lastClosedAt, lastOpenAt, lastConsentUntil, heldUntil } = one;
      const lastEncounterAt = latestOf([lastClosedAt, lastOpenAt]);
      const dueSince = latestOf([
        after(lastClosedAt, rules['closed-case']),
        after(lastOpenAt, rules['open-draft']),
        after(lastConsentUntil, rules.consent),
      ]);
      if (lastEncounterAt === undefined || dueSince === undefined) return [];
      const kind = lastOpenAt === undefined ? 'closed-case' : 'open-draft';
      const isHeld = heldUntil !== undefined && heldUntil > at;
      return dueSince > at || isHeld ? [] : [{ caseId, kind, lastEncounterAt, dueSince }];
    })
    .toSorted((a, b) => (a.dueSince < b.dueSince ? -1 : 1));
}

function after(moment: Instant | undefined, days: number): Instant | undefined {
  return moment === undefined ? undefined : addDays(moment, days);
}

function latestOf(moments: readonly (Instant | undefined)[]): Instant | undefined {
  return moments
    .filter((moment) => moment !== undefined)
    .toSorted()
    .at(-1);
}
