import { wordlist } from '@scure/bip39/wordlists/english.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareBytes, shareOf, wordsOf } from '../../electron/vault/share-words.ts';
import { valueOf } from '../support/vault.ts';

describe('the words of a sheet', () => {
  const share = fc.uint8Array({ minLength: shareBytes, maxLength: shareBytes });

  test('come back as what they were, whole or by their first four letters', () => {
    fc.assert(
      fc.property(share, (bytes) => {
        const words = wordsOf(bytes);
        expect(words).toHaveLength(15);
        expect(valueOf(shareOf(words.join(' '))).equals(Buffer.from(bytes))).toBe(true);
        const short = words.map((word) => word.slice(0, 4)).join(',');
        expect(valueOf(shareOf(short)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  test('with one of them exchanged are nearly always refused, and never taken for the same', () => {
    let refused = 0;
    let tried = 0;
    fc.assert(
      fc.property(share, fc.nat(14), fc.constantFrom(...wordlist), (bytes, at, word) => {
        const words = [...wordsOf(bytes)];
        fc.pre(words[at] !== word);
        words[at] = word;
        const read = shareOf(words.join(' '));
        tried += 1;
        if (!read.ok) refused += 1;
        expect(read.ok && read.value.equals(Buffer.from(bytes))).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(refused / tried).toBeGreaterThan(0.9);
  });

  test('are told apart: how many are missing, and which one is none', () => {
    const [first = '', ...rest] = wordsOf(new Uint8Array(shareBytes));
    expect(shareOf(rest.join(' '))).toMatchObject({
      error: { kind: 'SheetIncomplete', words: 14 },
    });
    expect(shareOf([...rest, 'kiosk'].join(' '))).toMatchObject({
      error: { kind: 'WordUnknown', word: 15 },
    });
    expect(shareOf([...rest, first].join(' '))).toMatchObject({ error: { kind: 'WordsMistyped' } });
  });
});
