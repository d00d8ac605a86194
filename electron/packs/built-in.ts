import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
 *
 * @throws when it is not that file: a program that came to harm has no answer
 */
export function readBuiltInParts({ file, digest }: BuiltIn): PackParts {
  const bytes = readFileSync(file);
  if (createHash('sha256').update(bytes).digest('hex') !== digest)
    throw new Error('The built-in pack is damaged');
  const [reading = '', otherBooks = ''] = bytes.toString('utf8').split('\n');
  return { reading, otherBooks };
}

/** @throws as `readBuiltInParts` does */
export function readBuiltIn(builtIn: BuiltIn): Pack {
  const parts = readBuiltInParts(builtIn);
  return withOtherBooks(parseReading(parts), parts);
}
