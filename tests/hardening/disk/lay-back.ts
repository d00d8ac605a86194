import { globSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import { createDatabase, type Database, openDatabase } from '../../../electron/vault/database.ts';
import { handleOf, openSlot } from '../../../electron/vault/slots.ts';
import { readSlotFile } from '../../../electron/vault/slot-file.ts';
import * as sample from './sample.ts';

const migrationsFolder = join(import.meta.dirname, '../../../electron/vault/migrations');
const Step = z.object({ number: z.number(), up: z.string() });

/** Every step of the layout but the newest, from the files themselves. */
async function earlierSteps() {
  const files = globSync('*.ts', { cwd: migrationsFolder }).toSorted();
  const modules: object[] = await Promise.all(
    files.map((file) => import(pathToFileURL(join(migrationsFolder, file)).href)),
  );
  const steps = modules.map((module) => Step.parse(Object.values(module)[0]));
  return steps.toSorted((a, b) => a.number - b.number).slice(0, -1);
}

/** The store as the program would have written it before its newest migration. */
export async function layBack(folder: string): Promise<void> {
  const slots = readSlotFile(folder);
  const table = slots.ok ? slots.value[0] : undefined;
  assert(table !== undefined, 'the slot file is there');
  const handle = await handleOf(sample.signInName, table.handleKdf);
  const slot = await openSlot(table, handle, sample.password);
  assert(slot !== undefined, 'the slot opens');
  const path = join(folder, 'records.db');
  const old = createDatabase(`${path}.old`, slot.databaseKey);
  const steps = await earlierSteps();
  for (const { up } of steps) old.exec(up);
  const tables = old
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'", { pluck: true })
    .all([])
    .map(String);
  const now = openDatabase(path, slot.databaseKey);
  assert(now.ok, 'the store opens');
  const id = Number(now.value.pragma('application_id', { simple: true }));
  old.pragma('foreign_keys = OFF');
  // The rows come as they are: no guard judges them again, and what a step sows is not sown twice.
  const guards = old
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all([])
    .map((row) => ({ name: String(row['name']), sql: String(row['sql']) }));
  for (const { name } of guards) old.exec(`DROP TRIGGER "${name}"`);
  for (const one of tables) old.exec(`DELETE FROM "${one}"`);
  for (const one of tables) {
    const columns = old
      .prepare('SELECT name FROM pragma_table_info(?)', { pluck: true })
      .all([one])
      .filter((name) => hasColumn(now.value, one, String(name)))
      .map((name) => `"${String(name)}"`)
      .join();
    for (const row of now.value.prepare(`SELECT ${columns} FROM "${one}"`).all([])) {
      const marks = Object.keys(row).map(() => '?');
      old
        .prepare(`INSERT INTO "${one}" (${columns}) VALUES (${marks.join()})`)
        .run(Object.values(row));
    }
  }
  for (const { sql } of guards) old.exec(sql);
  old.pragma(`user_version = ${steps.at(-1)?.number ?? 1}`);
  old.pragma(`application_id = ${id}`);
  now.value.close();
  old.close();
  renameSync(`${path}.old`, path);
}

function hasColumn(database: Database, table: string, column: string): boolean {
  const found = database
    .prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', { pluck: true })
    .get([table, column]);
  return found !== undefined;
}
