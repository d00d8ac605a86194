// How hard the English source of the phrases is to read: everything else is translated from it.
import readability from 'text-readability';
import type { PhraseBook } from '#core/pack/pack.ts';

/**
 * A child of eleven is in the fifth or sixth school year, on the scale of Kincaid and others,
 * "Derivation of new readability formulas", 1975.
 */
export const hardestGrade = 6;

/** Labels of one or two words are no sentences: they would only make the rest look easier. */
const leastWords = 4;

/** The Flesch-Kincaid grade of the whole, and the phrases that lie far above it by themselves. */
export function gradeOf({ phrases }: PhraseBook): {
  readonly grade: number;
  readonly words: number;
} {
  const sentences = Object.values(phrases)
    .map(({ text }) => text.replaceAll(/\{[a-z]+\}/g, 'it'))
    .filter((text) => text.split(' ').length >= leastWords)
    .map((text) => (/[.?!…]$/.test(text) ? text : `${text}.`))
    .join(' ');
  return {
    grade: readability.fleschKincaidGrade(sentences),
    words: readability.lexiconCount(sentences),
  };
}
