import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { type CopyName } from '#core/domain/backup.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { takeBackup } from '../../../electron/vault/backup.ts';
import { listCopies } from '../../../electron/vault/copies.ts';
import { createDatabase, openDatabase } from '../../../electron/vault/database.ts';
import { initial } from '../../../electron/vault/migrations/0001-initial.ts';
import { commitRestore, stageRestore } from '../../../electron/vault/restore.ts';
import { openSlot } from '../../../electron/vault/slots.ts';
import { readSlotFile } from '../../../electron/vault/slot-file.ts';
import * as sample from './sample.ts';

/** A change of more than one file, or of all of one, that may be cut off at any moment. */
export type BigChange = {
  /** The files of the program whose writing this change passes through. */
  readonly covers: readonly string[];
  readonly prepare: (scratch: string) => Promise<void>;
  readonly make: (scratch: string) => Promise<void>;
  /** What is wrong with what is left, or undefined: it is the old state or the new one, whole. */
  readonly judge: (scratch: string) => Promise<string | undefined>;
};

const vaultIn = (scratch: string) => join(scratch, 'vault');
const stickIn = (scratch: string) => join(scratch, 'stick');

async function makeSaved(scratch: string, saves: number): Promise<void> {
  const vault = await sample.makeVault(vaultIn(scratch));
  const session = sample.sessionOf(vault);
  const id = sample.beginVisit(session);
  for (let turn = 1; turn < saves; turn += 1) sample.saveNext(session, id);
  vault.lock();
}

async function backUp(scratch: string): Promise<void> {
  mkdirSync(stickIn(scratch), { recursive: true });
  const vault = sample.openVault(vaultIn(scratch));
  const { database } = await sample.unlock(vault);
  const made = await takeBackup({
    database,
    folder: vaultIn(scratch),
    target: stickIn(scratch),
    clock: systemClock,
    isOpen: () => true,
    onProgress() {},
  });
  assert(made.ok, 'a backup is made');
  vault.lock();
}

async function restoreFrom(scratch: string, name: CopyName) {
  const { signInName, password, cost } = sample;
  return stageRestore(
    { folder: vaultIn(scratch), target: stickIn(scratch), name, signInName, password },
    cost,
    undefined,
  );
}

/** Opens the vault and says how far its one visit is, or what is wrong. */
async function savesIn(scratch: string): Promise<number | string> {
  const vault = sample.openVault(vaultIn(scratch));
  const opened = await vault.unlock(sample.signInName, sample.password);
  if (!opened.ok) return `does not open: ${opened.error.kind}`;
  const [saves, ...more] = [...sample.readSaves(sample.sessionOf(vault)).values()];
  vault.lock();
  return saves === undefined || saves === 'torn' || more.length > 0 ? 'torn or missing' : saves;
}

const setUp: BigChange = {
  covers: ['vault.ts', 'store-state.ts', 'slot-file.ts', 'migrate.ts'],
  async prepare() {},
  async make(scratch) {
    (await sample.makeVault(vaultIn(scratch))).lock();
  },
  async judge(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const { kind } = vault.state();
    if (kind === 'empty') (await sample.makeVault(vaultIn(scratch))).lock();
    else if (kind !== 'locked') return `is ${kind}`;
    const again = sample.openVault(vaultIn(scratch));
    const opened = await again.unlock(sample.signInName, sample.password);
    again.lock();
    return opened.ok ? undefined : `does not open: ${opened.error.kind}`;
  },
};

const backup: BigChange = {
  covers: ['backup.ts', 'slot-file.ts'],
  async prepare(scratch) {
    await makeSaved(scratch, 3);
    await backUp(scratch);
  },
  make: backUp,
  async judge(scratch) {
    const saves = await savesIn(scratch);
    if (saves !== 3) return `the store ${saves}`;
    const copies = listCopies(stickIn(scratch));
    if (copies.length === 0) return 'the older copy is gone';
    for (const { name } of copies) {
      const staged = await restoreFrom(scratch, name);
      if (!staged.ok) return `${name}: ${staged.error.kind}`;
    }
    return undefined;
  },
};

const restore: BigChange = {
  covers: ['restore.ts', 'finish-restore.ts', 'loss.ts'],
  async prepare(scratch) {
    await makeSaved(scratch, 2);
    await backUp(scratch);
    const vault = sample.openVault(vaultIn(scratch));
    const session = await sample.unlock(vault);
    const [id] = sample.readSaves(session).keys();
    assert(id !== undefined, 'there is a visit');
    for (let turn = 0; turn < 3; turn += 1) sample.saveNext(session, id);
    vault.lock();
  },
  async make(scratch) {
    const [copy] = listCopies(stickIn(scratch));
    assert(copy !== undefined, 'there is a copy');
    const staged = await restoreFrom(scratch, copy.name);
    assert(staged.ok, `the copy is sound: ${JSON.stringify(staged)}`);
    assert(commitRestore(vaultIn(scratch), systemClock.now()).ok, 'it is gone back to');
  },
  async judge(scratch) {
    const saves = await savesIn(scratch);
    if (saves === 5) return undefined;
    if (saves !== 2) return `the store ${saves}`;
    // The newer state is still there, whole, under another name.
    const [aside = ''] = readdirSync(vaultIn(scratch)).filter((name) => name.startsWith('aside-'));
    const other = join(scratch, 'other');
    mkdirSync(other);
    if (aside === '' || !existsSync(join(vaultIn(scratch), aside))) return 'nothing was kept aside';
    cpSync(join(vaultIn(scratch), aside), vaultIn(other), { recursive: true });
    const kept = await savesIn(other);
    return kept === 5 ? undefined : `what was kept aside ${kept}`;
  },
};

const migration: BigChange = {
  covers: ['migrate.ts'],
  async prepare(scratch) {
    await makeSaved(scratch, 2);
    await layBack(vaultIn(scratch));
  },
  async make(scratch) {
    await sample.unlock(sample.openVault(vaultIn(scratch)));
  },
  async judge(scratch) {
    const saves = await savesIn(scratch);
    return saves === 2 ? undefined : `the store ${saves}`;
  },
};

/** The store as the first version of the program would have written it. */
async function layBack(folder: string): Promise<void> {
  const slots = readSlotFile(folder);
  const table = slots.ok ? slots.value[0] : undefined;
  assert(table !== undefined, 'the slot file is there');
  const slot = await openSlot(table, sample.signInName, sample.password, sample.cost);
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
      .prepare('SELECT name FROM pragma_oneinfo(?)', { pluck: true })
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

export const changes: Readonly<Record<string, BigChange>> = {
  'set-up': setUp,
  migration,
  backup,
  restore,
};

/** The files of the vault that replace, rename or rewrite whole files. */
export function filesThatReplace(): readonly string[] {
  const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'vault');
  const marks =
    /\b(renameSync|replaceFile|writeSlotFile|settleSlotFile|copyPrivateFile|createDatabase|user_version =)\b/;
  return globSync('**/*.ts', { cwd: folder })
    .filter((file) => marks.test(readFileSync(join(folder, file), 'utf8')))
    .toSorted();
}

/** Files of which no change on the list says that it passes through them. */
export function uncovered(): readonly string[] {
  const covered = new Set(Object.values(changes).flatMap(({ covers }) => covers));
  // Opening and creating one file is what every change does.
  return filesThatReplace().filter((file) => file !== 'database.ts' && !covered.has(file));
}
