import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/base/result.ts';
import { isMakeableFolder, isWritableFolder, syncFolder } from '../platform/files.ts';
import { storeName } from '../platform/profile.ts';
import { finishRestore } from './finish-restore.ts';
import { finishRotation } from './finish-rotation.ts';
import { readSlotFile, type SlotTable } from './slot-file.ts';

/** A store that is being made. It counts only once the slot file is there and it has its final name. */
export const unfinishedName = 'records.new';

/** Why the store cannot be used. No new store is ever made in its place. */
export type StoreProblem = {
  readonly kind:
    'FolderReadOnly' | 'KeyFileMissing' | 'KeyFileDamaged' | 'KeyFileTooNew' | 'StoreMissing';
  readonly folder: string;
};

/** What a store is like that nobody has opened. */
export type ClosedStore =
  | { readonly kind: 'empty' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'unusable'; readonly problem: StoreProblem };

export function closedStore(folder: string): ClosedStore {
  const found = lookAtStore(folder);
  if (!found.ok) return { kind: 'unusable', problem: found.error };
  return { kind: found.value.length === 0 ? 'empty' : 'locked' };
}

/** The slot tables of a vault that is there, the likeliest first, or none where there is no vault yet. */
export function lookAtStore(folder: string): Result<readonly SlotTable[], StoreProblem> {
  const problem = (kind: StoreProblem['kind']) => err({ kind, folder });
  const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
  const canWrite = isThere(folder) ? isWritableFolder(folder) : isMakeableFolder(folder);
  if (!canWrite) return problem('FolderReadOnly');
  finishRotation(folder, storeName);
  finishRestore(folder, storeName);
  const hasStore = isThere(join(folder, storeName));
  const slots = readSlotFile(folder);
  if (slots.ok) return hasStore || finishSetUp(folder) ? slots : problem('StoreMissing');
  if (slots.error === 'too-new') return problem('KeyFileTooNew');
  if (slots.error === 'damaged') return problem('KeyFileDamaged');
  return hasStore ? problem('KeyFileMissing') : ok([]);
}

/**
 * Set-up writes the store, then the slot file, then gives the store its name. Does that last
 * step, also where it was cut off.
 *
 * @returns false when there is no store that was being made
 */
export function finishSetUp(folder: string): boolean {
  const unfinished = join(folder, unfinishedName);
  if (statSync(unfinished, { throwIfNoEntry: false }) === undefined) return false;
  renameSync(unfinished, join(folder, storeName));
  syncFolder(folder);
  return true;
}
