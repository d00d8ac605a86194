import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameNumber } from '#core/pack/phone.ts';
import { basePack } from '../../support/core.ts';

// The numbers and the mistakes are those of pages that people really read, gathered
// on 2026-11-22.

describe('the number people read is the one a machine dials', () => {
  test.each([
    ['+448000121700', '08000 121 700'],
    ['+448000121700', '0800 0121 700'],
    ['+448000121700', '+44 8000 121 700'],
    ['+448008083733', '0800 808 3733'],
    ['+441412767724', '0141 276 7724'],
    ['+358295463177', '+358 2954 63177'],
    ['+35880005005', '080 005 005'],
    ['+3278055800', '078 055 800'],
    ['+3278055800', '078/05.58.00'],
    ['+3225116464', '02 511 64 64'],
    ['+32473400066', '0473 40 00 66'],
    ['+34615430452', '+34 615 430 452'],
  ])('%s and %s', (e164, shown) => {
    expect(isSameNumber(e164, shown)).toBe(true);
  });

  test.each([
    ['+34900105090', '900 10 50 90'],
    ['+34900759759', '900 759 759'],
  ])('%s and %s, in a country that puts no 0 before its numbers', (e164, shown) => {
    expect(isSameNumber(e164, shown)).toBe(true);
  });
});

describe('the number people read is another one', () => {
  test.each([
    ['a digit short, as one live page prints it', '+448000121700', '0800 121 700'],
    ['with the number of a list run into it', '+3225116464', '02 511 64 642'],
    ['with the number of a list run into it', '+3242324030', '04 232 40 303'],
    ['obsolete', '+448000121700', '0800 783 2589'],
    ['with two digits changed round', '+448000121700', '08000 127 100'],
    ['of another country', '+3278055800', '+358 78 055 800'],
    ['with the 0 left in after the country', '+448000121700', '+44 0 8000 121700'],
    ['without the 0 that is dialled at home', '+448000121700', '8000 121 700'],
    ['only a name', '+448000121700', 'Helpline'],
    ['nothing', '+448000121700', ''],
    ['a plus and nothing', '+448000121700', '+'],
  ])('%s', (_why, e164, shown) => {
    expect(isSameNumber(e164, shown)).toBe(false);
  });

  const everyNumber = basePack().contacts.flatMap(({ phone }) => (phone === null ? [] : [phone]));

  test.each(everyNumber)('$shown with any one digit left out', ({ e164, shown }) => {
    // Given every way to leave out one digit
    const shorter = [...shown].flatMap((character, at) =>
      /\d/.test(character) ? [`${shown.slice(0, at)}${shown.slice(at + 1)}`] : [],
    );
    // When each is compared
    const taken = shorter.filter((text) => isSameNumber(e164, text));
    // Then
    expect(shorter.length).toBeGreaterThan(8);
    expect(taken).toEqual([]);
  });

  test.each(everyNumber)('$shown with any one digit too many', ({ e164, shown }) => {
    // Given every way to put one more digit in after the first character
    const longer = [...shown].flatMap((_character, at) =>
      '0123456789'
        .split('')
        .map((digit) => `${shown.slice(0, at + 1)}${digit}${shown.slice(at + 1)}`),
    );
    // When each is compared
    const taken = longer.filter((text) => isSameNumber(e164, text));
    // Then
    expect(longer.length).toBeGreaterThan(90);
    expect(taken).toEqual([]);
  });
});

test('spaces, dashes and brackets change nothing', () => {
  const breaks = fc.array(fc.constantFrom('', ' ', '-', '.', '/', '('), {
    minLength: 11,
    maxLength: 11,
  });
  fc.assert(
    fc.property(breaks, (between) => {
      const spread = (digits: string) =>
        [...digits].map((digit, at) => `${digit}${between[at] ?? ''}`).join('');
      expect(isSameNumber('+448000121700', spread('08000121700'))).toBe(true);
      expect(isSameNumber('+448000121700', spread('08000121701'))).toBe(false);
    }),
  );
});
