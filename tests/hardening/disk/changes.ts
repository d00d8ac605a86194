import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import { type CopyName } from '#core/domain/backup.ts';
import { replaceFile } from '../../../electron/platform/files.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { layOutAttempts } from '../../../electron/vault/attempts.ts';
import { takeBackup } from '../../../electron/vault/backup.ts';
import { listCopies } from '../../../electron/vault/copies.ts';
import { commitRestore, stageRestore } from '../../../electron/vault/restore.ts';
import type { TypedSheets } from '../../../electron/vault/recovery-keys.ts';
import { proveSheets } from '../../../electron/vault/recovery.ts';
import { madeSheets, provenSheets } from '../../../build/bench/recovery-sheets.ts';
import { layBack } from './lay-back.ts';
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
  const { signInName, password } = sample;
  return stageRestore(
    { folder: vaultIn(scratch), target: stickIn(scratch), name, signInName, password },
    sample.openVault(vaultIn(scratch)).attempts,
    systemClock,
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
  covers: [
    'vault.ts',
    'new-store.ts',
    'audit/high-water.ts',
    'store-state.ts',
    'slot-file.ts',
    'checked-file.ts',
  ],
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
    // Without its own count of wrong passwords a vault takes it that somebody has removed it.
    layOutAttempts(vaultIn(other));
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

const nextPassword = 'umlaut-nineteen-walrus-gravel';

const changeOfPassword: BigChange = {
  covers: ['change-password.ts', 'checked-file.ts', 'slot-file.ts'],
  prepare: (scratch) => makeSaved(scratch, 2),
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    await sample.unlock(vault);
    const changed = await vault.changePassword(sample.password, nextPassword);
    assert(changed.ok, `the password is changed: ${JSON.stringify(changed)}`);
  },
  async judge(scratch) {
    const opens: string[] = [];
    for (const password of [sample.password, nextPassword]) {
      const vault = sample.openVault(vaultIn(scratch));
      const opened = await vault.unlock(sample.signInName, password);
      const saves = opened.ok ? [...sample.readSaves(sample.sessionOf(vault)).values()] : [];
      vault.lock();
      if (opened.ok) opens.push(saves.join());
    }
    // Exactly one of the two passwords opens, and all is there.
    return opens.length === 1 && opens[0] === '2' ? undefined : `opens ${opens.length} times`;
  },
};

/** The texts of the sheets lie beside the vault: whoever judges has to type them. */
const paperIn = (scratch: string) => join(scratch, 'paper.json');
/** No power cut takes anything off paper, so it is there for good before anything goes on. */
const printOn = (path: string, sheets: readonly string[]) =>
  replaceFile(path, Buffer.from(JSON.stringify(sheets)));
const Paper = z.array(z.string()).length(3);
const readPaper = (scratch: string): TypedSheets => {
  const [first = '', second = ''] = Paper.parse(JSON.parse(readFileSync(paperIn(scratch), 'utf8')));
  return [first, second];
};

async function makeWithSheets(scratch: string): Promise<void> {
  await makeSaved(scratch, 2);
  const vault = sample.openVault(vaultIn(scratch));
  const sheets = await provenSheets(await sample.unlock(vault), vaultIn(scratch));
  printOn(paperIn(scratch), sheets);
  vault.lock();
}

async function doSheetsOpen(scratch: string): Promise<boolean> {
  const vault = sample.openVault(vaultIn(scratch));
  return (await vault.membersBySheets(readPaper(scratch))).ok;
}

const newSheets: BigChange = {
  covers: ['recovery.ts', 'slot-file.ts'],
  prepare: makeWithSheets,
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const session = await sample.unlock(vault);
    const made = await madeSheets(session);
    const both = [...readPaper(scratch), ...made];
    printOn(`${paperIn(scratch)}.new`, both);
    const proven = await proveSheets(session, vaultIn(scratch), [made[0], made[1]], () => true);
    assert(proven.ok, 'the new sheets work');
  },
  async judge(scratch) {
    // Exactly one set opens, before and after the next sign-in.
    const opens = async () => {
      const vault = sample.openVault(vaultIn(scratch));
      const isOld = await doSheetsOpen(scratch);
      if (!existsSync(`${paperIn(scratch)}.new`)) return isOld ? 1 : 0;
      const all = z.array(z.string()).safeParse(parsed(`${paperIn(scratch)}.new`));
      const [, , first = '', second = ''] = all.success ? all.data : [];
      const isNew = (await vault.membersBySheets([first, second])).ok;
      return Number(isOld) + Number(isNew);
    };
    const before = await opens();
    if (before !== 1) return `${before} sets of sheets open`;
    const saves = await savesIn(scratch);
    if (saves !== 2) return `the store ${saves}`;
    const after = await opens();
    return after === 1 ? undefined : `${after} sets of sheets open after a sign-in`;
  },
};

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const recovery: BigChange = {
  covers: ['recover.ts', 'slot-file.ts'],
  prepare: makeWithSheets,
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const typed = readPaper(scratch);
    const leads = await vault.membersBySheets(typed);
    assert(leads.ok && leads.value[0] !== undefined, 'the sheets open');
    const recovered = await vault.recover({
      typed,
      member: leads.value[0].id,
      signInName: sample.signInName,
      password: nextPassword,
    });
    assert(recovered.ok, `the lead is in again: ${JSON.stringify(recovered)}`);
  },
  async judge(scratch) {
    if (!(await doSheetsOpen(scratch))) return 'the sheets no longer open';
    return changeOfPassword.judge(scratch);
  },
};

const leaver = { signInName: 'parasol.vane', password: 'pelican-brocade-fourteen-sump' };

/** The store and every case of the member get other keys, and the slot file loses them. */
const removal: BigChange = {
  covers: ['rotation.ts', 'finish-rotation.ts', 'removal.ts', 'member-slots.ts', 'people.ts'],
  async prepare(scratch) {
    const vault = await sample.makeVault(vaultIn(scratch));
    const added = await vault.people.add({ ...leaver, displayName: 'Parasol', role: 'clinician' });
    assert(added.ok, `a member is added: ${JSON.stringify(added)}`);
    const session = sample.sessionOf(vault);
    sample.saveNext(session, sample.beginVisit(session));
    vault.lock();
    assert((await vault.unlock(leaver.signInName, leaver.password)).ok, 'the member signs in');
    const own = sample.sessionOf(vault);
    sample.saveNext(own, sample.beginVisit(own));
    vault.lock();
  },
  async make(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    await sample.unlock(vault);
    const member = vault.people.list().find(({ displayName }) => displayName === 'Parasol');
    assert(member !== undefined, 'the member is there');
    const removed = vault.people.remove(member.id);
    assert(removed.ok, `the member is removed: ${JSON.stringify(removed)}`);
  },
  async judge(scratch) {
    const vault = sample.openVault(vaultIn(scratch));
    const asLeaver = await vault.unlock(leaver.signInName, leaver.password);
    const kept = asLeaver.ok ? [...sample.readSaves(sample.sessionOf(vault)).values()].join() : '';
    vault.lock();
    const opened = await vault.unlock(sample.signInName, sample.password);
    if (!opened.ok) return `does not open for the lead: ${opened.error.kind}`;
    const saves = [...sample.readSaves(sample.sessionOf(vault)).values()].join();
    const state = vault.people.list().find(({ displayName }) => displayName === 'Parasol')?.state;
    vault.lock();
    const rest = readdirSync(vaultIn(scratch)).filter((name) => name.startsWith('rotate.ready'));
    if (rest.length > 0) return 'the new store was not put into place';
    if (saves !== '2,2') return `the lead reads ${saves}`;
    // The old state, in which the member opens what is theirs, or the new one, in which nothing does.
    const isOld = asLeaver.ok && kept === '2' && state === 'active';
    const isNew = !asLeaver.ok && state === 'removed';
    return isOld || isNew ? undefined : `the member is ${state}, and opens: ${kept}`;
  },
};

export const changes: Readonly<Record<string, BigChange>> = {
  'set-up': setUp,
  'change of password': changeOfPassword,
  'removal of a member': removal,
  'new recovery sheets': newSheets,
  recovery,
  migration,
  backup,
  restore,
};

/** The files of the vault that replace, rename or rewrite whole files. */
export function filesThatReplace(): readonly string[] {
  const folder = join(import.meta.dirname, '..', '..', '..', 'electron', 'vault');
  const marks =
    /\b(renameSync|replaceFile|writeSlotFile|settleSlotFile|replaceSlotTable|writeCopy|copyPrivateFile|createDatabase|user_version =)\b/;
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
