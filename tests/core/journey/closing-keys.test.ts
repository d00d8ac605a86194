import { describe, expect, test } from 'vitest';
import {
  type KeyStroke,
  nothingTyped,
  noShift,
  stepKeys,
  stepTypedPin,
} from '#core/journey/closing-keys.ts';
import { judgePin } from '#core/domain/session-pin.ts';

/** Each key pressed and released, 100 ms apart. */
function strokes(keys: readonly string[], everyMs = 100): readonly KeyStroke[] {
  return keys.flatMap((key, at) =>
    (['down', 'up'] as const).map((type) => ({ type, key, isRepeat: false, atMs: at * everyMs })),
  );
}

function askedBy(all: readonly KeyStroke[]): readonly string[] {
  let count = noShift;
  return all.flatMap((stroke) => {
    const step = stepKeys(count, stroke);
    count = step.count;
    return step.asksFor ?? [];
  });
}

function triedBy(all: readonly KeyStroke[]): readonly string[] {
  let typed = nothingTyped;
  return all.flatMap((stroke) => {
    const step = stepTypedPin(typed, stroke);
    typed = step.typed;
    return step.tried ?? [];
  });
}

describe('the cover is asked for', () => {
  test.each([
    [['F9'], ['cover']],
    [['F8'], ['lock']],
    [['Shift', 'Shift', 'Shift'], ['cover']],
    [Array.from({ length: 6 }, () => 'Shift'), ['cover', 'cover']],
    [['Shift', 'Shift'], []],
    [['Shift', 'a', 'Shift', 'b', 'Shift', 'c'], []],
    [['Shift', 'Shift', 'Tab', 'Shift'], []],
    [['F1', 'Escape', 'a', 'F10'], []],
  ])('%j asks for %j', (keys, expected) => {
    expect(askedBy(strokes(keys))).toEqual(expected);
  });

  test('not by Shift pressed slowly, as somebody does who thinks', () => {
    expect(askedBy(strokes(['Shift', 'Shift', 'Shift'], 800))).toEqual([]);
  });

  test('not over and over by a key that is held', () => {
    const held = { type: 'down', key: 'F9', isRepeat: true, atMs: 0 } as const;
    expect(askedBy([held, held])).toEqual([]);
  });

  test('not by a capital letter, whose Shift goes down before and up after it', () => {
    const letter = (atMs: number): readonly KeyStroke[] => [
      { type: 'down', key: 'Shift', isRepeat: false, atMs },
      { type: 'down', key: 'A', isRepeat: false, atMs: atMs + 10 },
      { type: 'up', key: 'A', isRepeat: false, atMs: atMs + 20 },
      { type: 'up', key: 'Shift', isRepeat: false, atMs: atMs + 30 },
    ];
    expect(askedBy([...letter(0), ...letter(100), ...letter(200)])).toEqual([]);
  });
});

describe('on the cover a PIN is tried', () => {
  test.each([
    [['1', '2', '3', '4', 'Enter'], ['1234']],
    [['2', '8', '4', '6', '0', '1', 'Enter'], ['284601']],
    [['2', '8', '4', 'Enter'], []],
    [['2', '8', '4', '6', '0', '1', '7', 'Enter'], []],
    [['9', 'x', '2', '8', '4', '6', 'Enter'], ['2846']],
    [['9', 'Escape', '2', '8', '4', '6', 'Enter', 'Enter'], ['2846']],
    [['Enter', 'Tab', 'a', 'Enter'], []],
  ])('%j tries %j', (keys, expected) => {
    expect(triedBy(strokes(keys))).toEqual(expected);
  });

  test('not by digits that somebody left lying', () => {
    expect(triedBy(strokes(['1', '2', '3', '4', 'Enter'], 11_000))).toEqual([]);
  });

  test('Enter without digits is the page’s own, so that links work', () => {
    const enter: KeyStroke = { type: 'down', key: 'Enter', isRepeat: false, atMs: 0 };
    expect(stepTypedPin(nothingTyped, enter).isOurs).toBe(false);
    expect(stepTypedPin({ digits: '28', atMs: 0 }, enter).isOurs).toBe(true);
  });
});

test.each([
  ['1111', false],
  ['1234', false],
  ['654321', false],
  ['2846', true],
  ['1122', true],
  ['9012', true],
])('the PIN %s will do: %j', (digits, isFine) => {
  expect(judgePin(digits).ok).toBe(isFine);
});
