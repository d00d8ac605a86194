import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { sticks } from './sticks.ts';

export type FolderListing = {
  /** The folder that was looked into; null for the places to begin at. */
  readonly folder: string | null;
  /** The folder it lies in; null where there is none, which leads back to the places. */
  readonly above: string | null;
  readonly folders: readonly { readonly path: string; readonly name: string }[];
};

/** More than somebody would look through. */
const mostFolders = 300;

/**
 * The folders in a folder, by name; of none, the sticks that are plugged in and the home of this
 * account. Hidden ones are left out.
 *
 * @returns undefined when it is no folder, or one that this account may not look into
 */
export function lookInto(folder: string | null): FolderListing | undefined {
  if (folder === null) {
    const places = [...new Set([...sticks(), homedir()])].filter(isFolder);
    return {
      folder: null,
      above: null,
      folders: places.map((path) => ({ path, name: basename(path) || path })),
    };
  }
  if (!isAbsolute(folder)) return undefined;
  const whole = resolve(folder);
  const names = namesIn(whole);
  if (names === undefined) return undefined;
  const above = dirname(whole);
  const folders = names
    .filter((name) => !name.startsWith('.'))
    .toSorted((a, b) => a.localeCompare(b))
    .map((name) => ({ path: join(whole, name), name }))
    .filter(({ path }) => isFolder(path))
    .slice(0, mostFolders);
  return { folder: whole, above: above === whole ? null : above, folders };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}
