import { assert } from '#core/base/assert.ts';
import type { Database } from './database.ts';

/** The tables of a database, and how many rows each has: what a copy of it has to have too. */
export type Census = ReadonlyMap<string, number>;

export function takeCensus(database: Database, schema: 'main' | 'copy' = 'main'): Census {
  const tables = database
    .prepare(
      `SELECT name FROM ${schema}.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
      { pluck: true },
    )
    .all([])
    .map(String);
  return new Map(
    tables.map((table) => [
      table,
      Number(
        database.prepare(`SELECT count(*) FROM ${schema}."${table}"`, { pluck: true }).get([]),
      ),
    ]),
  );
}

const rowsAtOnce = 400;

/**
 * Reads all of a database: every page against its checksum, every index against its table, and
 * every row. Yields between the parts, so that whoever asks can let others have their turn.
 *
 * @throws what the driver throws, or an assertion, when anything is not as it should be
 */
export function* readThrough(
  database: Database,
  schema: 'main' | 'copy',
  expected: Census,
): Generator<{ readonly done: number; readonly of: number }> {
  const of = expected.size + 2;
  const cipher = database.pragma(`${schema}.cipher_integrity_check`);
  assert(cipher.length === 0, 'every page is as it was written');
  yield { done: 1, of };
  const [integrity] = database.pragma(`${schema}.integrity_check(1)`);
  assert(integrity?.['integrity_check'] === 'ok', 'tables and indexes are whole');
  yield { done: 2, of };
  let done = 2;
  for (const [table, rows] of expected) {
    let read = 0;
    let last: unknown = null;
    for (;;) {
      const some = database
        .prepare(
          `SELECT rowid AS "the row", * FROM ${schema}."${table}"
           WHERE :last IS NULL OR rowid > :last ORDER BY rowid LIMIT ${rowsAtOnce}`,
        )
        .all({ last: typeof last === 'number' ? last : null });
      read += some.length;
      last = some.at(-1)?.['the row'];
      if (some.length < rowsAtOnce) break;
      yield { done, of };
    }
    assert(read === rows, 'no row is missing');
    done += 1;
    yield { done, of };
  }
}
