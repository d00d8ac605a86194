import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Pack } from '#core/pack/pack.ts';

/** The pack that ships, checked when the program was built and written as one file. */
export type BuiltIn = {
  readonly file: string;
  /** SHA-256 of that file, in hex. It is part of the program, so the file needs no signature. */
  readonly digest: string;
};

/**
 * Reads the pack that ships. Its hash says that it is the one that was checked at build time,
 * so nothing of it is parsed or checked again: the start does not wait for 34 languages.
 */
export function readBuiltIn({ file, digest }: BuiltIn): Result<Pack, 'damaged'> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return err('damaged');
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) return err('damaged');
  const pack: Pack = JSON.parse(bytes.toString('utf8'));
  return ok(pack);
}
