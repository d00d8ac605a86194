import { err, ok } from '#core/base/result.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import * as channels from '#core/ipc/case-channels.ts';
import { dangerOf } from '#core/journey/visit-summary.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { countCases, listCases, readListing } from '../vault/repositories/case-list.ts';
import { readEncounter, readEncountersOf } from '../vault/repositories/encounter.ts';
import { accessOf } from '../vault/repositories/case-file.ts';
import { readStaff } from '../vault/repositories/staff.ts';
import type { VaultSession } from '../vault/vault.ts';
import { readCasePage } from './case-page.ts';
import { createCaseWarmUp } from './case-warm-up.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';
import { beginVisit, recordEntry } from './visit-begin.ts';

/** What spans the visits of a person: the list, the search, the page of a case, the next visit. */
export function caseRoutes(desk: Desk): readonly Route[] {
  const warmUp = createCaseWarmUp();
  return [
    serve(channels.listCases, 'unlocked', (piece) => {
      warmUp();
      return ok({ total: countCases(desk.session()), cases: listCases(desk.session(), piece) });
    }),

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
      if (desk.isCovered()) return err({ kind: 'GateArmed' });
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

    serve(channels.readDanger, 'unlocked', ({ caseId }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      const visits = readEncountersOf(desk.session(), caseId);
      if (visits === undefined) return err({ kind: 'CaseUnknown' });
      auditNow(desk.session(), { kind: 'case-looked-up', caseId });
      return ok(visits.map(dangerOf));
    }),

    serve(channels.readCase, 'unlocked', ({ caseId, preparing }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      const page = readCasePage(desk, caseId, preparing);
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
