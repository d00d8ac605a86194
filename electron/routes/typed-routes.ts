import { err, ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/typed-channels.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readListing } from '../vault/repositories/case-list.ts';
import * as store from '../vault/repositories/typed.ts';
import { openEncounter } from './open-encounter.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** What a member types beside a visit or a case: there again after a lock, for them alone. */
export function typedRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.keepTyped, 'unlocked', ({ encounterId, typed }) => {
      if (!desk.maySave(encounterId)) return err({ kind: 'GateArmed' });
      return desk.drafts.keepTyped(encounterId, typed);
    }),

    serve(channels.readTyped, 'unlocked', ({ encounterId }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      return ok([...store.readTyped(desk.session(), opened.value.caseId)]);
    }),

    serve(channels.keepAtDesk, 'unlocked', ({ caseId, typed }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      return desk.drafts.keepAtDesk(caseId, typed);
    }),

    serve(channels.readAtDesk, 'unlocked', ({ caseId }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      if (readListing(desk.session(), caseId) === undefined) return err({ kind: 'CaseUnknown' });
      desk.drafts.flush();
      return ok([...store.readAtDesk(desk.session(), caseId)]);
    }),

    serve(channels.dropTyped, 'unlocked', ({ encounterId, about }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const session = desk.session();
      const { caseId } = opened.value;
      return commitIfRoom(session.database, () => {
        store.removeTyped(session, caseId, about);
        appendAudit(session, { kind: 'case-written', caseId, encounterId });
        return null;
      });
    }),
  ];
}
