import type { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import { CaseEntryId } from '#core/domain/case-entry.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { PresentEntry, SightingEntry } from '#core/domain/restricted.ts';
import * as channels from '#core/ipc/restricted-channels.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { addEntry, type Drawer, readEntries } from '../vault/repositories/case-entry.ts';
import { readListing } from '../vault/repositories/case-list.ts';
import type { Desk } from './desk.ts';
import { momentOf } from './issuing.ts';
import { type Route, serve } from './serve.ts';

/** What is kept apart from the record of a case. Nothing else reads these drawers: no sheet, no search. */
export function restrictedRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.readRestricted, 'unlocked', ({ caseId }) => {
      const open = openCase(desk, caseId);
      if (!open.ok) return open;
      const session = desk.session();
      const present = readEntries(session, caseId, 'restricted') ?? [];
      const sightings = readEntries(session, caseId, 'persons-and-vehicles') ?? [];
      auditNow(session, { kind: 'restricted-read', caseId });
      return ok({
        present: present.map((entry) => PresentEntry.parse(entry)),
        sightings: sightings.map((entry) => SightingEntry.parse(entry)),
      });
    }),

    serve(channels.addPresentNote, 'unlocked', ({ caseId, note }) =>
      add(desk, caseId, 'restricted', note, PresentEntry),
    ),

    serve(channels.addSighting, 'unlocked', ({ caseId, note }) =>
      add(desk, caseId, 'persons-and-vehicles', note, SightingEntry),
    ),
  ];
}

function openCase(
  desk: Desk,
  caseId: CaseId,
): Result<null, { readonly kind: 'GateArmed' | 'CaseUnknown' }> {
  if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
  return readListing(desk.session(), caseId) === undefined
    ? err({ kind: 'CaseUnknown' })
    : ok(null);
}

function add<Entry extends z.ZodType>(
  desk: Desk,
  caseId: CaseId,
  drawer: Drawer,
  content: unknown,
  schema: Entry,
): Result<z.output<Entry>, { readonly kind: 'GateArmed' | 'CaseUnknown' | 'DiskFull' }> {
  const open = openCase(desk, caseId);
  if (!open.ok) return open;
  const session = desk.session();
  const id = CaseEntryId.parse(desk.ids.next());
  return commitIfRoom(session.database, () => {
    appendAudit(session, { kind: 'restricted-added-to', caseId });
    return schema.parse(addEntry(session, caseId, drawer, { id, at: momentOf(desk), content }));
  });
}
