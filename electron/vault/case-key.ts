import { assert } from '#core/base/assert.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { appendAudit, trustedNow } from './audit-log.ts';
import { bytesOf, turnKey, turnLayer } from './case-seal.ts';
import type { Database } from './database.ts';
import { rowsOfCase } from './erasure.ts';
import { wipe } from './keys.ts';
import * as grants from './repositories/case-file.ts';
import { keepEncounter } from './repositories/encounter.ts';
import { turnEnvelope } from './repositories/ground-envelope.ts';
import { readBoxPublic } from './repositories/staff.ts';
import type { VaultSession } from './vault.ts';

/**
 * Gives cases another key and seals every row of them anew, for those who may still open them.
 * Inside a transaction. What belongs to a case is read from the store's own layout, so that a
 * table that a later version adds is not forgotten.
 *
 * @returns the cases whose key this member does not hold: somebody else has to change it
 */
export function changeCaseKeys(session: VaultSession, cases: readonly CaseId[]): readonly CaseId[] {
  if (cases.length === 0) return [];
  const tables = sealedRows(session.database);
  return withoutGuards(session.database, [...new Set(tables.map(({ table }) => table))], () =>
    cases.filter((caseId) => !changeCaseKey(session, caseId, tables)),
  );
}

function changeCaseKey(
  session: VaultSession,
  caseId: CaseId,
  tables: readonly SealedRows[],
): boolean {
  const before = grants.readCaseKey(session, caseId);
  if (before === undefined) return false;
  const next = turnKey(before);
  const { database } = session;
  for (const { table, column, where } of tables) {
    const select = `SELECT rowid AS "the row", "${column}" AS sealed FROM "${table}" WHERE ${where}`;
    for (const row of database.prepare(select).all({ caseId })) {
      const turn = table === 'ground' ? turnEnvelope : turnLayer;
      const turned = turn(bytesOf(row['sealed']), before, next);
      // What does not open was damaged before; it stays as it is and goes on not opening.
      if (turned === undefined) continue;
      database
        .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`)
        .run([turned, Number(row['the row'])]);
    }
  }
  const visits = database
    .prepare('SELECT id FROM encounter WHERE case_id = ?', { pluck: true })
    .all([caseId]);
  for (const id of visits) keepEncounter(session, EncounterId.parse(id));
  const { holders } = grants.accessOf(session, caseId);
  for (const staffId of grants.granteesOf(database, caseId)) {
    const boxPublic = holders.has(staffId) ? readBoxPublic(database, staffId) : undefined;
    if (boxPublic === undefined) grants.dropGrant(session, caseId, staffId);
    else grants.writeGrant(session, caseId, staffId, next, boxPublic);
  }
  database.prepare('DELETE FROM case_key_due WHERE case_id = ?').run([caseId]);
  appendAudit(session, { kind: 'case-key-changed', caseId });
  wipe(before, next);
  return true;
}

/** Notes that the key of a case is to change as soon as somebody who holds it signs in. Inside a transaction. */
export function markKeyDue(session: VaultSession, caseId: CaseId): void {
  session.database
    .prepare('INSERT OR IGNORE INTO case_key_due (case_id, since) VALUES (?, ?)')
    .run([caseId, trustedNow(session)]);
}

/** The cases that are due for another key and of which there is a row for this member. */
export function casesDue({ database, member }: VaultSession): readonly CaseId[] {
  return database
    .prepare(
      // From the few that are due to their grants: the other way round reads all that a member holds.
      `SELECT case_id FROM case_key_due AS due WHERE EXISTS
         (SELECT 1 FROM case_grant WHERE case_id = due.case_id AND staff_id = ?)`,
      { pluck: true },
    )
    .all([member.id])
    .map((id) => CaseId.parse(id));
}

/** The cases a member holds a row of. */
export function casesOf(database: Database, staffId: StaffId): readonly CaseId[] {
  return database
    .prepare('SELECT case_id FROM case_grant WHERE staff_id = ? ORDER BY case_id', { pluck: true })
    .all([staffId])
    .map((id) => CaseId.parse(id));
}

type SealedRows = { readonly table: string; readonly where: string; readonly column: string };

/** Every column of sealed bytes that belongs to a case; by the convention of their names. */
function sealedRows(database: Database): readonly SealedRows[] {
  const found = rowsOfCase(database).flatMap(({ table, where }) =>
    database
      .prepare("SELECT name FROM pragma_table_xinfo(?) WHERE type = 'BLOB'", { pluck: true })
      .all([table])
      .map(String)
      .filter((column) => column.startsWith('sealed') && table !== 'case_grant')
      .map((column) => ({ table, where, column })),
  );
  assert(found.length > 0, 'cases hold something sealed');
  return found;
}

/**
 * Runs a change on tables whose rows are only ever added. Their guards are put away and come back
 * word for word in the same transaction: at no moment does anybody else find them missing.
 */
function withoutGuards<Value>(
  database: Database,
  tables: readonly string[],
  change: () => Value,
): Value {
  const guards = database
    .prepare("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all([])
    .filter(({ tbl_name: table, sql }) => {
      return tables.includes(String(table)) && /\bBEFORE UPDATE\b/.test(String(sql));
    });
  for (const { name } of guards) database.exec(`DROP TRIGGER "${String(name)}"`);
  const value = change();
  for (const { sql } of guards) database.exec(String(sql));
  return value;
}
