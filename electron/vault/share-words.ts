import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { err, ok, type Result } from '#core/base/result.ts';

// A paper share as words of the BIP 39 English list. No two of its 2,048 words begin with the
// same four letters, so that four are enough to type.

/** 20 bytes and five bits of checksum. */
export const wordsOnSheet = 15;
export const shareBytes = 20;

export type WordsProblem =
  | { readonly kind: 'SheetIncomplete'; readonly words: number; readonly needed: number }
  /** `word`: which one, counted from 1. */
  | { readonly kind: 'WordUnknown'; readonly word: number }
  /** All are words of the list, and together they are no sheet: one is wrong, or two changed places. */
  | { readonly kind: 'WordsMistyped' };

export function wordsOf(share: Uint8Array): readonly string[] {
  return entropyToMnemonic(share, wordlist).split(' ');
}

/** What somebody typed from a sheet, with or without the numbers in front of the words, in any case. */
export function shareOf(text: string): Result<Buffer, WordsProblem> {
  const typed = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const words = typed.map(completed);
  const unknown = words.indexOf(undefined);
  if (unknown >= 0) return err({ kind: 'WordUnknown', word: unknown + 1 });
  if (words.length !== wordsOnSheet)
    return err({ kind: 'SheetIncomplete', words: words.length, needed: wordsOnSheet });
  try {
    return ok(Buffer.from(mnemonicToEntropy(words.join(' '), wordlist)));
  } catch {
    return err({ kind: 'WordsMistyped' });
  }
}

function completed(typed: string): string | undefined {
  if (typed.length < 4) return wordlist.find((word) => word === typed);
  return wordlist.find((word) => word === typed || (typed.length === 4 && word.startsWith(typed)));
}
