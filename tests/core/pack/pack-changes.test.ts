import { expect, test } from 'vitest';
import { comparePacks } from '#core/pack/pack-changes.ts';
import { type Pack, ShippedPack } from '#core/pack/pack.ts';
import { basePack } from '../../support/core.ts';

const base = basePack();

/** The value without its first part, or with a word more in its first text. */
function otherwise(value: unknown): unknown {
  if (typeof value === 'string') return `${value} otherwise`;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.slice(1);
  const [first, ...rest] = Object.entries(Object(value));
  return first === undefined
    ? value
    : Object.fromEntries([[first[0], otherwise(first[1])], ...rest]);
}

test('two packs that are the same differ in nothing', () => {
  expect(comparePacks(base, basePack())).toEqual({ lists: [], languages: [], numbers: [] });
});

test.each(ShippedPack.keyof().options.filter((part) => part !== 'manifest'))(
  'an update that changes %s says so',
  (part) => {
    const after: Pack = { ...base, [part]: otherwise(base[part]) };
    const { lists, languages, numbers } = comparePacks(base, after);
    expect(lists.length + languages.length + numbers.length).toBeGreaterThan(0);
  },
);
