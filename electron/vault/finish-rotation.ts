import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../platform/files.ts';
import { markFileNames } from './audit/high-water.ts';
import { slotFileNames } from './slot-file.ts';

/** A store under another key, read through and decided upon. The program finishes with it whatever happens. */
export const rotatedName = 'rotate.ready';

/**
 * Puts a store with another key, its slot file and its marks in the place of those that are
 * there. Nothing of the old ones is kept: somebody who may no longer open them could.
 */
export function finishRotation(folder: string, storeName: string): void {
  const from = join(folder, rotatedName);
  if (!existsSync(from)) return;
  // While the new store has not come in, the journal that lies there is that of the old one.
  if (existsSync(join(from, storeName))) {
    for (const rest of ['-wal', '-journal'])
      rmSync(join(folder, `${storeName}${rest}`), { force: true });
    for (const name of [...slotFileNames, ...markFileNames])
      if (existsSync(join(from, name))) renameSync(join(from, name), join(folder, name));
    syncFolder(folder);
    renameSync(join(from, storeName), join(folder, storeName));
    syncFolder(folder);
  }
  rmSync(from, { recursive: true, force: true });
  syncFolder(folder);
}
