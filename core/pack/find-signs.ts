import { foldWord, stemOf, wordsOf } from '#core/base/words.ts';
import type { Indicator } from './entries.ts';
import type { Pack } from './pack.ts';

/**
 * The signs in whose text or hint every word begins one, or a word that means the same: all of the
 * catalogue is reachable (R43), also for somebody who says bruises where it says injuries.
 */
export function findSigns(
  { indicators, searchWords }: Pick<Pack, 'indicators' | 'searchWords'>,
  words: string,
): readonly Indicator[] {
  const looked = wordsOf(words);
  const small = new Set(wordsOf(searchWords.passedOver).map(foldWord));
  const telling = looked.filter((word) => !small.has(foldWord(word)));
  const sought = (telling.length === 0 ? looked : telling).map((word) => [
    stemOf(word),
    ...meaning(searchWords, word),
  ]);
  if (sought.length === 0) return [];
  return indicators.filter(({ text, hint }) => {
    const there = wordsOf(`${text} ${hint}`).map(foldWord);
    return sought.every((ways) =>
      ways.some((begun) => there.some((other) => other.startsWith(begun))),
    );
  });
}

/** The beginnings of words in the texts that mean what somebody typed. */
function meaning({ means }: Pack['searchWords'], word: string): readonly string[] {
  const stem = stemOf(word);
  return Object.entries(means)
    .filter(([, typed]) => typed.some((other) => stemOf(other) === stem))
    .map(([begun]) => begun);
}
