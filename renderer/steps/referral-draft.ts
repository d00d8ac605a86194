import { bothVersions, type BothVersions } from '#core/domain/both-versions.ts';
import {
  allowedMoves,
  noArrangement,
  type Referral,
  type ReferralMove,
  type ReferralState,
  stateOf,
} from '#core/domain/referral.ts';
import type { TypedMove } from '#core/domain/typed.ts';
import { type ArrangementField, arrangementFields } from '../text/referral.ts';

export function firstMoveOf({ moves }: Pick<Referral, 'moves'>): TypedMove {
  const arrangement = moves.at(-1)?.arrangement ?? noArrangement;
  return { to: null, note: '', next: '', due: '', arrangement };
}

/** Where it can go by somebody's hand. Only taking back a yes stops it. */
export function offeredMoves(referral: Pick<Referral, 'moves'>): readonly ReferralState[] {
  return allowedMoves[stateOf(referral)].filter((state) => state !== 'stopped');
}

/** Whether a move lacks what it cannot do without: a reason for a no, and the check of the plan. */
export function isMoveIncomplete({ to, note, arrangement }: TypedMove): boolean {
  if (to === null) return true;
  if (to === 'refused-by-agency') return note.trim() === '';
  return to === 'handed-over' && arrangement.areContactsOfExploiters === 'not-asked';
}

/** The moment of a local date and time, or null. */
export function momentOfField(value: string): string | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** What two members can fill in differently for the same referral. */
export type MoveField = ArrangementField | 'next';
const moveFields: readonly MoveField[] = ['next', ...arrangementFields];

/** What a colleague wrote down meanwhile beside what was typed here, field by field. */
export function versionsOfMove(
  { moves }: Pick<Referral, 'moves'>,
  seenMoves: number,
  typed: TypedMove,
): readonly BothVersions<MoveField>[] {
  const textsOf = (move: ReferralMove | undefined) => ({
    ...(move?.arrangement ?? noArrangement),
    next: move?.next ?? '',
  });
  const mine = { ...typed.arrangement, next: typed.next };
  return bothVersions(moveFields, textsOf(moves[seenMoves - 1]), textsOf(moves.at(-1)), mine);
}

/** What was typed, on top of the colleague's move, with the text that was chosen for each field. */
export function onTopOf(
  referral: Pick<Referral, 'moves'>,
  typed: TypedMove,
  texts: Readonly<Partial<Record<MoveField, string>>>,
): TypedMove {
  const { next = typed.next, ...plan } = texts;
  const latest = referral.moves.at(-1)?.arrangement ?? noArrangement;
  const to = typed.to !== null && offeredMoves(referral).includes(typed.to) ? typed.to : null;
  // Another number or place on the plan was not what the person looked at.
  const isSamePlan = Object.keys(plan).length === 0;
  const { areContactsOfExploiters } = isSamePlan ? typed.arrangement : noArrangement;
  return { ...typed, to, next, arrangement: { ...latest, ...plan, areContactsOfExploiters } };
}
