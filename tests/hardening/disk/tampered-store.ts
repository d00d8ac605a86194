import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { markFileNames } from '../../../electron/vault/audit/high-water.ts';
import { readEntries } from '../../../electron/vault/audit/log-table.ts';
import { verifyLog } from '../../../electron/vault/audit/verify-log.ts';
import { ledgerOf } from '../../../electron/vault/audit-log.ts';
import { commit, type Database, openDatabase } from '../../../electron/vault/database.ts';
import { readSlotFile } from '../../../electron/vault/slot-file.ts';
import { handleOf, openSlot } from '../../../electron/vault/slots.ts';
import * as sample from './sample.ts';

/** What somebody with the key of the database does to the log: `last` is the number of its newest entry. */
export const storeHarms: Readonly<
  Record<string, (database: Database, last: number, folder: string) => void>
> = {
  'a bit of a text'(database, last) {
    const at = somewhere(last);
    const [entry] = readEntries(database, 'position = ?', [at]);
    const bytes = Buffer.from(entry?.body ?? '');
    const byte = Math.floor(Math.random() * bytes.length);
    bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << Math.floor(Math.random() * 7)), byte);
    // Not as JSON, perhaps: the columns that are computed from it then fail, which is found too.
    database
      .prepare('UPDATE audit_entry SET body = ? WHERE position = ?')
      .run([bytes.toString('utf8'), at]);
  },
  'a bit of a hash'(database, last) {
    flipBlob(database, 'hash', somewhere(last));
  },
  'a bit of a signature'(database, last) {
    flipBlob(database, 'signature', somewhere(last));
  },
  'an entry taken out'(database, last) {
    database.prepare('DELETE FROM audit_entry WHERE position = ?').run([somewhere(last)]);
  },
  'a stretch taken out and closed'(database, last) {
    const from = somewhere(last - 10);
    database
      .prepare('DELETE FROM audit_entry WHERE position BETWEEN ? AND ?')
      .run([from, from + 4]);
    database.exec(
      `UPDATE audit_entry SET position = position + 1000000 WHERE position > ${from};
       UPDATE audit_entry SET position = position - 1000005 WHERE position > 1000000`,
    );
  },
  'two entries exchanged'(database, last) {
    const [a, b] = [somewhere(last - 2), last - 1];
    database.exec(
      `UPDATE audit_entry SET position = 1000000 WHERE position = ${a};
       UPDATE audit_entry SET position = ${a} WHERE position = ${b};
       UPDATE audit_entry SET position = ${b} WHERE position = 1000000`,
    );
  },
  'the end cut off'(database, last) {
    database.prepare('DELETE FROM audit_entry WHERE position > ?').run([somewhere(last - 1)]);
  },
  'the end cut off, and the marks taken away'(database, last, folder) {
    database.prepare('DELETE FROM audit_entry WHERE position > ?').run([somewhere(last - 1)]);
    for (const name of markFileNames) rmSync(join(folder, name));
  },
  'the last entry alone cut off'(database, last) {
    database.prepare('DELETE FROM audit_entry WHERE position = ?').run([last]);
  },
  'all of it taken out'(database) {
    database.exec('DELETE FROM audit_entry');
  },
  'a version in the table raised'(database) {
    database.exec('UPDATE record_head SET version = version + 1');
  },
  'the table of versions emptied'(database) {
    database.exec('DELETE FROM record_head');
  },
};

/** A place in the log from which on something is left, and never the first one. */
function somewhere(last: number): number {
  return 2 + Math.floor(Math.random() * Math.max(1, last - 3));
}

function flipBlob(database: Database, column: 'hash' | 'signature', at: number): void {
  const [entry] = readEntries(database, 'position = ?', [at]);
  assert(entry !== undefined, 'there is an entry');
  const bytes = Buffer.from(entry[column]);
  const byte = Math.floor(Math.random() * bytes.length);
  bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << Math.floor(Math.random() * 8)), byte);
  database.prepare(`UPDATE audit_entry SET ${column} = ? WHERE position = ?`).run([bytes, at]);
}

/** Harms the store of a closed vault with its real key and without its triggers, past the program. */
export async function tamperStore(folder: string, harm: string): Promise<void> {
  const tables = readSlotFile(folder);
  const table = tables.ok ? tables.value[0] : undefined;
  assert(table !== undefined, 'the slot file can be read');
  const handle = await handleOf(sample.signInName, table.handleKdf);
  const slot = await openSlot(table, handle, sample.password);
  assert(slot !== undefined, 'the password opens the slot');
  const opened = openDatabase(join(folder, 'records.db'), slot.databaseKey);
  assert(opened.ok, 'the key opens the store');
  const database = opened.value;
  const last = Number(
    database.prepare('SELECT max(position) FROM audit_entry', { pluck: true }).get([]),
  );
  try {
    commit(database, () => {
      database.exec(
        'DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_removed',
      );
      storeHarms[harm]?.(database, last, folder);
    });
  } catch (error) {
    // A text that is no JSON does not get into the computed columns: the store itself refuses it.
    if (!String(error).includes('malformed JSON')) throw error;
    commit(database, () => {
      database.exec('DROP TRIGGER audit_entry_is_never_changed');
      flipBlob(database, 'hash', somewhere(last));
    });
  } finally {
    database.close();
  }
}

/** What somebody learns who signs in and has the log checked. */
export async function verdictOf(folder: string): Promise<'sound' | 'flawed' | 'refused'> {
  const vault = sample.openVault(folder);
  const opened = await vault.unlock(sample.signInName, sample.password);
  if (!opened.ok) return 'refused';
  try {
    const session = sample.sessionOf(vault);
    const ledger = ledgerOf(session);
    const steps = verifyLog(session.database, ledger.head(), ledger.readMark());
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.flaws.length === 0 ? 'sound' : 'flawed';
    }
  } finally {
    vault.lock();
  }
}
