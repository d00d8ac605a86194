import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ConsentItem } from '#core/domain/consent.ts';
import { type Disclosable, minimise } from '#core/sheet/minimise.ts';
import type { Line } from '#core/sheet/sheet.ts';

const readingOrder = [
  'language',
  'safe-contact',
  'alias',
  'needs',
  'danger',
  'own-view',
  'observations',
] as const satisfies readonly ConsentItem[];

const line = (text: string): Line => [{ kind: 'value', text }];

const someLines = fc.array(fc.string().map(line), { maxLength: 2 });
const someDisclosable: fc.Arbitrary<Disclosable> = fc.record({
  alias: someLines,
  language: someLines,
  'safe-contact': someLines,
  needs: someLines,
  danger: someLines,
  'own-view': someLines,
  observations: someLines,
});
const someItems = fc.shuffledSubarray([...ConsentItem.options]);

function allowing(items: readonly ConsentItem[]): ReadonlyMap<ConsentItem, unknown> {
  return new Map(items.map((item) => [item, true]));
}

test('what leaves is what is allowed and has something to say, whole, and nothing else', () => {
  fc.assert(
    fc.property(someDisclosable, someItems, (all, items) => {
      const out = minimise(all, allowing(items));
      const expected = items.filter((item) => all[item].length > 0);
      expect(out.map(({ item }) => item).toSorted()).toEqual(expected.toSorted());
      for (const { item, lines } of out) expect(lines).toBe(all[item]);
    }),
  );
});

test('the order is that of a reader, whatever the order of the agreements', () => {
  fc.assert(
    fc.property(someDisclosable, someItems, (all, items) => {
      const out = minimise(all, allowing(items)).map(({ item }) => item);
      expect(out).toEqual(readingOrder.filter((item) => out.includes(item)));
    }),
  );
});

test('every item has its place in that order: with all allowed, all come out', () => {
  const all = Object.fromEntries(ConsentItem.options.map((item) => [item, [line(item)]]));
  const complete: Disclosable = {
    alias: [],
    language: [],
    'safe-contact': [],
    needs: [],
    danger: [],
    'own-view': [],
    observations: [],
    ...all,
  };
  const out = minimise(complete, allowing(ConsentItem.options));
  expect(out.map(({ item }) => item)).toEqual([...readingOrder]);
});

test('an item that nobody allowed is not looked at', () => {
  // Given a disclosure whose danger cannot be read without an alarm
  const all: Disclosable = {
    alias: [line('Zqalias')],
    language: [],
    'safe-contact': [],
    needs: [],
    get danger(): Line[] {
      throw new Error('looked at');
    },
    'own-view': [],
    observations: [],
  };
  // When everything but danger is allowed, it leaves without one
  const others = ConsentItem.options.filter((item) => item !== 'danger');
  expect(minimise(all, allowing(others))).toEqual([{ item: 'alias', lines: all.alias }]);
  // Then with danger allowed the alarm rings, so that it would have rung before
  expect(() => minimise(all, allowing(['danger']))).toThrow('looked at');
});
