import { err, ok, type Result } from '#core/base/result.ts';
import { addDays, dayHere } from '#core/domain/calendar-date.ts';
import { agreementsInForce, ConsentItem, uncoveredItems } from '#core/domain/consent.ts';
import {
  canMove,
  isOpen,
  isOverdue,
  noArrangement,
  type Referral,
  ReferralId,
  type ReferralMove,
  stateOf,
  withoutAgreement,
} from '#core/domain/referral.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { aboutMove } from '#core/domain/typed.ts';
import * as channels from '#core/ipc/referral-channels.ts';
import { commitIfRoom } from '../vault/database.ts';
import { listLookAgain } from '../vault/repositories/look-again.ts';
import * as store from '../vault/repositories/referral.ts';
import { removeTyped } from '../vault/repositories/typed.ts';
import { openEncounter } from './open-encounter.ts';
import type { Desk } from './desk.ts';
import { issue, judgeable, momentOf } from './issuing.ts';
import { endReferrals } from './referral-stop.ts';
import { type Route, serve } from './serve.ts';

/** By then somebody has made the first call, or the list after sign-in says so. */
const firstCallWithinDays = 1;

export function referralRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.listReferrals, 'unlocked', () => {
      const referrals = store.listReferrals(desk.session());
      const now = momentOf(desk);
      return ok({ referrals, overdue: referrals.filter((each) => isOverdue(each, now)).length });
    }),

    serve(channels.listLookAgain, 'unlocked', () => {
      const cases = [...listLookAgain(desk.session())];
      const today = dayHere(momentOf(desk));
      return ok({ cases, due: cases.filter(({ dueOn }) => dueOn <= today).length });
    }),

    serve(channels.readReferrals, 'unlocked', ({ encounterId }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const { caseId } = opened.value;
      lapseWhatRanOut(desk, caseId);
      return ok([...store.readReferrals(desk.session(), caseId)]);
    }),

    serve(channels.prepareReferral, 'unlocked', ({ encounterId, recipient }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      if (!desk.pack().contacts.some(({ id }) => id === recipient))
        return err({ kind: 'RecipientUnknown' });
      const { caseId } = opened.value;
      const judged = judgeable(desk, caseId);
      if (!judged.ok) return judged;
      const { entries, at } = judged.value;
      const agreed = agreementsInForce(entries, recipient, at);
      const items = ConsentItem.options.filter((item) => agreed.has(item));
      if (items.length === 0) return err({ kind: 'ConsentMissing' });
      const session = desk.session();
      // A second press of the button begins nothing twice.
      const begun = store
        .readReferrals(session, caseId)
        .find(
          (each) =>
            each.recipient === recipient &&
            isOpen(stateOf(each)) &&
            each.items.join() === items.join(),
        );
      if (begun !== undefined) return ok(begun);
      const about = {
        id: ReferralId.parse(desk.ids.next()),
        caseId,
        encounterId,
        recipient,
        items,
      };
      const first: ReferralMove = {
        state: 'prepared',
        at,
        by: session.member.id,
        next: '',
        dueAt: addDays(at, firstCallWithinDays),
        note: '',
        arrangement: noArrangement,
      };
      return commitIfRoom(session.database, () => {
        store.addReferral(session, about, first);
        return { ...about, moves: [first] };
      });
    }),

    serve(channels.moveReferral, 'unlocked', (request) => {
      const opened = openEncounter(desk, request.encounterId);
      if (!opened.ok) return opened;
      const session = desk.session();
      const referral = store
        .readReferrals(session, opened.value.caseId)
        .find(({ id }) => id === request.referralId);
      if (referral === undefined) return err({ kind: 'ReferralUnknown' });
      if (referral.moves.length !== request.seenMoves) return err({ kind: 'ChangedMeanwhile' });
      const from = stateOf(referral);
      const { to, next, dueAt, note, arrangement } = request;
      if (!canMove(from, to)) return err({ kind: 'MoveNotAllowed', from, to });
      if (to === 'handed-over') {
        const may = mayHandOver(desk, referral, request.arrangement.areContactsOfExploiters);
        if (!may.ok) return may;
      }
      const by = session.member.id;
      const move: ReferralMove = {
        state: to,
        at: momentOf(desk),
        by,
        next,
        dueAt,
        note,
        arrangement,
      };
      return commitIfRoom(session.database, () => {
        store.addMove(session, referral, referral.moves.length + 1, move);
        removeTyped(session, referral.caseId, aboutMove(referral.id));
        return { ...referral, moves: [...referral.moves, move] };
      });
    }),
  ];
}

/** A yes that has run out carries no referral any further. With a full disk it lapses the next time. */
function lapseWhatRanOut(desk: Desk, caseId: CaseId): void {
  const session = desk.session();
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return;
  const { entries, at } = judged.value;
  if (withoutAgreement(store.readReferrals(session, caseId), entries, at).length === 0) return;
  commitIfRoom(session.database, () => endReferrals(session, caseId, entries, at, 'lapsed'));
}

type HandOverProblem = {
  readonly kind: 'ContactDoubtful' | 'ConsentMissing' | 'LedgerBroken' | 'DiskFull';
};

/** Handing over is passing on: it is written down as such before it counts as done. */
function mayHandOver(
  desk: Desk,
  referral: Referral,
  areContactsOfExploiters: string,
): Result<null, HandOverProblem> {
  if (areContactsOfExploiters !== 'no') return err({ kind: 'ContactDoubtful' });
  const { caseId, recipient, items } = referral;
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return judged;
  const passing = { recipient, items, purpose: 'referral' as const };
  if (uncoveredItems(judged.value.entries, passing, judged.value.at).length > 0)
    return err({ kind: 'ConsentMissing' });
  const issued = issue(desk, { caseId, kind: 'call-script', ...passing });
  return issued.ok ? ok(null) : issued;
}
