import { url as inspectorAddress } from 'node:inspector';
import { app } from 'electron';
import type { Copy } from './start-guard.ts';

/**
 * The oldest Electron that still gets security fixes on the day this was last looked at
 * (2026-11-22). Older ones may be used to develop and to practise, and say so.
 */
const oldestSupportedMajor = 43;

/**
 * A packed copy has its inspect fuse off, so that nothing can open Node's inspector in it. One
 * in which the inspector is open all the same is the twin that tests drive: whoever can turn
 * the fuse of a copy can change the rest of it too.
 */
export function thisCopy(): Copy {
  if (!app.isPackaged) return 'development';
  return inspectorAddress() === undefined ? 'packed' : 'test-twin';
}

export function isPracticeCopy(copy: Copy, electronVersion: string): boolean {
  return copy !== 'packed' || Number(electronVersion.split('.')[0]) < oldestSupportedMajor;
}
