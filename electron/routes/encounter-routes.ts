import { err, ok } from '#core/base/result.ts';
import { withNoted } from '#core/domain/company.ts';
import { CaseId, EncounterId } from '#core/domain/encounter.ts';
import * as channels from '#core/ipc/encounter-channels.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { addCaseFile } from '../vault/repositories/case-file.ts';
import { recoveryStateOf } from '../vault/recovery.ts';
import * as store from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';
import { beginVisit } from './visit-begin.ts';

export function encounterRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.listEncounters, 'unlocked', () => ok(store.listEncounters(desk.session()))),

    serve(channels.startEncounter, 'unlocked', () => {
      const session = desk.session();
      // An administrator opens no case, not even one of their own.
      if (session.member.role === 'administrator') return err({ kind: 'NotAllowed' });
      if (recoveryStateOf(session).proven === 'none') return err({ kind: 'RecoveryNotProven' });
      desk.drafts.flush();
      desk.armGate('another-visit');
      const caseId = CaseId.parse(desk.ids.next());
      return commitIfRoom(session.database, () => {
        const at = desk.clock.now();
        const encounterId = EncounterId.parse(desk.ids.next());
        addCaseFile(session, caseId, encounterId, at);
        const listing = beginVisit(desk, caseId, {}, encounterId);
        return listing;
      });
    }),

    serve(channels.confirmAlone, 'unlocked', ({ id }) => {
      desk.drafts.flush();
      const encounter = store.readEncounter(desk.session(), id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      // Before anything of it goes out.
      const { caseId } = encounter;
      auditNow(desk.session(), { kind: 'case-read', caseId, encounterId: id });
      desk.confirmAlone(id);
      return ok(encounter);
    }),

    serve(channels.noteCompany, 'unlocked', ({ id, company }) => {
      desk.drafts.flush();
      const session = desk.session();
      const encounter = store.readEncounter(session, id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      if (encounter.state === 'closed') return err({ kind: 'EncounterClosed' });
      const { caseId, draft } = encounter;
      return commitIfRoom(session.database, () => {
        appendAudit(session, { kind: 'case-written', caseId, encounterId: id });
        store.writeDraft(session, encounter, {
          ...draft,
          company: withNoted(draft.company, company),
        });
        return null;
      });
    }),

    serve(channels.armGate, 'unlocked', () => {
      desk.drafts.flush();
      desk.armGate('break');
      return ok(null);
    }),

    serve(channels.saveDraft, 'unlocked', ({ id, draft }) => {
      if (!desk.maySave(id)) return err({ kind: 'GateArmed' });
      return desk.drafts.keep(id, draft);
    }),

    serve(channels.closeEncounter, 'unlocked', ({ id }) => {
      if (desk.openVisit() !== id) return err({ kind: 'GateArmed' });
      desk.drafts.flush();
      const encounter = store.readEncounter(desk.session(), id);
      if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
      if (encounter.draft.outcome.kind === 'undecided') return err({ kind: 'OutcomeMissing' });
      const closed = commitIfRoom(desk.session().database, () => {
        store.closeEncounter(desk.session(), id);
        const { caseId } = encounter;
        appendAudit(desk.session(), { kind: 'case-closed', caseId, encounterId: id });
        return null;
      });
      if (closed.ok) desk.armGate('break');
      return closed;
    }),
  ];
}
