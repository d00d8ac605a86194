import MiniSearch from 'minisearch';
import { foldWord, stemOf, wordsOf } from '#core/base/words.ts';
import type { Pack } from '#core/pack/pack.ts';

/** One word somebody typed, and the beginnings of words in the texts that mean the same. */
export type Sought = { readonly word: string; readonly means: readonly string[] };

/**
 * Says what somebody looks for who types as people speak: small words are passed over, and a word
 * that the texts have in other words is looked for in those too.
 *
 * @param stands whether a word stands in the texts; one that does is not taken for another
 * @returns a word or more for any text that has one; all its words where each of them is small
 */
export function createMeaning(
  { searchWords }: Pick<Pack, 'searchWords'>,
  stands: (word: string) => boolean,
) {
  const passedOver = new Set(wordsOf(searchWords.passedOver).map(foldWord));
  const meant = new MiniSearch<{ readonly id: string; readonly typed: string }>({
    fields: ['typed'],
    tokenize: wordsOf,
    processTerm: stemOf,
  });
  meant.addAll(
    Object.entries(searchWords.means).map(([id, typed]) => ({ id, typed: typed.join(' ') })),
  );
  const begunOrMisspelt = {
    prefix: (term: string) => term.length > 3,
    fuzzy: (term: string) => term.length > 4 && 0.2,
  };
  function meansOf(word: string): readonly string[] {
    const said = meant.search(word);
    const found = said.length > 0 || stands(word) ? said : meant.search(word, begunOrMisspelt);
    return found.map(({ id }) => String(id));
  }
  return (words: readonly string[]): readonly Sought[] => {
    const telling = words.filter((word) => !passedOver.has(foldWord(word)));
    return (telling.length === 0 ? words : telling).map((word) => ({ word, means: meansOf(word) }));
  };
}
