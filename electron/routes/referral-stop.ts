import type { Instant } from '#core/base/capabilities.ts';
import type { ConsentEntry } from '#core/domain/consent.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { noArrangement, type ReferralId, withoutAgreement } from '#core/domain/referral.ts';
import { addMove, readReferrals } from '../vault/repositories/referral.ts';
import type { VaultSession } from '../vault/vault.ts';

/**
 * Ends every open referral of a case that lost the yes it relies on: stopped when it was taken
 * back, lapsed when it has run out. Inside a transaction.
 */
export function endReferrals(
  session: VaultSession,
  caseId: CaseId,
  entries: readonly ConsentEntry[],
  at: Instant,
  state: 'stopped' | 'lapsed',
): readonly ReferralId[] {
  const lost = withoutAgreement(readReferrals(session, caseId), entries, at);
  for (const referral of lost) {
    addMove(session, referral, referral.moves.length + 1, {
      state,
      at,
      by: session.member.id,
      next: '',
      dueAt: null,
      note: '',
      arrangement: referral.moves.at(-1)?.arrangement ?? noArrangement,
    });
  }
  return lost.map(({ id }) => id);
}
