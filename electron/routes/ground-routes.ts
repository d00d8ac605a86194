import { err, ok, type Result } from '#core/base/result.ts';
import { GroundBody, GroundId, type GroundListing, standingOf } from '#core/domain/ground.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import * as channels from '#core/ipc/ground-channels.ts';
import { type ChosenGround, wayWithout } from '#core/journey/without-consent.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import * as store from '../vault/repositories/ground.ts';
import { removeTyped } from '../vault/repositories/typed.ts';
import { listStaff } from '../vault/repositories/staff.ts';
import { openEncounter } from './open-encounter.ts';
import type { Desk } from './desk.ts';
import { issue, momentOf, withoutLedger } from './issuing.ts';
import { lawHere, placesHere } from './law-here.ts';
import { type Route, serve } from './serve.ts';
import { composeOnGround } from './sheets/ground-row.ts';

export function groundRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.listColleagues, 'unlocked', () => ok(othersThan(desk))),

    serve(channels.recordGround, 'unlocked', ({ encounterId, facts, readers }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      if (!desk.pack().contacts.some(({ id }) => id === facts.recipient))
        return err({ kind: 'RecipientUnknown' });
      const judged = judge(desk, facts.kind, facts.law);
      if (!judged.ok) return judged;
      const session = desk.session();
      const body: GroundBody = {
        id: GroundId.parse(desk.ids.next()),
        caseId: opened.value.caseId,
        encounterId,
        facts,
        madeAt: momentOf(desk),
        madeBy: session.member.id,
      };
      const colleagues = othersThan(desk).filter(
        ({ id, role }) => role === 'safeguarding-lead' || readers.includes(id),
      );
      return commitIfRoom(session.database, () => {
        const ids = colleagues.map(({ id }) => id);
        store.addGround(session, body, ids);
        removeTyped(session, body.caseId, 'ground');
        appendAudit(session, { kind: 'ground-recorded', caseId: body.caseId });
        const { id, caseId, madeAt, madeBy } = body;
        const unsigned = { signedBy: null, signedAt: null };
        return { id, caseId, kind: facts.kind, madeAt, madeBy, ...unsigned };
      });
    }),

    serve(channels.listGrounds, 'unlocked', () => {
      const grounds = store.listGrounds(desk.session()).map((each) => listed(desk, each));
      const toSign = grounds.filter(({ isMine, standing }) => !isMine && standing !== 'signed');
      const overdue = grounds.filter(({ standing }) => standing === 'overdue');
      return ok({ grounds, toSign: toSign.length, overdue: overdue.length });
    }),

    serve(channels.readGround, 'unlocked', ({ id }) => {
      const ground = store.readGround(desk.session(), id);
      if (!ground.ok) return ground;
      const { listing, body } = ground.value;
      const { caseId, encounterId } = body;
      auditNow(desk.session(), { kind: 'case-read', caseId, encounterId });
      return ok({ listing: listed(desk, listing), facts: body.facts });
    }),

    serve(channels.countersign, 'unlocked', ({ id }) => {
      const session = desk.session();
      const ground = store.readGround(session, id);
      if (!ground.ok) return ground;
      const { caseId, madeBy, signedBy } = ground.value.listing;
      if (madeBy === session.member.id) return err({ kind: 'AnotherMustSign' });
      if (signedBy !== null) return err({ kind: 'AlreadySigned' });
      return commitIfRoom(session.database, () => {
        store.addCountersignature(session, id, momentOf(desk));
        appendAudit(session, { kind: 'countersigned', caseId, of: null });
        return null;
      });
    }),

    serve(channels.passOn, 'unlocked', ({ encounterId, groundId }) => {
      const composed = composeOnGround(desk, encounterId, groundId);
      if (!composed.ok) return composed;
      const { sheet, passing, caseId } = composed.value;
      const about = { ...passing, caseId, kind: 'call-script' as const };
      const issued = issue(desk, about, groundId, ok(withoutLedger(desk)));
      return issued.ok ? ok(sheet) : issued;
    }),
  ];
}

type LawProblem =
  | { readonly kind: 'LawUnknown' }
  | {
      readonly kind: 'LawForbids';
      readonly law: string;
      readonly text: string;
      readonly confirmedBy: string;
    };

function judge(desk: Desk, kind: ChosenGround, law: string | null): Result<null, LawProblem> {
  const here = lawHere(desk, kind);
  const chosen = here.find(({ id }) => id === law);
  // A danger to life never waits for a law that the pack does not know.
  const isLeftOut = law === null && kind === 'danger-to-life';
  if (chosen === undefined && !isLeftOut) return err({ kind: 'LawUnknown' });
  const way = wayWithout(kind, chosen, placesHere(desk));
  if (way.kind === 'open') return ok(null);
  const { id, text, confirmed } = way.by;
  return err({ kind: 'LawForbids', law: id, text, confirmedBy: confirmed?.confirmedBy ?? '' });
}

/** Everybody else who may read a case, the leads first. */
export function othersThan(desk: Desk): StaffMember[] {
  const { database, member } = desk.session();
  const isLead = ({ role }: StaffMember) => Number(role === 'safeguarding-lead');
  return listStaff(database)
    .filter(
      ({ id, role, state }) => id !== member.id && role !== 'administrator' && state === 'active',
    )
    .map(({ id, displayName, role }) => ({ id, displayName, role }))
    .toSorted((one, other) => isLead(other) - isLead(one));
}

function listed(desk: Desk, listing: GroundListing) {
  const { database, member } = desk.session();
  const nameOf = (of: GroundListing['madeBy']) =>
    listStaff(database).find(({ id }) => id === of)?.displayName ?? '';
  return {
    ...listing,
    standing: standingOf(listing, momentOf(desk)),
    madeByName: nameOf(listing.madeBy),
    signedByName: listing.signedBy === null ? null : nameOf(listing.signedBy),
    isMine: listing.madeBy === member.id,
  };
}
