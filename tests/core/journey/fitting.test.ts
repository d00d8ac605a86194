import { describe, expect, test } from 'vitest';
import { NeedId } from '#core/domain/encounter.ts';
import { fitting, isOpenAt } from '#core/journey/fitting.ts';
import { helpersOf } from '#core/pack/contact-seed.ts';
import { basePack, found } from '../../support/core.ts';

const pack = basePack();
const here = helpersOf(
  pack.contacts,
  pack.jurisdictions.find(({ id }) => id === 'fi'),
);
const monday = { weekday: 1, hour: 10 };
const need = (id: string) => NeedId.parse(`need.${id}`);

describe('helpers that fit', () => {
  test('come in the order of what the person needs most, and none is left out', () => {
    const law = fitting(here, [need('legal-advice')], pack.needs, 'Finnish', monday);
    expect(law).toHaveLength(here.length);
    const first = found(law[0]);
    expect(first.serves).toEqual([need('legal-advice')]);
    const ends = law.map(({ serves }) => serves.length);
    expect(ends).toEqual(ends.toSorted((one, other) => other - one));
  });

  test('serve a need only by a kind that the content names', () => {
    for (const { servedBy } of pack.needs) expect(servedBy.length).toBeGreaterThan(0);
    const none = fitting(here, [], pack.needs, 'Finnish', monday);
    expect(none.filter(({ serves }) => serves.length > 0)).toEqual([]);
  });

  test('say which of them the directory knows to speak the language', () => {
    const fits = fitting(here, [], pack.needs, 'Swedish', monday);
    const speaking = fits.filter(({ speaks }) => speaks).map(({ contact }) => contact.id);
    expect(speaking).toEqual(['contact.fi-riku']);
  });
});

test.each([
  ['Day and night', monday, 'yes'],
  ['Day and night by telephone; there is also a chat', monday, 'yes'],
  ['Monday to Thursday, 17 to 19', monday, 'no'],
  ['Monday to Thursday, 17 to 19', { weekday: 4, hour: 18 }, 'yes'],
  ['Monday to Thursday, 17 to 19', { weekday: 4, hour: 19 }, 'no'],
  ['Monday to Thursday, 17 to 19', { weekday: 5, hour: 18 }, 'no'],
  ['Monday to Friday, 9 to 20 in Finnish and 12 to 14 in Swedish', monday, 'unknown'],
  ['Not found', monday, 'unknown'],
] as const)('%s at %o is open: %s', (hours, at, expected) => {
  expect(isOpenAt(hours, at)).toBe(expected);
});
