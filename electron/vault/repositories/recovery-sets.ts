import { z } from 'zod';
import { checkVersion, keepVersion } from '../audit-log.ts';
import type { Database } from '../database.ts';

const SheetSet = z.strictObject({ recoveryPublic: z.base64(), at: z.iso.datetime() });

/**
 * The sets of recovery sheets. `made` is on paper and nobody has typed it back yet; `proven` is
 * the one that counts. `isUsed`: somebody has recovered with it, so that a new one is due.
 */
const RecoverySets = z.strictObject({
  proven: SheetSet.extend({ isUsed: z.boolean() }).optional(),
  made: SheetSet.optional(),
});
export type RecoverySets = z.infer<typeof RecoverySets>;

const record = 'recovery-sets';

/** @throws RecordAltered when an older row was put in its place */
export function readRecoverySets(database: Database): RecoverySets {
  const sets = readText(database);
  checkVersion({ database }, record, sets);
  return parsed(sets);
}

/** The same without asking the log, for a first look: reading the log is work that grows with it. */
export function readUncheckedSets(database: Database): RecoverySets {
  return parsed(readText(database));
}

function readText(database: Database): string | undefined {
  const row = database.prepare('SELECT sets FROM recovery_sets').get([]);
  return row === undefined ? undefined : String(row['sets']);
}

function parsed(sets: string | undefined): RecoverySets {
  return sets === undefined ? {} : RecoverySets.parse(JSON.parse(sets));
}

/** Call it inside the transaction. */
export function writeRecoverySets(database: Database, next: RecoverySets): void {
  const sets = JSON.stringify(next);
  database
    .prepare(
      `INSERT INTO recovery_sets (one, sets) VALUES (1, :sets)
       ON CONFLICT DO UPDATE SET sets = :sets`,
    )
    .run({ sets });
  keepVersion({ database }, record, sets);
}
