import type { CalendarDate } from '#core/domain/calendar-date.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { LookAgain } from '#core/domain/look-again.ts';
import type { VaultSession } from '../vault.ts';

/** Notes the day for a case, in the place of the one before; null for none. Inside a transaction. */
export function setLookAgain(
  { database }: VaultSession,
  caseId: CaseId,
  dueOn: CalendarDate | null,
): void {
  database.prepare('DELETE FROM look_again WHERE case_id = ?').run([caseId]);
  if (dueOn === null) return;
  database.prepare('INSERT INTO look_again (case_id, due_on) VALUES (?, ?)').run([caseId, dueOn]);
}

/** Of the cases this member may open, the soonest first. */
export function listLookAgain({ database, member }: VaultSession): readonly LookAgain[] {
  return database
    .prepare(
      `SELECT case_id AS caseId, due_on AS dueOn FROM look_again
       WHERE case_id IN (SELECT case_id FROM case_grant WHERE staff_id = ?) ORDER BY due_on, case_id`,
    )
    .all([member.id])
    .map((row) => LookAgain.parse(row));
}
