import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countdownOf,
  freshWatch,
  longestSessionMs,
  readingCoverMs,
  stepWatch,
  type Watch,
  type WatchEffect,
  type WatchEvent,
  wrongPinsBeforeLock,
} from '#core/journey/watch.ts';
import { usualWatchRules, WatchRules } from '#core/domain/watch-rules.ts';

type Happening = WatchEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, 'atMs'>
    : never
  : never;

const s = 1_000;
const min = 60 * s;
const signedIn: Happening = { kind: 'SignedIn', rules: usualWatchRules };
const tick: Happening = { kind: 'Ticked' };
const touch: Happening = { kind: 'Touched' };
const tried = (found: 'right' | 'wrong' | 'none'): Happening => ({ kind: 'PinTried', found });

/** Runs happenings at their times and gives back what was done, and what is left. */
function run(...script: readonly (readonly [number, Happening])[]): {
  readonly watch: Watch;
  readonly effects: readonly WatchEffect[];
} {
  let watch = freshWatch(0);
  const effects: WatchEffect[] = [];
  for (const [atMs, happening] of script) {
    const step = stepWatch(watch, { ...happening, atMs });
    watch = step.watch;
    effects.push(...step.effects);
  }
  return { watch, effects };
}

describe('when nobody touches anything', () => {
  test.each([
    ['the cover comes after 120 s', 119.9 * s, []],
    ['and not before', 120 * s, ['cover']],
    ['nothing more before the lock', 15 * min - 1, ['cover']],
    ['the lock comes under the cover after 15 minutes', 15 * min, ['cover', 'lock']],
    ['both come when the machine slept through the first', 60 * min, ['cover', 'lock']],
  ] as const)('%s', (_what, atMs, expected) => {
    const ticks = Array.from(
      { length: Math.floor(atMs / s) },
      (_, second) => [second * s, tick] as const,
    );
    const slept = atMs === 60 * min ? [] : ticks;
    expect(run([0, signedIn], ...slept, [atMs, tick]).effects).toEqual(expected);
  });

  test.each([
    [30, 5],
    [300, 5],
    [300, 30],
  ])('the place sets both times: %i s and %i minutes', (coverAfterSeconds, lockAfterMinutes) => {
    const rules = WatchRules.parse({ coverAfterSeconds, lockAfterMinutes });
    const at = (ms: number) => run([0, { kind: 'SignedIn', rules }], [ms, tick]).effects;
    expect(at(coverAfterSeconds * s - 1)).toEqual([]);
    expect(at(coverAfterSeconds * s)).toContain('cover');
    expect(at(lockAfterMinutes * min)).toEqual(['cover', 'lock']);
  });

  test.each([
    [29, 15],
    [301, 15],
    [120, 4],
    [120, 31],
  ])('no place may set %i s and %i minutes', (coverAfterSeconds, lockAfterMinutes) => {
    expect(WatchRules.safeParse({ coverAfterSeconds, lockAfterMinutes }).success).toBe(false);
  });

  test('a touch begins the wait anew, but one that comes too late opens nothing', () => {
    expect(run([0, signedIn], [119 * s, touch], [238 * s, tick]).effects).toEqual([]);
    expect(run([0, signedIn], [121 * s, touch]).effects).toEqual(['cover']);
    expect(run([0, signedIn], [16 * min, tried('right')]).effects).toEqual([
      'cover',
      'lock',
      'uncover',
    ]);
  });

  test('the lock screen stays, but the reading for staff is covered', () => {
    expect(run([0, touch], [readingCoverMs, tick]).effects).toEqual([]);
    const reading: Happening = { kind: 'ReadingBegan' };
    expect(run([0, touch], [0, reading], [readingCoverMs, tick]).effects).toEqual(['cover']);
    const ended: Happening = { kind: 'ReadingEnded' };
    expect(run([0, touch], [0, reading], [1, ended], [readingCoverMs, tick]).effects).toEqual([]);
  });

  test.each([
    [30, 30],
    [120, 120],
    [300, 120],
  ])(
    'the reading is covered after the %i s of the place, or after %i s',
    (coverAfterSeconds, seconds) => {
      const rules = WatchRules.parse({ coverAfterSeconds, lockAfterMinutes: 5 });
      for (const ended of ['SignedOut', 'LockAsked'] as const) {
        const at = (ms: number) =>
          run(
            [0, { kind: 'SignedIn', rules }],
            [1, { kind: ended }],
            [1, { kind: 'ReadingBegan' }],
            [ms, tick],
          ).watch.isCovered;
        expect([ended, at(seconds * s - 1), at(seconds * s)]).toEqual([ended, false, true]);
      }
    },
  );
});

describe('the cover is left', () => {
  const covered = [[0, signedIn] as const, [1, { kind: 'CoverAsked' }] as const] as const;

  test('with the PIN', () => {
    expect(run(...covered, [2, tried('right')]).effects).toEqual(['cover', 'uncover']);
  });

  test('not with a wrong one; the third locks, and the cover stays', () => {
    const wrongs = Array.from({ length: wrongPinsBeforeLock }, () => [2, tried('wrong')] as const);
    expect(run(...covered, ...wrongs.slice(1)).effects).toEqual(['cover']);
    const { effects, watch } = run(...covered, ...wrongs);
    expect(effects).toEqual(['cover', 'lock']);
    expect(watch.isCovered).toBe(true);
  });

  test('wrong tries are not forgotten when the cover comes and goes without a right one', () => {
    const twice = [
      [2, tried('wrong')] as const,
      [2, tried('wrong')] as const,
      [3, { kind: 'CoverAsked' }] as const,
    ];
    expect(run(...covered, ...twice, [4, tried('wrong')]).effects).toEqual(['cover', 'lock']);
    expect(
      run(
        ...covered,
        ...twice,
        [4, tried('right')],
        [5, { kind: 'CoverAsked' }],
        [6, tried('wrong')],
      ).effects,
    ).toEqual(['cover', 'uncover', 'cover']);
  });

  test('without a PIN only to the lock', () => {
    expect(run(...covered, [2, tried('none')]).effects).toEqual(['cover', 'lock', 'uncover']);
  });

  test('to the lock screen by any digits when nothing is open behind it', () => {
    expect(run([0, { kind: 'CoverAsked' }], [1, tried('none')]).effects).toEqual([
      'cover',
      'uncover',
    ]);
  });

  test('by nothing while it is not there', () => {
    expect(run([0, signedIn], [1, tried('wrong')], [1, tried('right')]).effects).toEqual([]);
  });
});

test('the countdown shows for 15 s before each step, and a touch ends it but for the longest session', () => {
  const open = run([0, signedIn]).watch;
  expect(countdownOf(open, 104 * s)).toBeUndefined();
  expect(countdownOf(open, 105 * s)).toEqual({ to: 'cover', seconds: 15, isFinal: false });
  expect(countdownOf(open, 119 * s)).toEqual({ to: 'cover', seconds: 1, isFinal: false });
  const touched = run([0, signedIn], [119 * s, touch]).watch;
  expect(countdownOf(touched, 119 * s)).toBeUndefined();
  const covered = run([0, signedIn], [120 * s, tick]).watch;
  expect(countdownOf(covered, 15 * min - 15 * s)).toMatchObject({ to: 'lock', isFinal: false });

  const busy = Array.from({ length: 481 }, (_, at) => [at * min, touch] as const).slice(0, 480);
  const late = run([0, signedIn], ...busy, [longestSessionMs - 10 * s, touch]).watch;
  expect(countdownOf(late, longestSessionMs - 10 * s)).toEqual({
    to: 'lock',
    seconds: 10,
    isFinal: true,
  });
});

const anyHappening: fc.Arbitrary<Happening> = fc.oneof(
  fc.constant(signedIn),
  fc.constant(touch),
  fc.constant(tick),
  fc.constantFrom<Happening>(
    { kind: 'CoverAsked' },
    { kind: 'LockAsked' },
    { kind: 'SignedOut' },
    { kind: 'ReadingBegan' },
    { kind: 'ReadingEnded' },
  ),
  fc.constantFrom('right' as const, 'wrong' as const, 'none' as const).map(tried),
);
const anyLife = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 * min }), anyHappening), {
  maxLength: 60,
});

/** A life as a list of steps, with the times added up. */
function live(life: readonly (readonly [number, Happening])[]) {
  let watch = freshWatch(0);
  let atMs = 0;
  return life.map(([laterMs, happening]) => {
    atMs += laterMs;
    const before = watch;
    const event: WatchEvent = { ...happening, atMs };
    const step = stepWatch(before, event);
    watch = step.watch;
    return { before, event, effects: step.effects, after: step.watch, atMs };
  });
}

/** The first step of any life at which something does not hold. */
function firstBreach(holds: (step: ReturnType<typeof live>[number]) => boolean) {
  const outcome = fc.check(
    fc.property(anyLife, (life) => live(life).every(holds)),
    { numRuns: 2_000 },
  );
  return outcome.counterexample;
}

describe('whatever happens', () => {
  test('nobody is signed in for longer than eight hours, or untouched for longer than the rule', () => {
    const breach = firstBreach(({ after: { session, isCovered, touchedAtMs }, atMs }) => {
      if (session.kind === 'none') return true;
      const idleMs = atMs - touchedAtMs;
      return atMs - session.sinceMs < longestSessionMs && idleMs < (isCovered ? 15 * min : 120 * s);
    });
    expect(breach).toBeNull();
  });

  test('only the right PIN, or digits with nothing open behind, take the cover away', () => {
    const breach = firstBreach(({ before, event, effects, after }) => {
      if (!effects.includes('uncover')) return true;
      if (event.kind !== 'PinTried') return false;
      const wasCovered = before.isCovered || effects.includes('cover');
      return wasCovered && (event.found === 'right' || after.session.kind === 'none');
    });
    expect(breach).toBeNull();
  });

  test('a session never outlives a third wrong PIN without a right one between', () => {
    const breach = firstBreach(
      ({ after: { session } }) =>
        session.kind === 'none' || session.wrongPins < wrongPinsBeforeLock,
    );
    expect(breach).toBeNull();
  });

  test('the check has looked: without the rule for idle hands it finds a breach', () => {
    expect(firstBreach(({ effects }) => !effects.includes('lock'))).not.toBeNull();
  });
});
