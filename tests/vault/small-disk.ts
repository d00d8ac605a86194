import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const pageBytes = 4_096;

/** A disk in memory of so many pages. */
export function smallDisk(pages: number): string {
  const disk = mkdtempSync(join(tmpdir(), 'quietroom-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${pages * pageBytes}`, 'tmpfs', disk]);
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', disk]);
    rmSync(disk, { recursive: true, force: true });
  });
  return disk;
}

/** Fills a disk up to so many pages. @returns the file to remove for room */
export function fill(disk: string, freePages: number): string {
  const path = join(disk, 'filler');
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(pageBytes, 1));
  } catch {
    // Full: that was wanted.
  } finally {
    closeSync(file);
  }
  truncateSync(path, Math.max(0, statSync(path).size - freePages * pageBytes));
  return path;
}

/** Whether this account may make such a disk. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const disk = mkdtempSync(join(tmpdir(), 'quietroom-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
    execFileSync('umount', [disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(disk, { recursive: true, force: true });
  }
}
