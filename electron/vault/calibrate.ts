import { deriveKey, type KdfCost, randomKey, saltBytes, standardCost, wipe } from './keys.ts';

const mebibyte = 1024 * 1024;

/** Below it a guess is too cheap, however slow the machine: RFC 9106, section 4, second choice. */
const floorBytes = 64 * mebibyte;
/** What a slot may ask for at most when it is read (slot-file.ts). */
const mostBytes = 1024 * mebibyte;

/** What a derivation may take on this machine. */
export const derivationMs = { least: 500, most: 1_500 } as const;

/**
 * The cost at which a guess takes between half a second and one and a half on this machine:
 * the standard one where that fits, more or less memory where it does not. A machine that is
 * too slow even for the floor waits longer.
 *
 * @param totalMemoryBytes the machine's; a derivation takes an eighth of it at most
 * @param measure how long one derivation takes, in milliseconds
 */
export async function calibrate(
  totalMemoryBytes: number,
  measure: (cost: KdfCost) => Promise<number> = timeDerivation,
): Promise<KdfCost> {
  const roomBytes = Math.max(floorBytes, Math.min(mostBytes, totalMemoryBytes / 8));
  let cost = { ...standardCost, memLimitBytes: Math.min(standardCost.memLimitBytes, roomBytes) };
  let ms = await measure(cost);
  while (ms > derivationMs.most && cost.memLimitBytes > floorBytes) {
    cost = { ...cost, memLimitBytes: Math.max(floorBytes, cost.memLimitBytes / 2) };
    ms = await measure(cost);
  }
  while (ms < derivationMs.least) {
    const more = stronger(cost, roomBytes);
    if (more === undefined) break;
    const took = await measure(more);
    if (took > derivationMs.most) break;
    [cost, ms] = [more, took];
  }
  return cost;
}

/** Twice the memory while there is room, then one pass more; nothing beyond what is read. */
function stronger(cost: KdfCost, roomBytes: number): KdfCost | undefined {
  if (cost.memLimitBytes * 2 <= roomBytes)
    return { ...cost, memLimitBytes: cost.memLimitBytes * 2 };
  return cost.opsLimit < 20 ? { ...cost, opsLimit: cost.opsLimit + 1 } : undefined;
}

async function timeDerivation(cost: KdfCost): Promise<number> {
  const salt = randomKey(saltBytes);
  const before = performance.now();
  wipe(await deriveKey('how long this takes', salt, cost));
  return performance.now() - before;
}
