const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Joiners without a width are part of a word, as in Persian. */
const word = /[\p{L}\p{M}\p{N}\u200C\u200D]+(?:[’'][\p{L}\p{M}\p{N}]+)*/gu;
/** Scripts in which words stand side by side without a space; only there a dictionary is asked. */
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words of any script, also of those that put no spaces between them. */
export function wordsOf(text: string): string[] {
  if (!unspaced.test(text)) return text.match(word) ?? [];
  return [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/** Nothing to fold but its capitals: most words of most texts, and much quicker told than done. */
const plain = /^[\x20-\x7E]*$/;

/** One spelling of a word for searching: without marks, and all small. */
export function foldWord(one: string): string {
  if (plain.test(one)) return one.toLowerCase();
  return one
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u200C\u200D]/gu, '')
    .toLowerCase();
}

/** What is left must tell one word from another: scared is no scar. */
const ending = /(?<=[a-z]{5})ed$|(?<=[a-z]{4})(?:ing|es)$|(?<=[a-z]{3})s$/;

/** What an English word has in common with its other forms, as far as an ending tells. */
export function stemOf(one: string): string {
  return foldWord(one).replace(ending, '');
}
