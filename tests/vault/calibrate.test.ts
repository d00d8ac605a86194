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
    ['a machine near the longest', 1_300, enough, [3, 192]],
    ['a slow machine', 2_500, enough, [3, 96]],
    ['a very slow machine', 20_000, enough, [3, 64]],
    ['a fast machine', 300, enough, [3, 848]],
    ['a fast machine with little memory', 300, 2_048 * mebibyte, [10, 256]],
    ['a machine with hardly any memory', 700, 256 * mebibyte, [17, 64]],
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

  test('takes half a second to one and a half wherever memory and passes allow it', async () => {
    for (let standardMs = 120; standardMs < 4_000; standardMs *= 1.13) {
      const cost = await calibrate(enough, machine(standardMs));
      const ms = await machine(standardMs)(cost);
      expect(ms, `${standardMs}`).toBeGreaterThan(500);
      expect(ms, `${standardMs}`).toBeLessThan(1_500);
    }
  });

  test('is the middle of three, so that one bad moment counts for nothing', async () => {
    const asked: KdfCost[] = [];
    const measure = machine(700, asked);
    const cost = await calibrate(enough, async (one) =>
      asked.length === 1 ? (await measure(one)) * 4 : measure(one),
    );
    expect(cost).toEqual(standardCost);
    expect(asked).toHaveLength(3);
  });

  test('is one that this machine can derive', async () => {
    const cost = await calibrate(totalmem());
    expect(cost.memLimitBytes).toBeGreaterThanOrEqual(64 * mebibyte);
  });
});
