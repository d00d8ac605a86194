// Checks the pack that ships and writes it as the one file that the program reads.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inParts } from '#core/pack/pack-parts.ts';
import { loadPack } from '../../electron/packs/load-pack.ts';
import { systemClock } from '../../electron/platform/system.ts';

/**
 * @returns the SHA-256 of the file that was written, in hex
 * @throws with every problem, when the pack is not in order: nothing is written then
 */
export function writeBuiltIn(folder: string, file: string): string {
  const loaded = loadPack(folder, systemClock);
  if (!loaded.ok) throw new Error(`The pack is not in order: ${JSON.stringify(loaded.error)}`);
  const { reading, otherBooks } = inParts(loaded.value);
  const bytes = Buffer.from(`${reading}\n${otherBooks}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return createHash('sha256').update(bytes).digest('hex');
}
