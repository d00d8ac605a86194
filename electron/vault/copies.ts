import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import { type BackupCopy, CopyName } from '#core/domain/backup.ts';
import { isWritableFolder, privateFile, readSmallFile } from '../platform/files.ts';

/** Says of which vault a copy is and when it was made. Nothing about a person, and no numbers. */
export const aboutName = 'about.json';

export const AboutCopy = z.strictObject({
  format: z.literal(1),
  vaultId: z.uuid(),
  takenAt: z.iso.datetime(),
});
export type AboutCopy = z.infer<typeof AboutCopy>;

export type TargetProblem = {
  readonly kind: 'TargetUnusable';
  readonly folder: string;
  readonly why: 'not-a-full-path' | 'not-there' | 'not-writable' | 'inside-quietroom';
};

/**
 * Whether backups may go into a folder that somebody typed.
 *
 * @param profile everything of ours lies in it: a copy there dies with what it is a copy of
 */
export function judgeTarget(folder: string, profile: string): Result<string, TargetProblem> {
  const problem = (why: TargetProblem['why']) =>
    err({ kind: 'TargetUnusable' as const, folder, why });
  if (!isAbsolute(folder)) return problem('not-a-full-path');
  if (!isFolder(folder)) return problem('not-there');
  // A link into the profile is the profile.
  const real = realpathSync(folder);
  const between = relative(realpathSync(profile), real);
  if (between === '' || !(between.startsWith('..') || isAbsolute(between)))
    return problem('inside-quietroom');
  return isWritableFolder(real) && canMakeFile(real) ? ok(real) : problem('not-writable');
}

/** A stick that is write-protected lets itself be asked and then refuses. */
function canMakeFile(folder: string): boolean {
  const path = join(folder, `copy-${randomBytes(4).toString('hex')}.try`);
  try {
    closeSync(openSync(path, 'wx', privateFile));
    rmSync(path);
    return true;
  } catch {
    return false;
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The finished copies in a folder, oldest first; of one vault, or of any. */
export function listCopies(target: string, vaultId?: string): readonly BackupCopy[] {
  if (!isFolder(target)) return [];
  return readdirSync(target)
    .toSorted()
    .flatMap((found): BackupCopy[] => {
      const name = CopyName.safeParse(found);
      const about = name.success ? readAbout(join(target, name.data)) : undefined;
      const isMeant = about !== undefined && (vaultId === undefined || about.vaultId === vaultId);
      return name.success && isMeant ? [{ name: name.data, takenAt: about.takenAt }] : [];
    });
}

export function readAbout(copy: string): AboutCopy | undefined {
  const bytes = readSmallFile(join(copy, aboutName), 10_000);
  if (typeof bytes === 'string') return undefined;
  try {
    return AboutCopy.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

/** Has the disk hold what was written to a file. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
