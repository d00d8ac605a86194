import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { type ConsentEntry, ConsentItem, uncoveredItems } from './consent.ts';
import { ContactId } from './contact.ts';
import { CaseId, EncounterId } from './encounter.ts';
import { StaffId } from './staff.ts';

export const ReferralId = z.uuid().brand<'ReferralId'>();
export type ReferralId = z.infer<typeof ReferralId>;

export const ReferralState = z.enum([
  'prepared',
  'first-call',
  'handed-over',
  'accepted',
  'refused-by-agency',
  'waiting',
  'arrived',
  'completed',
  'stopped',
  'lapsed',
]);
export type ReferralState = z.infer<typeof ReferralState>;

/**
 * From where a referral may go where. Every open state can be stopped by a withdrawal and can
 * lapse; nothing leads out of an end.
 */
export const allowedMoves: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  prepared: ['first-call', 'stopped', 'lapsed'],
  'first-call': ['handed-over', 'refused-by-agency', 'waiting', 'stopped', 'lapsed'],
  'handed-over': ['accepted', 'refused-by-agency', 'waiting', 'stopped', 'lapsed'],
  waiting: ['handed-over', 'accepted', 'refused-by-agency', 'stopped', 'lapsed'],
  accepted: ['arrived', 'waiting', 'refused-by-agency', 'stopped', 'lapsed'],
  arrived: ['completed', 'stopped', 'lapsed'],
  'refused-by-agency': [],
  completed: [],
  stopped: [],
  lapsed: [],
};

export function isOpen(state: ReferralState): boolean {
  return allowedMoves[state].length > 0;
}

export function canMove(from: ReferralState, to: ReferralState): boolean {
  return allowedMoves[from].includes(to);
}

/** What has been arranged so that nobody arrives alone or is met by the wrong people (R117, R119). */
export const Arrangement = z.strictObject({
  time: z.string().max(200),
  transport: z.string().max(500),
  escort: z.string().max(200),
  interpreter: z.string().max(200),
  codeWord: z.string().max(80),
  /** Is the number or the place on this plan one of the people the person fears? */
  areContactsOfExploiters: z.enum(['not-asked', 'yes', 'no', 'unsure']),
  /** How staff will hear that the person has arrived, by a way that is safe. */
  arrivalBy: z.string().max(500),
});
export type Arrangement = z.infer<typeof Arrangement>;

export const noArrangement: Arrangement = {
  time: '',
  transport: '',
  escort: '',
  interpreter: '',
  codeWord: '',
  areContactsOfExploiters: 'not-asked',
  arrivalBy: '',
};

/** One step in the life of a referral. Steps are only ever added. */
export const ReferralMove = z.strictObject({
  state: ReferralState,
  at: z.iso.datetime({ precision: 3 }),
  by: StaffId,
  /** Who does what next, and by when. */
  next: z.string().max(500),
  dueAt: z.iso.datetime({ precision: 3 }).nullable(),
  /** Such as the reason the agency gave. */
  note: z.string().max(2_000),
  arrangement: Arrangement,
});
export type ReferralMove = z.infer<typeof ReferralMove>;

export const Referral = z.strictObject({
  id: ReferralId,
  caseId: CaseId,
  encounterId: EncounterId,
  recipient: ContactId,
  /** What it passes on, and so what it relies on. */
  items: z.array(ConsentItem).min(1),
  moves: z.array(ReferralMove).min(1),
});
export type Referral = z.infer<typeof Referral>;

/** What a list may show without opening a case. */
export const ReferralListing = z.strictObject({
  id: ReferralId,
  caseId: CaseId,
  encounterId: EncounterId,
  state: ReferralState,
  dueAt: z.iso.datetime({ precision: 3 }).nullable(),
  /** Counts the moves: whoever adds one names the number they have seen. */
  moves: z.number().int().positive(),
});
export type ReferralListing = z.infer<typeof ReferralListing>;

export function stateOf({ moves }: Pick<Referral, 'moves'>): ReferralState {
  return moves.at(-1)?.state ?? 'prepared';
}

export function isOverdue(
  { state, dueAt }: Pick<ReferralListing, 'state' | 'dueAt'>,
  now: Instant,
): boolean {
  return isOpen(state) && dueAt !== null && dueAt <= now;
}

/** Open referrals that no longer have the yes they rely on: each must be stopped, in the same breath. */
export function withoutAgreement<Relying extends Referral>(
  referrals: readonly Relying[],
  entries: readonly ConsentEntry[],
  at: Instant,
): readonly Relying[] {
  return referrals.filter(
    (referral) =>
      isOpen(stateOf(referral)) &&
      uncoveredItems(entries, { ...referral, purpose: 'referral' }, at).length > 0,
  );
}
