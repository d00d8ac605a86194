import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ItemAnswer, predictiveValues, scoreInstrument } from '#core/screening/score.ts';
import type { Scoring } from '#core/pack/scoring.ts';
import { basePack, found } from '../../support/core.ts';

const anyAge = { min: null, max: null };
const pack = basePack();

function answersOf(text: string): ReadonlyMap<number, ItemAnswer> {
  const said = { y: 'yes', n: 'no' } as const;
  return new Map(
    [...text].flatMap((letter, at) => {
      const answer = letter === 'y' ? said.y : letter === 'n' ? said.n : undefined;
      return answer === undefined ? [] : [[at + 1, answer] as const];
    }),
  );
}

describe('an instrument with a threshold of two in four', () => {
  const rule = { items: 4, scoring: { kind: 'threshold', cutoff: 2 }, ageRange: anyAge } as const;
  test.each([
    ['yy--', { kind: 'AtOrAboveCutoff' }],
    ['ynyn', { kind: 'AtOrAboveCutoff' }],
    ['ynnn', { kind: 'BelowCutoff' }],
    ['nnn-', { kind: 'BelowCutoff' }],
    ['----', { kind: 'NotYetKnown', open: [1, 2, 3, 4] }],
    ['ynn-', { kind: 'NotYetKnown', open: [4] }],
    ['nn--', { kind: 'NotYetKnown', open: [3, 4] }],
  ])('says of %s: %j', (answers, expected) => {
    expect(scoreInstrument(rule, answersOf(answers), undefined)).toEqual(expected);
  });
});

describe('a weighted instrument', () => {
  const scoring: Scoring = { kind: 'weighted', weights: [3, 1, -2], cutoff: 2 };
  const rule = { items: 3, scoring, ageRange: anyAge };
  test.each([
    ['ynn', { kind: 'AtOrAboveCutoff' }],
    ['yn-', { kind: 'NotYetKnown', open: [3] }],
    ['yyy', { kind: 'AtOrAboveCutoff' }],
    ['yny', { kind: 'BelowCutoff' }],
    ['n--', { kind: 'BelowCutoff' }],
  ])('says of %s: %j', (answers, expected) => {
    expect(scoreInstrument(rule, answersOf(answers), undefined)).toEqual(expected);
  });
});

test('tenths that reach the cut-off exactly are at it, in whatever order they are added', () => {
  const rule = (weights: number[]) => ({
    items: weights.length,
    scoring: { kind: 'weighted' as const, weights, cutoff: 0.8 },
    ageRange: anyAge,
  });
  for (const weights of [
    [0.7, 0.1],
    [0.1, 0.7],
    [0.1, 0.2, 0.5],
    [0.9, -0.1],
  ])
    expect(scoreInstrument(rule(weights), answersOf('yyy'.slice(0, weights.length)), 30)).toEqual({
      kind: 'AtOrAboveCutoff',
    });
});

const anyScoring = (items: number): fc.Arbitrary<Scoring> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('threshold' as const),
      cutoff: fc.integer({ min: 1, max: items }),
    }),
    fc.record({
      kind: fc.constant('weighted' as const),
      weights: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: items, maxLength: items }),
      cutoff: fc.integer({ min: -5, max: 10 }),
    }),
  );
const anySheet = fc.integer({ min: 1, max: 8 }).chain((items) =>
  fc.record({
    items: fc.constant(items),
    scoring: anyScoring(items),
    answers: fc.array(fc.constantFrom('y', 'n', '-'), { minLength: items, maxLength: items }),
  }),
);

test('what is said with items open is said however they are answered, and otherwise nothing is', () => {
  fc.assert(
    fc.property(anySheet, ({ items, scoring, answers }) => {
      const rule = { items, scoring, ageRange: anyAge };
      const now = scoreInstrument(rule, answersOf(answers.join('')), undefined);
      const open = answers.flatMap((answer, at) => (answer === '-' ? [at] : []));
      const endings = Array.from({ length: 2 ** open.length }, (_, bits) =>
        answers.map((answer, at) =>
          answer === '-' ? ((bits >> open.indexOf(at)) & 1 ? 'y' : 'n') : answer,
        ),
      );
      const ends = new Set(
        endings.map((ending) => scoreInstrument(rule, answersOf(ending.join('')), undefined).kind),
      );
      expect(ends.has('NotYetKnown')).toBe(false);
      const [only] = ends.size === 1 ? ends : ['NotYetKnown'];
      expect(now.kind).toBe(only);
    }),
  );
});

describe('the age range', () => {
  const instrument = found(pack.instruments.find(({ id }) => id === 'instrument.qyit'));
  const all = answersOf('yyyy');
  test.each([
    [17, 'OutsideAgeRange'],
    [18, 'AtOrAboveCutoff'],
    [22, 'AtOrAboveCutoff'],
    [23, 'OutsideAgeRange'],
    [undefined, 'AgeNotKnown'],
  ])('at %s: %s', (age, kind) => {
    expect(scoreInstrument(instrument, all, age).kind).toBe(kind);
  });
});

test('every instrument of the pack has as many weights as items, and can be reached and missed', () => {
  expect(pack.instruments).toHaveLength(3);
  for (const instrument of pack.instruments) {
    const age = instrument.ageRange.min ?? 30;
    const all = (letter: string) => answersOf(letter.repeat(instrument.items));
    expect(scoreInstrument(instrument, all('y'), age).kind).toBe('AtOrAboveCutoff');
    expect(scoreInstrument(instrument, all('n'), age).kind).toBe('BelowCutoff');
    expect(scoreInstrument(instrument, all('-'), age).kind).toBe('NotYetKnown');
  }
});

test('predictive values follow from accuracy and prevalence, as in the published table', () => {
  // Kaltiso and others 2018: 11 affected of 203, 10 of them positive, 100 positive in all.
  const accuracy = { sensitivity: (10 / 11) * 100, specificity: (102 / 192) * 100 };
  const { ppv, npv } = predictiveValues(accuracy, (11 / 203) * 100);
  expect(ppv).toBeCloseTo(10, 6);
  expect(npv).toBeCloseTo((102 / 103) * 100, 6);
  expect(predictiveValues({ sensitivity: 0, specificity: 100 }, 5).ppv).toBeUndefined();
});
