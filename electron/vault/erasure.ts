import type { Instant } from '#core/base/capabilities.ts';
import { ok, type Result } from '#core/base/result.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { isDiskFull } from '../platform/files.ts';
import { appendAudit, keepVersion } from './audit-log.ts';
import { commitIfRoom, type Database } from './database.ts';
import type { VaultSession } from './vault.ts';

/** What stays when a case is erased: the audit log, which knows a case by its token alone. */
const kept = new Set(['audit_entry', 'record_head', 'erasure', 'erased_case']);

/**
 * Erases a case. Its key goes first with every grant of it, then all rows that belong to it, in
 * one transaction and with secure_delete; then the store is written anew, so that no page holds
 * a remainder. The audit log keeps the token of the case, which by then belongs to nobody.
 *
 * @returns whether the store was written anew; without room for that it waits for the next
 * erasure, and the rows are gone all the same
 */
export function eraseCase(
  session: VaultSession,
  caseId: CaseId,
  about: { readonly at: Instant; readonly inCopiesUntil: Instant | null },
): Result<{ readonly isRewritten: boolean }, { readonly kind: 'DiskFull' }> {
  const { database, member } = session;
  const erased = commitIfRoom(database, () => {
    const rows = rowsOfCase(database);
    const tokens = tokensOf(database, rows, caseId);
    database.pragma('defer_foreign_keys = ON');
    // Rows that are only ever added go only after this, and nothing leads back from it.
    database
      .prepare('INSERT INTO erased_case (case_id, erased_at) VALUES (?, ?)')
      .run([caseId, about.at]);
    database.prepare('DELETE FROM case_grant WHERE case_id = ?').run([caseId]);
    // All are named before the first is gone: what belongs to a visit is found by the visit.
    for (const { table, where } of rows)
      database.prepare(`DELETE FROM "${table}" WHERE ${where}`).run({ caseId });
    database.prepare('DELETE FROM case_file WHERE id = ?').run([caseId]);
    for (const record of recordsOf(database, tokens)) keepVersion(session, record, undefined);
    database
      .prepare(
        `INSERT INTO erasure (pseudonym, erased_at, erased_by, in_copies_until)
         VALUES (:caseId, :at, :by, :inCopiesUntil)`,
      )
      .run({ caseId, by: member.id, ...about });
    appendAudit(session, { kind: 'erasure', caseId });
    return null;
  });
  return erased.ok ? ok({ isRewritten: rewrite(database) }) : erased;
}

/** Writes the whole store anew and folds that in. */
function rewrite(database: Database): boolean {
  try {
    database.exec('VACUUM');
    database.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}

type Rows = { readonly table: string; readonly where: string };

/**
 * Every table with rows of a case, the furthest from the case first. Read from the store's own
 * layout, so that a table that a later version adds is not forgotten.
 */
export function rowsOfCase(database: Database): readonly Rows[] {
  const found = new Map<string, string>();
  const look = (parent: string, parentWhere: string) => {
    for (const { table, column, to } of referencesTo(database, parent)) {
      if (kept.has(table) || found.has(table)) continue;
      const isDirect = parent === 'case_file';
      const where = isDirect
        ? `"${column}" = :caseId`
        : `"${column}" IN (SELECT "${to}" FROM "${parent}" WHERE ${parentWhere})`;
      found.set(table, where);
      look(table, where);
    }
  };
  look('case_file', 'id = :caseId');
  for (const table of tablesOf(database)) {
    const isCase = columnsOf(database, table).includes('case_id');
    if (isCase && !kept.has(table) && !found.has(table)) found.set(table, 'case_id = :caseId');
  }
  return [...found].map(([table, where]) => ({ table, where })).toReversed();
}

/** Columns of other tables, or of itself, that point to a table: declared so, or named so. */
function referencesTo(database: Database, parent: string) {
  return tablesOf(database).flatMap((table) => {
    const declared = database
      .prepare('SELECT "from" AS "column", "to" FROM pragma_foreign_key_list(?) WHERE "table" = ?')
      .all([table, parent])
      .map(({ column, to }) => ({ table, column: String(column), to: String(to ?? 'id') }));
    const isNamed = columnsOf(database, table).includes(`${parent}_id`);
    return declared.length === 0 && isNamed
      ? [{ table, column: `${parent}_id`, to: 'id' }]
      : declared;
  });
}

function tablesOf(database: Database): readonly string[] {
  return database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", {
      pluck: true,
    })
    .all([])
    .map(String);
}

function columnsOf(database: Database, table: string): readonly string[] {
  return database
    .prepare('SELECT name FROM pragma_table_xinfo(?)', { pluck: true })
    .all([table])
    .map(String);
}

/** The ids of the case and of all that belongs to it. */
function tokensOf(database: Database, rows: readonly Rows[], caseId: CaseId): ReadonlySet<string> {
  const ids = rows.flatMap(({ table, where }) =>
    columnsOf(database, table).includes('id')
      ? database
          .prepare(`SELECT id FROM "${table}" WHERE ${where}`, { pluck: true })
          .all({ caseId })
          .map(String)
      : [],
  );
  return new Set([caseId, ...ids]);
}

/** The records that the log knows of these: `encounter:ID`, `consent-ledger:ID` and their like. */
function recordsOf(database: Database, tokens: ReadonlySet<string>): readonly string[] {
  return database
    .prepare('SELECT record FROM record_head', { pluck: true })
    .all([])
    .map(String)
    .filter((record) => record.split(':').some((part) => tokens.has(part)));
}
