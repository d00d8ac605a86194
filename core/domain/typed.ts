import { z } from 'zod';
import { ConsentItem } from './consent.ts';
import { ContactId } from './contact.ts';
import { EncounterId } from './encounter.ts';
import { GroundKind } from './ground.ts';
import { LawId } from './law-confirmation.ts';
import { MissingFacts } from './missing-facts.ts';
import { Arrangement, ReferralId, ReferralState } from './referral.ts';
import { StaffId } from './staff.ts';

// What a member types beside the steps of a visit and has not written down yet. It is kept for
// that member, so that neither a lock nor a colleague who goes on with the case takes it away.

/** A ground before it is put down; nothing in it is complete. */
export const TypedGround = z.strictObject({
  kind: GroundKind.exclude(['reported-missing']).nullable(),
  law: LawId.nullable(),
  recipient: ContactId.nullable(),
  items: z.array(ConsentItem),
  facts: z.string().max(4_000),
  reason: z.string().max(2_000),
  told: z.enum(['told', 'not-told']).nullable(),
  /** What they were told, or why not. */
  words: z.string().max(2_000),
  readers: z.array(StaffId),
});
export type TypedGround = z.infer<typeof TypedGround>;

/** The next move of a referral before it is written down. */
export const TypedMove = z.strictObject({
  to: ReferralState.nullable(),
  note: z.string().max(2_000),
  next: z.string().max(500),
  /** As the field has it, in local time; empty for none. */
  due: z.string().max(40),
  arrangement: Arrangement,
});
export type TypedMove = z.infer<typeof TypedMove>;

export const Typed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ground'), ground: TypedGround }),
  z.strictObject({
    kind: z.literal('referral-move'),
    referralId: ReferralId,
    /** The moves that whoever typed had seen: with more of them, somebody else went on. */
    seenMoves: z.int().positive(),
    move: TypedMove,
  }),
  z.strictObject({
    kind: z.literal('missing-facts'),
    /** The entries of the ledger that whoever typed had seen. */
    seen: z.int().nonnegative(),
    recipient: ContactId.nullable(),
    facts: MissingFacts,
  }),
]);
export type Typed = z.infer<typeof Typed>;

export type TypedReferralMove = Extract<Typed, { kind: 'referral-move' }>;

/** What something typed is about: a member has one of each. */
export const TypedAbout = z.union([
  z.literal('ground'),
  z.literal('missing-facts'),
  z.templateLiteral(['referral-move:', z.uuid()]),
]);
export type TypedAbout = z.infer<typeof TypedAbout>;

export function aboutOf(typed: Typed): TypedAbout {
  return typed.kind === 'referral-move' ? aboutMove(typed.referralId) : typed.kind;
}

export function aboutMove(id: ReferralId): TypedAbout {
  return `referral-move:${id}`;
}

/** Where words can be typed at the desk, beside the page of a case. */
export const DeskField = z.enum([
  'correction',
  'present',
  'sighting',
  'sighting-at',
  'sighting-plate',
  'missing-report',
  'missing-reason',
]);
export type DeskField = z.infer<typeof DeskField>;

/** Words typed at the desk and not written down yet; of a correction, to which visit. Empty: none. */
export const DeskTyped = z.strictObject({
  field: DeskField,
  visit: EncounterId.nullable(),
  words: z.string().max(2_000),
});
export type DeskTyped = z.infer<typeof DeskTyped>;

/** What the words of a field are kept under: never a name of what is typed beside a visit. */
export function aboutAtDesk({ field, visit }: Pick<DeskTyped, 'field' | 'visit'>): string {
  return visit === null ? `at-desk:${field}` : `at-desk:${field}:${visit}`;
}
