import { ConsentEntry } from '#core/domain/consent.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import type { VaultSession } from '../vault.ts';

export function addConsentEntry(session: VaultSession, caseId: CaseId, entry: ConsentEntry): void {
  session.database
    .prepare(
      `INSERT INTO consent_entry (id, case_id, recipient, item, decision, language, decided_at, until, recorded_by)
       VALUES (:id, :caseId, :recipient, :item, :decision, :language, :decidedAt, :until, :recordedBy)`,
    )
    .run({ ...entry, caseId });
  keepVersion(session, recordOf(caseId), contentOf(entriesOf(session, caseId)));
}

/**
 * All entries of a case, in the order in which they were recorded.
 *
 * @throws RecordAltered when they are not what was recorded last: no yes comes back by an old page
 */
export function readConsentEntries(session: VaultSession, caseId: CaseId): ConsentEntry[] {
  const entries = entriesOf(session, caseId);
  checkVersion(session, recordOf(caseId), contentOf(entries));
  return entries;
}

function recordOf(caseId: CaseId): string {
  return `consent:${caseId}`;
}

function contentOf(entries: readonly ConsentEntry[]): string | undefined {
  return entries.length === 0 ? undefined : JSON.stringify(entries);
}

function entriesOf({ database }: VaultSession, caseId: CaseId): ConsentEntry[] {
  const rows = database
    .prepare(
      `SELECT id, recipient, item, decision, language, decided_at AS decidedAt, until, recorded_by AS recordedBy
       FROM consent_entry WHERE case_id = ? ORDER BY position`,
    )
    .all([caseId]);
  return rows.map((row) => ConsentEntry.parse(row));
}
