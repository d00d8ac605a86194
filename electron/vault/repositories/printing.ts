import { assert } from '#core/base/assert.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import { bytesOf, sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { VaultSession } from '../vault.ts';

/** Which printer a member uses, and whether they have been told what a queue keeps. */
export type PrintChoice = { readonly printer: string | null; readonly wasTold: boolean };

export function readPrintChoice({ database, member }: VaultSession): PrintChoice {
  const row = database
    .prepare('SELECT printer, was_told FROM print_choice WHERE staff_id = ?')
    .get([member.id]);
  if (row === undefined) return { printer: null, wasTold: false };
  return {
    printer: row['printer'] === null ? null : String(row['printer']),
    wasTold: Number(row['was_told']) === 1,
  };
}

export function writePrintChoice(session: VaultSession, { printer, wasTold }: PrintChoice): void {
  session.database
    .prepare(
      `INSERT INTO print_choice (staff_id, printer, was_told) VALUES (:staffId, :printer, :wasTold)
       ON CONFLICT DO UPDATE SET printer = :printer, was_told = :wasTold`,
    )
    .run({ staffId: session.member.id, printer, wasTold: wasTold ? 1 : 0 });
}

/** Writes a print job of a case as it is now. Inside a transaction. */
export function writePrintJob(
  session: VaultSession,
  { id, caseId }: { readonly id: string; readonly caseId: CaseId },
  job: unknown,
): void {
  const sealed = withCaseKey(session, caseId, (key) => sealValue(job, key, contextOf(caseId, id)));
  assert(sealed !== undefined, 'a member who prints holds the key of the case');
  session.database
    .prepare(
      `INSERT INTO print_job (id, case_id, sealed) VALUES (:id, :caseId, :sealed)
       ON CONFLICT DO UPDATE SET sealed = :sealed`,
    )
    .run({ id, caseId, sealed });
  keepVersion(session, recordOf(id), digest(sealed));
}

export function removePrintJob(session: VaultSession, id: string): void {
  session.database.prepare('DELETE FROM print_job WHERE id = ?').run([id]);
  keepVersion(session, recordOf(id), undefined);
}

/**
 * The print jobs of a case, oldest first, still to be parsed. None without the key of the case.
 *
 * @throws RecordAltered when one is not as it was written last: an older one would print twice
 */
export function readPrintJobs(session: VaultSession, caseId: CaseId): readonly unknown[] {
  const rows = session.database
    .prepare('SELECT id, sealed FROM print_job WHERE case_id = ? ORDER BY id')
    .all([caseId])
    .map(({ id, sealed }) => ({ id: String(id), sealed: bytesOf(sealed) }));
  for (const { id, sealed } of rows) checkVersion(session, recordOf(id), digest(sealed));
  return (
    withCaseKey(session, caseId, (key) =>
      rows.map(({ id, sealed }) => unsealValue(sealed, key, contextOf(caseId, id))),
    ) ?? []
  );
}

/** Which case a print job belongs to, or undefined when there is no such job. */
export function caseOfPrintJob({ database }: VaultSession, id: string): CaseId | undefined {
  const caseId = database
    .prepare('SELECT case_id FROM print_job WHERE id = ?', { pluck: true })
    .get([id]);
  return caseId === undefined ? undefined : CaseId.parse(caseId);
}

/** The cases with print jobs that this member may open. */
export function casesWithPrintJobs({ database, member }: VaultSession): readonly CaseId[] {
  return database
    .prepare(
      `SELECT DISTINCT case_id FROM print_job
       WHERE case_id IN (SELECT case_id FROM case_grant WHERE staff_id = ?)`,
      { pluck: true },
    )
    .all([member.id])
    .map((caseId) => CaseId.parse(caseId));
}

function recordOf(id: string): string {
  return `print-job:${id}`;
}

function contextOf(caseId: string, id: string): string {
  return canonical('print-job', [caseId, id]);
}
