import { isDeepStrictEqual } from 'node:util';
import { err, ok } from '#core/base/result.ts';
import { Facility } from '#core/domain/facility.ts';
import type { Role } from '#core/domain/staff.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import { isWritableFolder } from '../platform/files.ts';
import { settleCases } from '../vault/access.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import * as store from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

export function facilityRoutes(desk: Desk): readonly Route[] {
  return [
    serve(readFacility, 'unlocked', () => ok(store.readFacility(desk.session().database))),
    serve(changeFacility, 'unlocked', (facility) => {
      const { database, member } = desk.session();
      const before = store.readFacility(database);
      if (!mayChange(member.role, before, facility)) return err({ kind: 'NotAllowed' });
      if (facility.saving.kind === 'folder' && !isWritableFolder(facility.saving.folder)) {
        return err({ kind: 'FolderUnusable', folder: facility.saving.folder });
      }
      // Words that stand there already are not asked about by whoever changes something else.
      const words = [facility.name, facility.usualSlip.head, facility.usualSlip.foot];
      const stood = [before.name, before.usualSlip.head, before.usualSlip.foot];
      if (saysSubject(words.filter((each) => !stood.includes(each))))
        return err({ kind: 'NamesSubject' });
      const kept = commitIfRoom(database, () => {
        store.writeFacility(database, facility);
        const names = Facility.keyof().options;
        const settings = names
          .filter((name) => JSON.stringify(facility[name]) !== JSON.stringify(before[name]))
          // Which way this one went is what somebody who asks the log wants to know.
          .map((name) => (name === 'leadsRead' ? `leads-read-${facility.leadsRead}` : name));
        appendAudit(desk.session(), { kind: 'setting-changed', settings });
        return facility;
      });
      // What a lead may read from now on, and this member can open.
      if (kept.ok && facility.leadsRead !== before.leadsRead) settleCases(desk.session());
      return kept;
    }),
  ];
}

/** The lead sets every rule; an administrator, who looks after the machine, when its screen closes. */
function mayChange(role: Role, before: Facility, after: Facility): boolean {
  if (role === 'safeguarding-lead') return true;
  const { watch } = after;
  return role === 'administrator' && isDeepStrictEqual({ ...before, watch }, after);
}
