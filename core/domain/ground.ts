import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { ConsentItem } from './consent.ts';
import { ContactId } from './contact.ts';
import { CaseId, EncounterId } from './encounter.ts';
import { LawId } from './law-confirmation.ts';
import { StaffId } from './staff.ts';

// Passing something on without the person's yes. It is a path of its own, with a ground, and
// never a tick on a consent (R97).

export const GroundId = z.uuid().brand<'GroundId'>();
export type GroundId = z.infer<typeof GroundId>;

/** `reported-missing` releases what the person agreed to for that day, and nothing else (R131). */
export const GroundKind = z.enum(['danger-to-life', 'child', 'legal-duty', 'reported-missing']);
export type GroundKind = z.infer<typeof GroundKind>;

/** For these one member alone acts at once: nobody on a night shift must ever be stopped. */
export function actsAlone(kind: GroundKind): boolean {
  return kind !== 'legal-duty';
}

/** Within this time another member countersigns what one member did alone. */
export const countersignWithinMs = 24 * 3_600_000;

export const Told = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('told'), words: z.string().trim().min(1).max(2_000) }),
  z.strictObject({ kind: z.literal('not-told'), why: z.string().trim().min(1).max(2_000) }),
]);
export type Told = z.infer<typeof Told>;

/** What a member puts down before anything is passed on. */
export const GroundFacts = z.strictObject({
  kind: GroundKind,
  /**
   * The statement of the jurisdiction pack it rests on. Null where a report of a missing person is
   * the ground, and where the pack knows no law about a danger to life: that never stops anybody.
   */
  law: LawId.nullable(),
  recipient: ContactId,
  facts: z.string().trim().min(1).max(4_000),
  reason: z.string().trim().min(1).max(2_000),
  /** What is passed on. All other items are withheld. */
  items: z.array(ConsentItem),
  told: Told,
});
export type GroundFacts = z.infer<typeof GroundFacts>;

/** What a member can put down by choice. A report of a missing person is an event of its own. */
export const ChosenFacts = GroundFacts.extend({
  kind: GroundKind.exclude(['reported-missing']),
  items: z.array(ConsentItem).min(1),
});
export type ChosenFacts = z.infer<typeof ChosenFacts>;

/** A ground as it was put down, with where it belongs. */
export const GroundBody = z.strictObject({
  id: GroundId,
  caseId: CaseId,
  encounterId: EncounterId,
  facts: GroundFacts,
  madeAt: z.iso.datetime({ precision: 3 }),
  madeBy: StaffId,
});
export type GroundBody = z.infer<typeof GroundBody>;

/** What a list may show without opening a case. */
export const GroundListing = z.strictObject({
  id: GroundId,
  caseId: CaseId,
  kind: GroundKind,
  madeAt: z.iso.datetime({ precision: 3 }),
  madeBy: StaffId,
  signedBy: StaffId.nullable(),
  signedAt: z.iso.datetime({ precision: 3 }).nullable(),
});
export type GroundListing = z.infer<typeof GroundListing>;

/** Where a ground stands: what is needed before or after acting on it. */
export type GroundStanding = 'waits-for-second' | 'to-countersign' | 'overdue' | 'signed';

export function standingOf(
  { kind, madeAt, signedBy }: Pick<GroundListing, 'kind' | 'madeAt' | 'signedBy'>,
  now: Instant,
): GroundStanding {
  if (signedBy !== null) return 'signed';
  if (!actsAlone(kind)) return 'waits-for-second';
  return Date.parse(now) - Date.parse(madeAt) >= countersignWithinMs ? 'overdue' : 'to-countersign';
}

/** Whether something may be passed on now on this ground. */
export function mayAct(ground: Pick<GroundListing, 'kind' | 'madeBy' | 'signedBy'>): boolean {
  return actsAlone(ground.kind) || (ground.signedBy !== null && ground.signedBy !== ground.madeBy);
}
