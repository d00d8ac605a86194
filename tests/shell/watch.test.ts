import { expect, test } from 'vitest';
import { usualWatchRules } from '#core/domain/watch-rules.ts';
import { type Coverable, createWatch } from '../../electron/watch.ts';

/** The watch over a window that only writes down what is done to it. */
function watched() {
  const done: string[] = [];
  const window: Coverable = {
    layCover: () => done.push('cover'),
    prepareReturn: () => done.push('return'),
    takeCoverAway: () => done.push('uncovered'),
    replacePage: () => done.push('fresh page'),
    tell: ({ kind }) => done.push(`told ${kind}`),
    announceTurn() {},
    turnCover: () => done.push('turned'),
  };
  const watch = createWatch(() => 1_000, window, {
    cover: () => done.push('saved and armed'),
    uncover: () => done.push('may confirm'),
    lock: () => done.push('locked'),
    checkPin: (digits) => (digits === '2846' ? 'right' : 'wrong'),
  });
  const type = (keys: string) => {
    for (const key of [...keys, 'Enter'])
      watch.stroke({ type: 'down', key, isRepeat: false }, true);
  };
  return { watch, done, type };
}

test('a page that crashes is covered, and whoever leaves the cover finds a fresh one', () => {
  // given
  const { watch, done, type } = watched();
  watch.signedIn(usualWatchRules);

  // when
  watch.pageGone();
  type('2846');
  watch.redrawn();

  // then
  expect(done).toEqual([
    'cover',
    'saved and armed',
    'told Covered',
    'return',
    'fresh page',
    'may confirm',
    'uncovered',
  ]);
});

test('a page that had put everything away comes back from beneath the cover as it is', () => {
  const { watch, done, type } = watched();
  watch.signedIn(usualWatchRules);
  watch.coverAsked();
  watch.cleared();
  type('2846');
  watch.redrawn();
  expect(done).toEqual([
    'cover',
    'saved and armed',
    'told Covered',
    'return',
    'told Returning',
    'may confirm',
    'uncovered',
  ]);
});

test('a page that crashes beneath the cover does not come back from there', () => {
  // given a page that had put everything away
  const { watch, done, type } = watched();
  watch.signedIn(usualWatchRules);
  watch.coverAsked();
  watch.cleared();

  // when
  watch.pageGone();
  type('2846');
  watch.redrawn();

  // then
  expect(done).toContain('fresh page');
  expect(done).not.toContain('told Returning');
});
