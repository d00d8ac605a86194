import { ConsentEntry } from '#core/domain/consent.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { VaultSession } from '../vault.ts';

export function addConsentEntry(
  { database }: VaultSession,
  caseId: CaseId,
  entry: ConsentEntry,
): void {
  database
    .prepare(
      `INSERT INTO consent_entry (id, case_id, recipient, item, decision, language, decided_at, until, recorded_by)
       VALUES (:id, :caseId, :recipient, :item, :decision, :language, :decidedAt, :until, :recordedBy)`,
    )
    .run({ ...entry, caseId });
}

/** All entries of a case, in the order in which they were recorded. */
export function readConsentEntries({ database }: VaultSession, caseId: CaseId): ConsentEntry[] {
  const rows = database
    .prepare(
      `SELECT id, recipient, item, decision, language, decided_at AS decidedAt, until, recorded_by AS recordedBy
       FROM consent_entry WHERE case_id = ? ORDER BY position`,
    )
    .all([caseId]);
  return rows.map((row) => ConsentEntry.parse(row));
}
