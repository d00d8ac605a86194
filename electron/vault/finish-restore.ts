import { existsSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder, syncFolder } from '../platform/files.ts';
import { attemptFileNames, layOutAttempts } from './attempts.ts';
import { slotFileNames } from './slot-file.ts';

/** A copy that was read through and that somebody decided to go back to. The program finishes with it whatever happens. */
export const readyPrefix = 'restore-';
/** Where the store that was there before is kept. Nothing of ours ever deletes it. */
const asidePrefix = 'aside-';

/**
 * Does what is left of a restore that was decided: everything of the old state goes into a
 * folder of its own, then the copy's files come to their places, the store last.
 */
export function finishRestore(folder: string, storeName: string): void {
  const ready = existsSync(folder)
    ? readdirSync(folder).find((name) => /^restore-\d+$/.test(name))
    : undefined;
  if (ready === undefined) return;
  const from = join(folder, ready);
  const aside = join(folder, ready.replace(readyPrefix, asidePrefix));
  // While the copy's store has not come in, all store files in place are the old ones.
  if (existsSync(join(from, storeName))) {
    makePrivateFolder(aside);
    for (const name of [storeName, `${storeName}-wal`, `${storeName}-journal`])
      moveIfThere(join(folder, name), join(aside, name));
    syncFolder(aside);
    for (const name of slotFileNames) {
      if (!existsSync(join(from, name))) continue;
      moveIfThere(join(folder, name), join(aside, name));
      syncFolder(aside);
      renameSync(join(from, name), join(folder, name));
    }
    if (!attemptFileNames.some((name) => existsSync(join(folder, name)))) layOutAttempts(folder);
    syncFolder(folder);
    renameSync(join(from, storeName), join(folder, storeName));
    syncFolder(folder);
  }
  rmSync(from, { recursive: true, force: true });
  if (existsSync(aside) && readdirSync(aside).length === 0) rmdirSync(aside);
  syncFolder(folder);
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) renameSync(from, to);
}
