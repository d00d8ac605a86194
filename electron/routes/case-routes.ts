import { err, ok } from '#core/base/result.ts';
import { type CalendarDate, dateOf } from '#core/domain/calendar-date.ts';
import type { CasePage } from '#core/domain/case-page.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import * as channels from '#core/ipc/case-channels.ts';
import { aliasesOf, summariseVisit } from '#core/journey/visit-summary.ts';
import { accumulate } from '#core/screening/accumulate.ts';
import { readVisitHolder } from '../vault/audit/visit-holder.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { countCases, listCases, readListing } from '../vault/repositories/case-list.ts';
import { readEncounter, readEncountersOf } from '../vault/repositories/encounter.ts';
import { accessOf } from '../vault/repositories/case-file.ts';
import { readStaff } from '../vault/repositories/staff.ts';
import type { VaultSession } from '../vault/vault.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';
import { beginnersIn, beginVisit, readRecord, recordEntry } from './visit-begin.ts';

/** What spans the visits of a person: the list, the search, the page of a case, the next visit. */
export function caseRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.listCases, 'unlocked', (piece) =>
      ok({ total: countCases(desk.session()), cases: listCases(desk.session(), piece) }),
    ),

    serve(channels.startNextVisit, 'unlocked', ({ caseId }) => {
      const session = desk.session();
      desk.drafts.flush();
      desk.armGate('another-visit');
      const before = readEncountersOf(session, caseId)?.[0];
      if (before === undefined) return err({ kind: 'CaseUnknown' });
      // What is asked anew begins empty (R128); the name, the language and their plan are kept.
      const { alias, language, plan } = before.draft;
      return commitIfRoom(session.database, () => {
        const listing = beginVisit(desk, caseId, { alias, language, plan });
        appendAudit(session, { kind: 'visit-begun', caseId, encounterId: listing.id });
        return listing;
      });
    }),

    serve(channels.confirmStaffOnly, 'unlocked', () => {
      desk.drafts.flush();
      desk.confirmStaffOnly();
      desk.caseIndex.refresh();
      return ok(null);
    }),

    serve(channels.findCases, 'unlocked', ({ words, after, count }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      desk.lookAt(undefined);
      const session = desk.session();
      const { caseIndex } = desk;
      const isComplete = caseIndex.isComplete();
      const named = (cases: ReturnType<typeof listCases>) =>
        cases.map((listing) => ({ ...listing, aliases: [...caseIndex.aliasesOf(listing.caseId)] }));
      if (words.trim() === '') {
        const cases = listCases(session, { after, count });
        return ok({ total: countCases(session), cases: named(cases), isComplete });
      }
      const found = caseIndex.find(words);
      const piece = found.slice(after, after + count);
      const cases = piece.flatMap((caseId) => readListing(session, caseId) ?? []);
      return ok({ total: found.length, cases: named(cases), isComplete });
    }),

    serve(channels.readCase, 'unlocked', ({ caseId }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      const page = readPage(desk.session(), caseId, dateOf(desk.clock.now()));
      if (page === undefined) return err({ kind: 'CaseUnknown' });
      desk.lookAt(caseId);
      auditNow(desk.session(), { kind: 'case-looked-up', caseId });
      return ok(page);
    }),

    serve(channels.addNote, 'unlocked', ({ caseId, note }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      const session = desk.session();
      if (readListing(session, caseId) === undefined) return err({ kind: 'CaseUnknown' });
      if (note.kind === 'correction') {
        const visit = readEncounter(session, note.encounterId);
        if (visit?.caseId !== caseId) return err({ kind: 'EncounterUnknown' });
        if (visit.state === 'draft') return err({ kind: 'VisitStillOpen' });
      }
      if (note.kind === 'named-colleague' && !mayBeNamed(session, caseId, note.member))
        return err({ kind: 'MemberUnknown' });
      return commitIfRoom(session.database, () => {
        appendAudit(session, { kind: 'case-added-to', caseId });
        return recordEntry(desk, caseId, note);
      });
    }),
  ];
}

/** Nobody, or a colleague who works here and may read the case: another would know nothing of it. */
function mayBeNamed(session: VaultSession, caseId: CaseId, member: StaffId | null): boolean {
  if (member === null) return true;
  const isHere = readStaff(session.database, member) !== undefined;
  return isHere && accessOf(session, caseId).holders.has(member);
}

function readPage(
  session: VaultSession,
  caseId: CaseId,
  today: CalendarDate,
): CasePage | undefined {
  if (readListing(session, caseId) === undefined) return undefined;
  const visits = readEncountersOf(session, caseId);
  const entries = readRecord(session, caseId);
  if (visits === undefined || entries === undefined) return undefined;
  const begunBy = beginnersIn(entries);
  const namings = entries.flatMap(({ content }) =>
    content.kind === 'named-colleague' ? [content.member] : [],
  );
  const named = new Set([...entries.map(({ by }) => by), ...namings.filter((id) => id !== null)]);
  const byWhom = visits.map((visit) => ({ ...visit, by: begunBy.get(visit.id) ?? null }));
  return {
    caseId,
    aliases: [...aliasesOf(visits.map(({ draft }) => draft))],
    visits: byWhom.map((visit) => summariseVisit(visit, visit.by)),
    heldByOthers: visits
      .filter(
        ({ state, id }) => state === 'draft' && readVisitHolder(session, caseId, id) !== undefined,
      )
      .map(({ id }) => id),
    // Who began each visit stands with the visit.
    entries: entries.filter(({ content }) => content.kind !== 'visit-begun'),
    namedColleague: namings.at(-1) ?? null,
    accumulated: [...accumulate(byWhom, entries, today)],
    members: [...named].flatMap((id) => {
      const member = readStaff(session.database, id);
      return member === undefined ? [] : [{ id, displayName: member.displayName }];
    }),
  };
}
