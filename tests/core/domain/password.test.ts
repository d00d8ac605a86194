import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCommon, judgePassword, type PasswordProblem } from '#core/domain/password.ts';
import { passwordLength } from '#core/domain/staff.ts';
import { loadPack } from '../../../electron/packs/load-pack.ts';
import { makePassphrase } from '../../../electron/vault/passphrase.ts';
import { settableClock, valueOf } from '../../support/vault.ts';

const contentFolder = join(import.meta.dirname, '..', '..', '..', 'content', 'base');

const tooShort = { kind: 'TooShort', atLeast: 15 } as const;
const tooLong = { kind: 'TooLong', atMost: 128 } as const;
const tooPlain = { kind: 'TooPlain' } as const;
const ownName = { kind: 'ContainsOwnName' } as const;

/** 128 characters, none of which repeats or follows another in a run. */
const longest = 'kettle harbour moss '
  .repeat(2)
  .concat('violin orbit plum ')
  .repeat(3)
  .slice(0, 128);

const cases: readonly (readonly [why: string, string, PasswordProblem | undefined])[] = [
  ['fifteen characters are enough', 'quiet lamp moss', undefined],
  ['fourteen are not', 'quiet lamp mos', tooShort],
  ['nothing is not', '', tooShort],
  ['128 are not too many', longest, undefined],
  ['129 are', `${longest}!`, tooLong],
  [
    'an accent typed apart is no character of its own',
    'cre\u0300me bru\u0302le\u0301e x',
    tooShort,
  ],
  ['a character outside the basic plane counts once', '🌱🪵🧵🪡🧂🫖🪟🧺🪑🛶🧭🪁🧊🪴', tooShort],
  ['fifteen such characters are enough', '🌱🪵🧵🪡🧂🫖🪟🧺🪑🛶🧭🪁🧊🪴🧶', undefined],
  ['one character over and over', 'aaaaaaaaaaaaaaa', tooPlain],
  ['one word three times', 'quietquietquiet', tooPlain],
  ['a piece that stops in the middle', 'tea7tea7tea7tea', tooPlain],
  ['a piece in changing case', 'QuietquietqUIET', tooPlain],
  ['two halves are not yet a repetition', 'lampmosslampmoss', undefined],
  ['digits in order', '1234567890123456', tooPlain],
  ['digits backwards', '0987654321098765', tooPlain],
  ['the alphabet', 'abcdefghijklmnop', tooPlain],
  ['the alphabet backwards', 'ponmlkjihgfedcba', tooPlain],
  ['the keyboard', 'qwertyuiopasdfgh', tooPlain],
  ['the keyboard in capitals', 'QWERTYUIOPASDFGH', tooPlain],
  ['the French keyboard', 'azertyuiopqsdfgh', tooPlain],
  ['wide digits, which are the same digits', '１２３４５６７８９０１２３４５６', tooPlain],
  ['a run with something at its end', 'abcdefghijklmnop!', tooPlain],
  ['a run with something outside the basic plane before it', '🌱abcdefghijklmnop', tooPlain],
  ['half a run is no run', 'abcdefgh kettle plum', undefined],
];

test.each(cases)('%s', (_why, password, expected) => {
  // When a password is judged for a member whose name has nothing to do with it
  const problem = judgePassword(password, ['marwa']);
  // Then
  expect(problem).toEqual(expected);
});

describe('a name a guesser would try', () => {
  test.each([
    ['makes up most of it', 'zeynep-zeynep-zx', ['zeynep'], ownName],
    ['in another case', 'ZEYNEP-Zeynep-zx', ['zeYnep'], ownName],
    ['is a small part of it', 'zeynep drinks black tea', ['zeynep'], undefined],
    ['together with another', 'zeynepharbour12', ['zeynep', 'harbour'], ownName],
    ['of one letter says nothing', 'ama ana apa aqa', ['a'], undefined],
    ['that is empty says nothing', 'kettle harbour moss', [''], undefined],
    ['leaves eight characters, which is enough', 'zeynep7zeynepkettles', ['zeynep'], undefined],
    ['leaves seven, which is not', 'zeynep7zeynepkettle', ['zeynep'], ownName],
  ] as const)('%s', (_why, password, names, expected) => {
    expect(judgePassword(password, names)).toEqual(expected);
  });

  test('counts in whatever order the names are given', () => {
    // Given a sign-in name that is a piece of another name
    const password = 'quietroomquietroom';
    const names = ['quiet', 'Harbour Street', 'quietroom'];
    // When the names come in both orders
    const problems = [judgePassword(password, names), judgePassword(password, names.toReversed())];
    // Then both find that the password is made of them
    expect(problems).toEqual([ownName, ownName]);
  });

  test('counts however its accents are written', () => {
    // Given a name as some keyboards write it, with the accent as a character of its own
    const name = 'Jose\u0301';
    // When a password is little more than that name
    const problem = judgePassword('josé+josé-lampe', [name]);
    // Then
    expect(problem).toEqual(ownName);
  });
});

describe('whatever somebody types', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });
  const asciiPiece = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 5 });

  test('there is an answer, and too short and too long are told by the number of characters', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.string()), (password, names) => {
        const problem = judgePassword(password, names);
        const length = [...password.normalize('NFKC')].length;
        expect(problem?.kind === 'TooShort').toBe(length < passwordLength.min);
        expect(problem?.kind === 'TooLong').toBe(length > passwordLength.max);
      }),
    );
  });

  test('the same text is judged the same, with its accents written together or apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        const together = judgePassword(password.normalize('NFC'), []);
        expect(judgePassword(password.normalize('NFD'), [])).toEqual(together);
      }),
    );
  });

  test('a short piece over and over is too plain', () => {
    fc.assert(
      fc.property(asciiPiece, fc.integer({ min: 15, max: 128 }), (piece, length) => {
        const password = piece.repeat(length).slice(0, length);
        expect(judgePassword(password, [])).toEqual(tooPlain);
      }),
    );
  });

  test('a password made of nothing but a name and three characters is too close to the name', () => {
    const name = fc.stringMatching(/^[a-z]{12,40}$/).filter((text) => !/(.)\1/.test(text));
    fc.assert(
      fc.property(name, fc.stringMatching(/^[0-9]{3}$/), (text, digits) => {
        const problem = judgePassword(`${text}${digits}`, [text]);
        expect([ownName, tooPlain]).toContainEqual(problem);
      }),
    );
  });

  test('four words of a list in a random order are good', () => {
    const words = ['kettle', 'harbour', 'moss', 'violin', 'orbit', 'plum', 'lantern', 'gravel'];
    const some = fc.shuffledSubarray(words, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(some, (chosen) => {
        expect(judgePassword(chosen.join(' '), ['marwa', 'clinic'])).toBeUndefined();
      }),
    );
  });
});

describe('what many people choose', () => {
  const common = valueOf(loadPack(contentFolder, settableClock())).commonPasswords.list;

  test.each([
    ['the word twice', 'passwordpassword'],
    ['the word and a row of figures', 'Password1234567'],
    ['the word in disguise', 'P@ssw0rd-P@ssw0rd'],
    ['seasons and years', 'Summer2025Winter2026'],
    ['a month, a team and a mark', 'liverpool-september!'],
    ['a famous sentence', 'Correct Horse Battery Staple'],
    ['another, with figures', 'maytheforcebewithyou99'],
    ['a place and a role', 'hospital-administrator'],
    ['a declaration', 'I love you forever 2!'],
    ['the word in another language', 'passwort-Passwort'],
  ])('is refused: %s', (_, password) => {
    expect(isCommon(password, common)).toBe(true);
  });

  test.each([
    ['one common word among others', 'summer kettle harbour plum'],
    ['words of which none is common', 'gantry lilac perpetual snowshoe'],
    ['another script', 'ምንም ነገር የለም አበባ ወንዝ'],
  ])('is not: %s', (_, password) => {
    expect(isCommon(password, common)).toBe(false);
  });

  test('is no suggestion of the program, which is six words and no other is as good', () => {
    const suggested = Array.from({ length: 200 }, makePassphrase);
    for (const password of suggested) {
      expect(password.split(' ')).toHaveLength(6);
      expect(judgePassword(password, [])).toBeUndefined();
      expect(isCommon(password, common)).toBe(false);
    }
    expect(new Set(suggested).size).toBe(200);
  });
});
