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
 * The pack that ships, as JSON. Its hash says that it is the one that was checked at build time,
 * so nothing of it is checked again: the start does not wait for 34 languages.
 */
export function readBuiltInText({ file, digest }: BuiltIn): Result<string, 'damaged'> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return err('damaged');
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) return err('damaged');
  return ok(bytes.toString('utf8'));
}

export function readBuiltIn(builtIn: BuiltIn): Result<Pack, 'damaged'> {
  const text = readBuiltInText(builtIn);
  if (!text.ok) return text;
  const pack: Pack = JSON.parse(text.value);
  return ok(pack);
}
