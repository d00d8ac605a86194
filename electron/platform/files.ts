import {
  closeSync,
  constants,
  accessSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
} from 'node:fs';
import { readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Only the account that runs the program may read what it writes. */
export const privateFile = 0o600;
const privateFolder = 0o700;

/** The system's short name of what went wrong with a file, such as `ENOSPC`, or undefined for another error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(systemErrorCode(error) ?? '');
}

/** @throws the system's error when the folder cannot be made */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: privateFolder });
}

/** Whether this account may create and replace files in a folder that exists. */
export function isWritableFolder(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

/** Whether this account could make a folder: the nearest one above that exists is what counts. */
export function isMakeableFolder(folder: string): boolean {
  const above = dirname(folder);
  if (above === folder) return false;
  return statSync(above, { throwIfNoEntry: false }) === undefined
    ? isMakeableFolder(above)
    : isWritableFolder(above);
}

/**
 * Writes a whole file so that after a power cut there is either the old one or the new one:
 * beside it, synced, moved over it, and the folder synced.
 *
 * @throws the system's error; the old file is then untouched
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', privateFile);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Writes a file anew in its own place and syncs it: half of what replacing it costs. After a
 * power cut in the middle it is torn, so this is only for one of two copies that are checked.
 *
 * @returns false when there is no file of just this length, and nothing was written
 */
export function overwriteFile(path: string, bytes: Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  const file = openSync(path, 'r+');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at);
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  return true;
}

const copyBytesAtOnce = 1_048_576;

/**
 * Copies a file of any size to where there is none yet, for this account alone, and syncs it.
 *
 * @throws the system's error, and where it is no file; what was written by then stays
 */
export function copyPrivateFile(from: string, to: string): void {
  const source = openPlainFile(from);
  try {
    const target = openSync(to, 'wx', privateFile);
    try {
      const some = Buffer.alloc(copyBytesAtOnce);
      for (;;) {
        const read = readSync(source, some);
        if (read === 0) break;
        for (let at = 0; at < read;) at += writeSync(target, some, at, read - at);
      }
      fsyncSync(target);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

/**
 * Opens a file to read it. A pipe in its place, as on a stick that somebody prepared, is not waited
 * for. On Windows there is none under a path of a folder.
 *
 * @throws the system's error, and where it is something else than a file
 */
function openPlainFile(path: string): number {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(handle).isFile()) return handle;
  closeSync(handle);
  throw new Error('This is no file.');
}

/** Makes a rename durable. Windows has no such call and needs none: its renames are journalled. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Why a small file was not read: there is none, it is larger than it can be, or this account may not. */
export type Unread = 'absent' | 'too-large' | 'not-allowed';

export function readSmallFile(path: string, limitBytes: number): Buffer | Unread {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) return 'absent';
  if (!about.isFile() || about.size > limitBytes) return 'too-large';
  let handle: number | undefined;
  try {
    handle = openPlainFile(path);
    return readFileSync(handle);
  } catch {
    return 'not-allowed';
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
