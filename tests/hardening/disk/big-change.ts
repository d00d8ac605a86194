import { join } from 'node:path';
import * as sample from './sample.ts';

/** A change of more than one file, or of all of one, that may be cut off at any moment. */
export type BigChange = {
  /** The files of the program whose writing this change passes through. */
  readonly covers: readonly string[];
  readonly prepare: (scratch: string) => Promise<void>;
  readonly make: (scratch: string) => Promise<void>;
  /** What is wrong with what is left, or undefined: it is the old state or the new one, whole. */
  readonly judge: (scratch: string) => Promise<string | undefined>;
};

export const vaultIn = (scratch: string) => join(scratch, 'vault');

export async function makeSaved(scratch: string, saves: number): Promise<void> {
  const vault = await sample.makeVault(vaultIn(scratch));
  const session = sample.sessionOf(vault);
  const id = sample.beginVisit(session);
  for (let turn = 1; turn < saves; turn += 1) sample.saveNext(session, id);
  vault.lock();
}

/** Opens the vault and says how far its one visit is, or what is wrong. */
export async function savesIn(scratch: string): Promise<number | string> {
  const vault = sample.openVault(vaultIn(scratch));
  const opened = await vault.unlock(sample.signInName, sample.password);
  if (!opened.ok) return `does not open: ${opened.error.kind}`;
  const [saves, ...more] = [...sample.readSaves(sample.sessionOf(vault)).values()];
  vault.lock();
  return saves === undefined || saves === 'torn' || more.length > 0 ? 'torn or missing' : saves;
}
