import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import type { CopyName } from '#core/domain/backup.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { layOutAttempts } from '../../../electron/vault/attempts.ts';
import { takeBackup } from '../../../electron/vault/backup.ts';
import { listCopies } from '../../../electron/vault/copies.ts';
import { commitRestore, stageRestore } from '../../../electron/vault/restore.ts';
import * as sample from './sample.ts';
import { type BigChange, makeSaved, savesIn, vaultIn } from './big-change.ts';

const stickIn = (scratch: string) => join(scratch, 'stick');

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

export const backup: BigChange = {
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

export const restore: BigChange = {
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
