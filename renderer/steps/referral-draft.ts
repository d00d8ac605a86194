import {
  allowedMoves,
  type Arrangement,
  noArrangement,
  type Referral,
  type ReferralState,
  stateOf,
} from '#core/domain/referral.ts';

/** A move while it is being put down. */
export type MoveDraft = {
  readonly to: ReferralState | null;
  readonly note: string;
  readonly next: string;
  /** As the field has it, in local time; empty for none. */
  readonly due: string;
  readonly arrangement: Arrangement;
};

export function firstMoveOf({ moves }: Pick<Referral, 'moves'>): MoveDraft {
  const arrangement = moves.at(-1)?.arrangement ?? noArrangement;
  return { to: null, note: '', next: '', due: '', arrangement };
}

/** Where it can go by somebody's hand. Only taking back a yes stops it. */
export function offeredMoves(referral: Pick<Referral, 'moves'>): readonly ReferralState[] {
  return allowedMoves[stateOf(referral)].filter((state) => state !== 'stopped');
}

/** Whether a move lacks what it cannot do without: a reason for a no, and the check of the plan. */
export function isMoveIncomplete({ to, note, arrangement }: MoveDraft): boolean {
  if (to === null) return true;
  if (to === 'refused-by-agency') return note.trim() === '';
  return to === 'handed-over' && arrangement.areContactsOfExploiters === 'not-asked';
}

/** The moment of a local date and time, or null. */
export function momentOfField(value: string): string | null {
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
