import { placeholdersOf } from './phrase.ts';

/** What a machine can see wrong in a translation beside its source. */
export type TranslationFault = 'OtherPlaceholders' | 'OtherDigits' | 'OtherScript' | 'OtherLength';

/** Unicode's names of the scripts that packs declare by their ISO 15924 codes. */
const unicodeScripts: Readonly<Record<string, string>> = {
  Arab: 'Arabic',
  Beng: 'Bengali',
  Cyrl: 'Cyrillic',
  Deva: 'Devanagari',
  Ethi: 'Ethiopic',
  Grek: 'Greek',
  Guru: 'Gurmukhi',
  Hans: 'Han',
  Hant: 'Han',
  Latn: 'Latin',
  Thai: 'Thai',
};

/**
 * How much longer or shorter than the source a translation may be, in characters. A whole
 * sentence that was lost, or a paragraph pasted into the wrong row, lies far outside; short
 * labels vary too much to tell.
 */
const lengthLimits = { judgedFrom: 30, shortest: 0.12, longest: 3.5 };

/**
 * What is wrong, in a fixed order.
 *
 * @param script ISO 15924; undefined where the language is not declared, and nothing is asked of it
 */
export function translationFaults(
  source: string,
  translation: string,
  script: string | undefined,
): readonly TranslationFault[] {
  const faults: TranslationFault[] = [];
  const differs = (of: (text: string) => string) => of(source) !== of(translation);
  if (differs((text) => placeholdersOf(text).join())) faults.push('OtherPlaceholders');
  if (differs(digitsOf)) faults.push('OtherDigits');
  if (script !== undefined && !isWrittenIn(translation, script)) faults.push('OtherScript');
  const ratio = translation.length / source.length;
  const { judgedFrom, shortest, longest } = lengthLimits;
  if (source.length >= judgedFrom && (ratio < shortest || ratio > longest))
    faults.push('OtherLength');
  return faults;
}

/** The digits of a text, of whatever script, as 0 to 9 and in order. */
export function digitsOf(text: string): string {
  return [...text.matchAll(/\p{Nd}/gu)].map(([digit]) => asciiDigit(digit)).join('');
}

/** Unicode keeps the ten digits of every script side by side, in order and from a zero. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}

/** Whether every letter of a text is of one script. False for a script that is not known here. */
export function isWrittenIn(text: string, script: string): boolean {
  const name = unicodeScripts[script];
  if (name === undefined) return false;
  const others = new RegExp(
    `[^\\p{Script_Extensions=${name}}\\p{Script=Common}\\p{Script=Inherited}]`,
    'u',
  );
  return !others.test(text.replaceAll(/\{[a-z]+\}/g, ''));
}
