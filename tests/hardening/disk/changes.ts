import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { layBack } from './lay-back.ts';
import * as sample from './sample.ts';
import { type BigChange, makeSaved, savesIn, vaultIn } from './big-change.ts';
import { backup, restore } from './copy-changes.ts';
import { changeOfPassword, newSheets, recovery } from './sign-in-changes.ts';

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
