import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import {
  type BackupCopy,
  type BackupProgress,
  copiesToDrop,
  nextCopyName,
} from '#core/domain/backup.ts';
import { isDiskFull, replaceFile, syncFolder, systemErrorCode } from '../platform/files.ts';
import { storeName } from '../platform/profile.ts';
import { aboutName, type AboutCopy, isFolder, listCopies, syncFile } from './copies.ts';
import type { Database } from './database.ts';
import { readThrough, takeCensus } from './read-through.ts';
import { readSlotFile, type SlotTable, writeSlotFile } from './slot-file.ts';

export type BackupProblem =
  | { readonly kind: 'TargetMissing' | 'TargetFull'; readonly folder: string }
  /** Written, and not the same when read back, or not to be written at all. */
  | { readonly kind: 'TargetFailed'; readonly folder: string }
  /** The store itself cannot be read through: what is kept must not be replaced by it. */
  | { readonly kind: 'StoreDamaged' }
  | { readonly kind: 'LockedMeanwhile' };

export type BackupJob = {
  readonly database: Database;
  /** The folder of the vault, for its slot file. */
  readonly folder: string;
  readonly target: string;
  readonly clock: Clock;
  /** False as soon as the vault has locked: the database is then closed. */
  readonly isOpen: () => boolean;
  readonly onProgress: (progress: BackupProgress) => void;
};

const unfinished = '.new';

/**
 * Makes one backup: a consistent encrypted copy of the store, and the slot file that opens it.
 * It gets its name only when it has been synced, opened under its key and read to the last
 * row; and only then do copies go that are no longer needed.
 */
export async function takeBackup(job: BackupJob): Promise<Result<BackupCopy, BackupProblem>> {
  const { database, target, clock } = job;
  if (!isFolder(target)) return err({ kind: 'TargetMissing', folder: target });
  const slots = readSlotFile(job.folder);
  const table = slots.ok
    ? slots.value.find(({ vaultId }) => vaultId === idOf(database))
    : undefined;
  if (table === undefined) return err({ kind: 'StoreDamaged' });
  let isAttached = false;
  let beside: string | undefined;
  try {
    clearUnfinished(target);
    const takenAt = clock.now();
    // Numbers count over the copies of every vault in the folder: no name is given twice.
    const name = nextCopyName(listCopies(target), takenAt);
    beside = join(target, `${name}${unfinished}`);
    mkdirSync(beside, { mode: 0o700 });
    job.onProgress({ kind: 'copying' });
    await breathe();
    if (!job.isOpen()) return err({ kind: 'LockedMeanwhile' });
    const copyPath = join(beside, storeName);
    const copied = copyStore(database, copyPath, target);
    if (!copied.ok) return copied;
    writeRest(beside, table, { format: 1, vaultId: table.vaultId, takenAt });
    // No key is given: SQLCipher takes that of the store, so this also shows that it fits.
    database.prepare('ATTACH ? AS copy').run([copyPath]);
    isAttached = true;
    for (const { done, of } of readThrough(database, 'copy', copied.value)) {
      job.onProgress({ kind: 'checking', done, of });
      await breathe();
      if (!job.isOpen()) return err({ kind: 'LockedMeanwhile' });
    }
    database.exec('DETACH copy');
    isAttached = false;
    renameSync(beside, join(target, name));
    beside = undefined;
    syncFolder(target);
    dropOldCopies(target, table.vaultId);
    return ok({ name, takenAt });
  } catch (error) {
    if (isDiskFull(error)) return err({ kind: 'TargetFull', folder: target });
    return err({ kind: isFolder(target) ? 'TargetFailed' : 'TargetMissing', folder: target });
  } finally {
    if (isAttached && job.isOpen()) database.exec('DETACH copy');
    if (beside !== undefined) removeIfPossible(beside);
    job.onProgress({ kind: 'idle' });
  }
}

function copyStore(
  database: Database,
  path: string,
  target: string,
): Result<ReturnType<typeof takeCensus>, BackupProblem> {
  let census;
  try {
    census = takeCensus(database);
  } catch {
    return err({ kind: 'StoreDamaged' });
  }
  try {
    database.prepare('VACUUM INTO ?').run([path]);
  } catch (error) {
    // The driver's codes tell a page of the source that is not as it was written from a target that fails.
    const isSource = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].includes(systemErrorCode(error) ?? '');
    if (isSource) return err({ kind: 'StoreDamaged' });
    throw error;
  }
  // SQLite does not sync what VACUUM INTO writes.
  syncFile(path);
  return isFolder(target) ? ok(census) : err({ kind: 'TargetMissing', folder: target });
}

function writeRest(beside: string, table: SlotTable, about: AboutCopy): void {
  writeSlotFile(beside, table);
  replaceFile(join(beside, aboutName), Buffer.from(`${JSON.stringify(about)}\n`));
}

function dropOldCopies(target: string, vaultId: string): void {
  for (const { name } of copiesToDrop(listCopies(target, vaultId))) {
    // First it loses its name, so that no half of it is ever taken for a copy.
    const going = join(target, `${name}${unfinished}`);
    renameSync(join(target, name), going);
    rmSync(going, { recursive: true, force: true });
  }
  syncFolder(target);
}

/** What a backup that was cut off has left behind. */
function clearUnfinished(target: string): void {
  for (const name of readdirSync(target)) {
    if (/^copy-\d{6}-\d{8}\.new$/.test(name))
      rmSync(join(target, name), { recursive: true, force: true });
  }
}

function removeIfPossible(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The stick has gone: the next backup clears up.
  }
}

function idOf(database: Database): unknown {
  return database.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]);
}

/** Lets what waits have its turn: a key that covers the screen comes first. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
