const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words of any script, also of those that put no spaces between them. */
export function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** One spelling of a word for searching: without marks, and all small. */
export function foldWord(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
