// What an independent detector says of each language file as a whole, so that a file that was
// saved under another language's name, or drafted in a neighbour's language, is seen.
import { francAll } from 'franc-all';
import type { PhraseBook } from '#core/pack/pack.ts';

/** ISO 639-3 codes under which the detector knows a language of ours, by its BCP 47 tag. */
const knownAs: Readonly<Record<string, readonly string[]>> = {
  am: ['amh'],
  ar: ['arb'],
  bg: ['bul'],
  bn: ['ben'],
  de: ['deu'],
  // Its model takes short English sentences for Nigerian Pidgin, which is nearly the same words.
  en: ['eng', 'pcm'],
  es: ['spa'],
  // Dari and Iranian Persian are one file here.
  fa: ['prs', 'pes'],
  fi: ['fin'],
  fil: ['tgl'],
  fr: ['fra'],
  hi: ['hin'],
  hu: ['hun'],
  // Its only model of a Kurdish language carries the code of Sorani and was made from Latin letters.
  kmr: ['kmr', 'ckb'],
  ne: ['npi'],
  nl: ['nld'],
  pa: ['pan'],
  pl: ['pol'],
  ps: ['pbu', 'pbt', 'pst'],
  'pt-BR': ['por'],
  ro: ['ron'],
  ru: ['rus'],
  so: ['som'],
  sq: ['als'],
  sv: ['swe'],
  th: ['tha'],
  ti: ['tir'],
  tr: ['tur'],
  uk: ['ukr'],
  ur: ['urd'],
  vi: ['vie'],
  wo: ['wol'],
  'zh-Hans': ['cmn'],
};

/**
 * Letters that tell a language from its neighbours in the same script, where the detector has
 * no model of it. Each must occur in at least this share of the phrases.
 */
const toldByLetters: Readonly<
  Record<string, { readonly letters: RegExp; readonly leastShare: number }>
> = {
  // Sorani writes its vowels and has letters that neither Arabic nor Persian nor Urdu has.
  ckb: { letters: /[ێۆڵڕ]/, leastShare: 0.6 },
};

export type LanguageVerdict =
  | { readonly kind: 'Agrees'; readonly by: 'detector' | 'letters' }
  | { readonly kind: 'LanguageUnlike'; readonly language: string; readonly likest: string }
  | { readonly kind: 'LanguageUnknownToDetector'; readonly language: string };

export function judgeLanguage({ language, phrases }: PhraseBook): LanguageVerdict {
  const texts = Object.values(phrases).map(({ text }) => text.replaceAll(/\{[a-z]+\}/g, ''));
  const [likest] = francAll(texts.join('\n'))[0] ?? ['und'];
  const letters = toldByLetters[language];
  if (letters !== undefined) {
    const share = texts.filter((text) => letters.letters.test(text)).length / texts.length;
    return share >= letters.leastShare
      ? { kind: 'Agrees', by: 'letters' }
      : { kind: 'LanguageUnlike', language, likest };
  }
  const codes = knownAs[language];
  if (codes === undefined) return { kind: 'LanguageUnknownToDetector', language };
  return codes.includes(likest)
    ? { kind: 'Agrees', by: 'detector' }
    : { kind: 'LanguageUnlike', language, likest };
}
