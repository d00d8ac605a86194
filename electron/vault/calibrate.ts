import { deriveKey, type KdfCost, randomKey, saltBytes, standardCost, wipe } from './keys.ts';

const mebibyte = 1024 * 1024;

/** Below it a guess is too cheap, however slow the machine: RFC 9106, section 4, second choice. */
const floorBytes = 64 * mebibyte;
/** What a slot may ask for at most when it is read (slot-file.ts). */
const most = { bytes: 1024 * mebibyte, passes: 20 } as const;
/** Memory goes in steps, so that two machines of one kind come to the same. */
const stepBytes = 16 * mebibyte;

/** What a derivation may take on this machine. */
export const derivationMs = { least: 500, most: 1_500 } as const;
const aimMs = 1_000;
/** Left as it is: far enough from both ends that a busier hour does not lead past them. */
const fitting = { leastMs: 600, mostMs: 1_150 } as const;
/** A machine that is still outside after so many attempts is given what came out last. */
const mostAttempts = 4;

export type Measure = (cost: KdfCost) => Promise<number>;

/**
 * The cost at which a guess takes about a second on this machine: the standard one where that
 * fits, more or less memory where it does not, and more passes where there is no more memory. A
 * machine that is too slow even for the floor waits longer.
 *
 * @param totalMemoryBytes the machine's; a derivation takes an eighth of it at most
 * @param measure how long one derivation takes, in milliseconds
 */
export async function calibrate(
  totalMemoryBytes: number,
  measure: Measure = timeDerivation,
): Promise<KdfCost> {
  const roomBytes = Math.max(floorBytes, Math.min(most.bytes, totalMemoryBytes / 8));
  let cost = { ...standardCost, memLimitBytes: Math.min(standardCost.memLimitBytes, roomBytes) };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const ms = await usualMs(cost, measure);
    if (ms >= fitting.leastMs && ms <= fitting.mostMs) return cost;
    const next = scaled(cost, aimMs / ms, roomBytes);
    if (isSame(next, cost)) return cost;
    cost = next;
  }
  return cost;
}

/** Whether a sign-in took a time that calls for another cost, and there is another one to go to. */
export function isOutgrown({ opsLimit, memLimitBytes }: KdfCost, tookMs: number): boolean {
  if (tookMs > derivationMs.most)
    return memLimitBytes > floorBytes || opsLimit > standardCost.opsLimit;
  return tookMs < derivationMs.least && opsLimit < most.passes;
}

/** Whether going from one to the other is worth a new seal: less than a quarter is the weather of a machine. */
export function isNear(one: KdfCost, other: KdfCost): boolean {
  const work = ({ opsLimit, memLimitBytes }: KdfCost) => opsLimit * memLimitBytes;
  const share = work(one) / work(other);
  return share > 0.75 && share < 1.34;
}

/** The middle of three, because one may come at a bad moment; a single one that is far out says enough. */
async function usualMs(cost: KdfCost, measure: Measure): Promise<number> {
  const first = await measure(cost);
  if (first > derivationMs.most * 2 || first < derivationMs.least / 2) return first;
  const [, middle = first] = [first, await measure(cost), await measure(cost)].toSorted(
    (a, b) => a - b,
  );
  return middle;
}

function scaled({ opsLimit, memLimitBytes }: KdfCost, by: number, roomBytes: number): KdfCost {
  // Down again from passes first: they were only there because there was no more memory.
  const work = opsLimit * memLimitBytes * by;
  const wanted = work / standardCost.opsLimit;
  const inSteps = Math.floor(wanted / stepBytes) * stepBytes;
  const memory = Math.floor(Math.max(floorBytes, Math.min(roomBytes, inSteps)));
  const passes = Math.floor(work / memory);
  return {
    opsLimit: Math.max(standardCost.opsLimit, Math.min(most.passes, passes)),
    memLimitBytes: memory,
  };
}

function isSame(one: KdfCost, other: KdfCost): boolean {
  return one.opsLimit === other.opsLimit && one.memLimitBytes === other.memLimitBytes;
}

async function timeDerivation(cost: KdfCost): Promise<number> {
  const salt = randomKey(saltBytes);
  const before = performance.now();
  wipe(await deriveKey('how long this takes', salt, cost));
  return performance.now() - before;
}
