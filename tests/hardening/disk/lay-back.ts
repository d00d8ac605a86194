import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { createDatabase, openDatabase } from '../../../electron/vault/database.ts';
import { initial } from '../../../electron/vault/migrations/0001-initial.ts';
import { handleOf, openSlot } from '../../../electron/vault/slots.ts';
import { readSlotFile } from '../../../electron/vault/slot-file.ts';
import * as sample from './sample.ts';

/** The store as the first version of the program would have written it. */
export async function layBack(folder: string): Promise<void> {
  const slots = readSlotFile(folder);
  const table = slots.ok ? slots.value[0] : undefined;
  assert(table !== undefined, 'the slot file is there');
  const handle = await handleOf(sample.signInName, table.handleKdf);
  const slot = await openSlot(table, handle, sample.password);
  assert(slot !== undefined, 'the slot opens');
  const path = join(folder, 'records.db');
  const old = createDatabase(`${path}.old`, slot.databaseKey);
  old.exec(initial.up);
  const tables = old
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'", { pluck: true })
    .all([])
    .map(String);
  const now = openDatabase(path, slot.databaseKey);
  assert(now.ok, 'the store opens');
  const id = Number(now.value.pragma('application_id', { simple: true }));
  old.pragma('foreign_keys = OFF');
  for (const one of tables) {
    const columns = old
      .prepare('SELECT name FROM pragma_table_info(?)', { pluck: true })
      .all([one])
      .map((name) => `"${String(name)}"`)
      .join();
    for (const row of now.value.prepare(`SELECT ${columns} FROM "${one}"`).all([])) {
      const marks = Object.keys(row).map(() => '?');
      old
        .prepare(`INSERT INTO "${one}" (${columns}) VALUES (${marks.join()})`)
        .run(Object.values(row));
    }
  }
  old.pragma('user_version = 1');
  old.pragma(`application_id = ${id}`);
  now.value.close();
  old.close();
  renameSync(`${path}.old`, path);
}
