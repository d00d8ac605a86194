import type { Indicator } from './entries.ts';

/** The signs in whose text or hint every word begins one: all of the catalogue is reachable (R43). */
export function findSigns(indicators: readonly Indicator[], words: string): readonly Indicator[] {
  const looked = wordsOf(words);
  if (looked.length === 0) return [];
  return indicators.filter(({ text, hint }) => {
    const there = wordsOf(`${text} ${hint}`);
    return looked.every((word) => there.some((other) => other.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
