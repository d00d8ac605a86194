import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type PackParts, parseReading, withOtherBooks } from '#core/pack/pack-parts.ts';

/** The pack that ships, checked when the program was built and written as one file. */
export type BuiltIn = {
  /** Its two parts as JSON, one to a line. */
  readonly file: string;
  /** SHA-256 of that file, in hex. It is part of the program, so the file needs no signature. */
  readonly digest: string;
};

/**
 * The pack that ships, as JSON. Its hash says that it is the one that was checked at build time,
 * so nothing of it is checked again: nobody waits for 34 languages.
 */
export function readBuiltInParts({ file, digest }: BuiltIn): Result<PackParts, 'damaged'> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return err('damaged');
  }
  if (createHash('sha256').update(bytes).digest('hex') !== digest) return err('damaged');
  const [reading = '', otherBooks = ''] = bytes.toString('utf8').split('\n');
  return ok({ reading, otherBooks });
}

export function readBuiltIn(builtIn: BuiltIn): Result<Pack, 'damaged'> {
  const parts = readBuiltInParts(builtIn);
  return parts.ok ? ok(withOtherBooks(parseReading(parts.value), parts.value)) : parts;
}
