import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ExplainedPoint } from '#core/domain/consent.ts';
import {
  explanationOf,
  markOf,
  type PointMark,
  talkAbout,
  withMark,
} from '#core/domain/outcome.ts';
import { english, now } from '../../support/core.ts';

const marks: readonly PointMark[] = ['clear', 'not-sure', 'not-understood', 'not-said'];
const someMarks = fc.array(
  fc.tuple(fc.constantFrom(...ExplainedPoint.options), fc.constantFrom(...marks)),
  { maxLength: 12 },
);

describe('how each point was understood', () => {
  test('is the last mark it got, and said and understood where it got none', () => {
    fc.assert(
      fc.property(someMarks, (given) => {
        let talk = talkAbout(ExplainedPoint.options);
        for (const [point, mark] of given) talk = { ...talk, ...withMark(talk, point, mark) };
        for (const point of ExplainedPoint.options) {
          const last = given.findLast(([other]) => other === point)?.[1] ?? 'clear';
          expect(markOf(talk, point)).toBe(last);
        }
        const { points, doubts } = explanationOf(talk, english, now);
        for (const point of ExplainedPoint.options) {
          expect(points.includes(point)).toBe(markOf(talk, point) !== 'not-said');
          expect(doubts[point] ?? 'clear').toBe(
            points.includes(point) ? markOf(talk, point) : 'clear',
          );
        }
      }),
    );
  });

  test('is of no point that the talk was not about', () => {
    expect(explanationOf(talkAbout(['family']), english, now).points).toEqual(['family']);
  });
});
