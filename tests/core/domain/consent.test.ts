import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/domain/calendar-date.ts';
import {
  agreementsInForce,
  asDated,
  ConsentEntry,
  ConsentItem,
  type Doubts,
  essentialPoints,
  ExplainedPoint,
} from '#core/domain/consent.ts';
import { consentEntry, found, helper, now, otherHelper } from '../../support/core.ts';
import { someEntry, someItem, someLedger, someMoment } from '../../support/at-random.ts';

const yesterday = addDays(now, -1);
const tomorrow = addDays(now, 1);

function itemsInForce(entries: readonly ConsentEntry[], at = now): readonly string[] {
  return [...agreementsInForce(entries, helper, at).keys()].toSorted();
}

/** The same ledger, with something marked of one explanation in it. */
function withDoubt(entries: readonly ConsentEntry[], at: number, mark: Doubts): ConsentEntry[] {
  return entries.map((entry, place) =>
    place === at && entry.explanation !== null
      ? {
          ...entry,
          explanation: { ...entry.explanation, doubts: { ...entry.explanation.doubts, ...mark } },
        }
      : entry,
  );
}

describe('a decision of the person', () => {
  test('lets nothing pass as long as there is none', () => {
    expect(itemsInForce([])).toEqual([]);
  });

  test('lets pass the one item it is about', () => {
    const entry = consentEntry({ item: 'needs' });
    expect(agreementsInForce([entry], helper, now)).toEqual(new Map([['needs', entry]]));
  });

  test('is taken back by a later no, and given again by a still later yes', () => {
    // Given
    const yes = consentEntry({ from: yesterday });
    const no = consentEntry({ decision: 'no' });
    // Then
    expect(itemsInForce([yes, no])).toEqual([]);
    expect(itemsInForce([yes, no, yes])).toEqual(['alias']);
  });

  test('counts from the very moment it was made', () => {
    expect(itemsInForce([consentEntry({ from: now })])).toEqual(['alias']);
  });

  test('counts until just before its end and not at its end', () => {
    const entry = consentEntry({ from: yesterday, until: now });
    expect(itemsInForce([entry], '2026-11-23T09:59:59.999Z')).toEqual(['alias']);
    expect(itemsInForce([entry], now)).toEqual([]);
  });

  test('that has run out does not bring back the one before it', () => {
    const long = consentEntry({ from: yesterday, until: addDays(now, 30) });
    const short = consentEntry({ from: yesterday, until: now });
    expect(itemsInForce([long, short])).toEqual([]);
  });

  test('ends at its end however the moment is written, if the schema lets it be written so', () => {
    // Given an end that is written without milliseconds
    const entry = ConsentEntry.safeParse(
      consentEntry({ from: yesterday, until: '2026-11-23T10:00:00Z' }),
    );
    // When that end has come
    const counts = entry.success && itemsInForce([entry.data], '2026-11-23T10:00:00.000Z');
    // Then the entry is refused, or it counts no longer
    expect([false, []]).toContainEqual(counts);
  });
});

describe('whatever lies in the ledger', () => {
  test('only a yes for this recipient, decided and not run out, is ever in force', () => {
    fc.assert(
      fc.property(someLedger, someMoment, (entries, at) => {
        for (const [item, entry] of agreementsInForce(entries, helper, at)) {
          expect(entries).toContain(entry);
          expect(entry).toMatchObject({ item, recipient: helper, decision: 'yes' });
          expect(Date.parse(entry.from)).toBeLessThanOrEqual(Date.parse(at));
          expect(Date.parse(entry.until)).toBeGreaterThan(Date.parse(at));
        }
      }),
    );
  });

  test('a later yes wins, and touches no other item', () => {
    fc.assert(
      fc.property(someLedger, someItem, (entries, item) => {
        // Given
        const before = agreementsInForce(entries, helper, now);
        const yes = consentEntry({ item, from: now, until: tomorrow });
        // When
        const after = agreementsInForce([...entries, yes], helper, now);
        // Then
        expect(after).toEqual(new Map([...before, [item, yes]]));
      }),
    );
  });

  test('a later no wins, and touches no other item', () => {
    fc.assert(
      fc.property(someLedger, someItem, someMoment, (entries, item, until) => {
        // Given
        const before = agreementsInForce(entries, helper, now);
        const no = consentEntry({ item, decision: 'no', from: now, until });
        // When
        const after = agreementsInForce([...entries, no], helper, now);
        // Then
        expect(after).toEqual(new Map([...before].filter(([other]) => other !== item)));
      }),
    );
  });

  test('a no, wherever it stands, never adds an item', () => {
    fc.assert(
      fc.property(someLedger, someEntry, fc.nat(20), (entries, entry, place) => {
        const before = itemsInForce(entries);
        const withNo = entries.toSpliced(place, 0, { ...entry, decision: 'no' });
        expect(before).toEqual(expect.arrayContaining([...itemsInForce(withNo)]));
      }),
    );
  });

  test('nothing passes of which the person did not understand what they must', () => {
    fc.assert(
      fc.property(someLedger, someMoment, (entries, at) => {
        for (const { explanation } of agreementsInForce(entries, helper, at).values())
          for (const point of essentialPoints)
            expect(explanation?.doubts[point]).not.toBe('not-understood');
      }),
    );
  });

  test('a mark that what they must was not understood takes its entry away, and adds none', () => {
    const somePoint = fc.constantFrom(...essentialPoints);
    fc.assert(
      fc.property(someLedger, fc.nat(20), somePoint, (entries, at, point) => {
        const marked = withDoubt(entries, at, { [point]: 'not-understood' });
        const after = agreementsInForce(marked, helper, now);
        expect(itemsInForce(entries)).toEqual(expect.arrayContaining([...after.keys()]));
        expect([...after.values()]).not.toContain(marked[at]);
      }),
    );
  });

  test('a mark of another kind changes nothing about what is in force', () => {
    const others = ExplainedPoint.options.filter((point) => !essentialPoints.includes(point));
    const someMark: fc.Arbitrary<Doubts> = fc.oneof(
      fc.constantFrom(...others).map((point) => ({ [point]: 'not-understood' as const })),
      fc.constantFrom(...others).map((point) => ({ [point]: 'not-sure' as const })),
    );
    fc.assert(
      fc.property(someLedger, fc.nat(20), someMark, (entries, at, mark) => {
        expect(itemsInForce(withDoubt(entries, at, mark))).toEqual(itemsInForce(entries));
      }),
    );
  });

  test('an entry of an earlier version of the program, which has no marks, is read as it was', () => {
    const { explanation, ...entry } = consentEntry();
    const { doubts: _none, ...earlier } = found(explanation ?? undefined);
    const read = ConsentEntry.parse({ ...entry, explanation: earlier });
    expect(itemsInForce([read])).toEqual(['alias']);
  });

  test('what was decided for another recipient never matters', () => {
    fc.assert(
      fc.property(someLedger, someMoment, (entries, at) => {
        const forHelper = entries.filter(({ recipient }) => recipient !== otherHelper);
        expect(agreementsInForce(entries, helper, at)).toEqual(
          agreementsInForce(forHelper, helper, at),
        );
      }),
    );
  });

  test('a yes dated in the future does not count, and a no does', () => {
    fc.assert(
      fc.property(someLedger, someMoment, (entries, at) => {
        for (const [item, entry] of agreementsInForce(entries, helper, at)) {
          const about = entries.filter(
            ({ recipient, purpose, item: other }) =>
              recipient === helper && purpose === 'referral' && other === item,
          );
          expect(entry).toEqual(about.at(-1));
          expect(Date.parse(entry.from)).toBeLessThanOrEqual(Date.parse(at));
        }
      }),
    );
  });

  test('a clock that is put right lets nothing pass that would not pass by the latest time either', () => {
    fc.assert(
      fc.property(someLedger, fc.nat(2), fc.nat(2), (entries, days, ahead) => {
        const known = addDays(now, days);
        const latest = addDays(known, ahead);
        const dated = entries.map((entry) => asDated(entry, known, latest));
        const byLatest = itemsInForce(entries, latest);
        expect(byLatest).toEqual(expect.arrayContaining([...itemsInForce(dated, known)]));
        for (const { from } of agreementsInForce(dated, helper, known).values()) {
          expect(Date.parse(from)).toBeLessThanOrEqual(Date.parse(known));
        }
      }),
    );
  });

  test('a yes lasts from when it was given, however much later it was written down', () => {
    const late = addDays(now, 400);
    const yes = consentEntry({ from: now, recordedAt: late, until: addDays(late, 30) });
    const at = (days: number) =>
      itemsInForce([asDated(yes, addDays(now, days), late)], addDays(now, days));
    expect([0, 29, 30, 399, 401].map((days) => at(days).length)).toEqual([1, 1, 0, 0, 0]);
    const ordinary = consentEntry();
    expect(asDated(ordinary, now, now)).toEqual(ordinary);
  });

  test('time alone only takes away', () => {
    fc.assert(
      fc.property(someLedger, fc.nat(5), (entries, days) => {
        const past = entries.filter(({ from }) => Date.parse(from) <= Date.parse(now));
        const later = itemsInForce(past, addDays(now, days));
        expect(itemsInForce(past)).toEqual(expect.arrayContaining([...later]));
      }),
    );
  });

  test('the random ledgers are not all alike: every item is in force in some and not in others', () => {
    const sampled = fc.sample(someLedger, { numRuns: 2_000, seed: 7 });
    const counts = ConsentItem.options.map(
      (item) => sampled.filter((entries) => itemsInForce(entries).includes(item)).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(sampled.length);
  });
});
