import { totalmem } from 'node:os';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../electron/vault/calibrate.ts';
import { type KdfCost, standardCost } from '../../electron/vault/keys.ts';

const mebibyte = 1024 * 1024;
const enough = 16 * 1024 * mebibyte;

/** A machine that takes so long for 256 MiB and 3 passes, and in proportion for anything else. */
const machine =
  (standardMs: number, asked: KdfCost[] = []) =>
  async (cost: KdfCost) => {
    asked.push(cost);
    const work = (cost.memLimitBytes * cost.opsLimit) / (256 * mebibyte * 3);
    return standardMs * work;
  };
const shape = ({ opsLimit, memLimitBytes }: KdfCost) => [opsLimit, memLimitBytes / mebibyte];

describe('the cost of a guess', () => {
  test.each([
    ['an ordinary machine', 700, enough, [3, 256]],
    ['a machine at the edge', 1_500, enough, [3, 256]],
    ['a slow machine', 2_500, enough, [3, 128]],
    ['a very slow machine', 20_000, enough, [3, 64]],
    ['a fast machine', 300, enough, [3, 512]],
    ['a fast machine with little memory', 300, 2_048 * mebibyte, [5, 256]],
    ['a machine with hardly any memory', 700, 256 * mebibyte, [9, 64]],
    ['a machine faster than all that is read', 1, enough, [20, 1_024]],
  ])('on %s', async (_, standardMs, memoryBytes, expected) => {
    expect(shape(await calibrate(memoryBytes, machine(standardMs)))).toEqual(expected);
  });

  test('is never below 64 MiB and three passes, nor above what is read', async () => {
    for (let standardMs = 1; standardMs < 100_000; standardMs *= 1.7) {
      for (const memoryBytes of [0, 100 * mebibyte, 3_000 * mebibyte, enough]) {
        const cost = await calibrate(memoryBytes, machine(standardMs));
        expect(cost.memLimitBytes).toBeGreaterThanOrEqual(64 * mebibyte);
        expect(cost.memLimitBytes).toBeLessThanOrEqual(1_024 * mebibyte);
        expect(cost.opsLimit).toBeGreaterThanOrEqual(3);
        expect(cost.opsLimit).toBeLessThanOrEqual(20);
        expect(Number.isInteger(cost.memLimitBytes)).toBe(true);
      }
    }
  });

  test('is found with one derivation where the standard one fits', async () => {
    const asked: KdfCost[] = [];
    await calibrate(enough, machine(700, asked));
    expect(asked).toEqual([standardCost]);
  });

  test('is one that this machine can derive', async () => {
    const cost = await calibrate(totalmem());
    expect(cost.memLimitBytes).toBeGreaterThanOrEqual(64 * mebibyte);
  }, 30_000);
});
