import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LegalRule } from '#core/domain/law-confirmation.ts';
import { type ChosenGround, lawFor, placesOf, wayWithout } from '#core/journey/without-consent.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { basePack } from '../../support/core.ts';

const pack = basePack();
const confirmed = { confirmedBy: 'A lawyer', confirmedOn: '2026-11-23', isInOwnWords: false };

/** The law of some place, each statement with any rule, confirmed or not. */
const someLaw = fc
  .record({
    id: fc.constantFrom(...pack.jurisdictions.map((place) => place.id)),
    rules: fc.array(fc.tuple(fc.constantFrom(...LegalRule.options), fc.boolean()), {
      minLength: 60,
      maxLength: 60,
    }),
  })
  .map(({ id, rules }): readonly Jurisdiction[] => {
    let next = 0;
    return placesOf(pack.jurisdictions, id).map((place) => ({
      ...place,
      statements: place.statements.map((statement) => {
        const [rule, isConfirmed] = rules[next++ % rules.length] ?? ['depends', false];
        return { ...statement, rule, confirmed: isConfirmed ? confirmed : null };
      }),
    }));
  });
const someGround = fc.constantFrom<ChosenGround>('danger-to-life', 'child', 'legal-duty');
const somePlace = fc.nat(20);

function lawOf(ground: ChosenGround, places: readonly Jurisdiction[], at: number) {
  const laws = lawFor(ground, places);
  return laws[at % Math.max(1, laws.length)];
}

describe('whatever the law of a place says', () => {
  test('a danger to life is never stopped, with any law or with none', () => {
    fc.assert(
      fc.property(someLaw, somePlace, (places, at) => {
        for (const law of [undefined, lawOf('danger-to-life', places, at)])
          expect(wayWithout('danger-to-life', law, places).kind).toBe('open');
      }),
    );
  });

  test('only what somebody of the place has confirmed stops anybody, and the stop names it', () => {
    let stopped = 0;
    fc.assert(
      fc.property(someLaw, someGround, somePlace, (places, ground, at) => {
        const way = wayWithout(ground, lawOf(ground, places, at), places);
        if (way.kind === 'open') return;
        stopped += 1;
        expect(way.by.confirmed).not.toBeNull();
        expect(['forbids', 'none-found']).toContain(way.by.rule);
      }),
      { numRuns: 500, seed: 11 },
    );
    expect(stopped).toBeGreaterThan(20);
  });

  test('a confirmed no in the law that was chosen stops a child and a duty, but about a guardian', () => {
    let stopped = 0;
    fc.assert(
      fc.property(
        someLaw,
        somePlace,
        fc.constantFrom<ChosenGround>('child', 'legal-duty'),
        (places, at, ground) => {
          const law = lawOf(ground, places, at);
          if (law?.rule !== 'forbids' || law.confirmed === null) return;
          const isAboutGuardian = law.subject === 'suspected-guardian';
          expect(wayWithout(ground, law, places).kind).toBe(isAboutGuardian ? 'open' : 'stopped');
          stopped += 1;
        },
      ),
      { numRuns: 500, seed: 12 },
    );
    expect(stopped).toBeGreaterThan(10);
  });

  test('taking a confirmation away never stops what was open', () => {
    fc.assert(
      fc.property(someLaw, someGround, somePlace, (places, ground, at) => {
        const advice = places.map((place) => ({
          ...place,
          statements: place.statements.map((each) => ({ ...each, confirmed: null })),
        }));
        expect(wayWithout(ground, lawOf(ground, advice, at), advice)).toEqual({
          kind: 'open',
          isAdvice: true,
        });
      }),
    );
  });
});
