import { z } from 'zod';
import { readSaidSets } from '../audit/roster.ts';
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
  return vouched(database, sets);
}

/** The same without asking for the version, for a first look: that is work that grows with the log. */
export function readUncheckedSets(database: Database): RecoverySets {
  return vouched(database, readText(database));
}

function readText(database: Database): string | undefined {
  const row = database.prepare('SELECT sets FROM recovery_sets').get([]);
  return row === undefined ? undefined : String(row['sets']);
}

/** As far as a lead said in the log that there is such a set: anybody with a tool can write the row. */
function vouched(database: Database, sets: string | undefined): RecoverySets {
  if (sets === undefined) return {};
  const { proven, made } = RecoverySets.parse(JSON.parse(sets));
  const said = readSaidSets(database);
  const isSaid = (set: { readonly recoveryPublic: string }, by: readonly (string | null)[]) =>
    by.some((one) => one === null || one === set.recoveryPublic);
  return {
    // A drill that was cut off, and whose sheets were then used, was said to be made and no more.
    ...(proven && isSaid(proven, [...said.proven, ...said.made]) ? { proven } : {}),
    ...(made && isSaid(made, said.made) ? { made } : {}),
  };
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
