// What comes back from a translator, beside what went out: what is wrong with it, and the new
// text of the language's file when nothing is.
import { stringify } from 'yaml';
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import type { SourcePhrases, TranslatedPhrases } from '#core/pack/phrase.ts';
import { type TranslationFault, translationFaults } from '#core/pack/translation.ts';
import type { ExchangedLanguage } from './exchange.ts';

export type ReturnProblem = {
  readonly kind:
    TranslationFault | 'OtherLines' | 'UnknownPhrase' | 'SourceChanged' | 'Empty' | 'OtherLanguage';
  readonly where: string;
};

type Phrases = TranslatedPhrases['phrases'];

/** Everything wrong in a returned file; an empty list means that it can be taken. */
export function problemsOf(
  returned: ExchangedLanguage,
  source: SourcePhrases,
  target: { readonly language: string; readonly script: string },
): readonly ReturnProblem[] {
  if (returned.language !== target.language)
    return [{ kind: 'OtherLanguage', where: returned.language }];
  return returned.phrases.flatMap(({ id, source: text, translation }): ReturnProblem[] => {
    const now = source.phrases[id]?.text;
    if (now === undefined) return [{ kind: 'UnknownPhrase', where: id }];
    if (now !== text) return [{ kind: 'SourceChanged', where: id }];
    if (translation.trim() === '') return [{ kind: 'Empty', where: id }];
    return translationFaults(now, translation, target.script).map((kind) => ({ kind, where: id }));
  });
}

/**
 * The phrases after a return: what the translator confirmed carries the reader's name and day,
 * what came back unconfirmed is a draft, and what did not come back stays as it was.
 */
export function takeBack(
  before: Phrases,
  returned: ExchangedLanguage,
  reader: { readonly reviewedBy: string; readonly reviewedOn: CalendarDate },
): Phrases {
  const after: Phrases = { ...before };
  for (const { id, translation: text, isReviewed } of returned.phrases) {
    const old = before[id];
    // A review stands as long as its text does: it is not signed over to the next reader.
    if (typeof old === 'object' && old.text === text && isReviewed) continue;
    after[id] = isReviewed ? { text, ...reader } : text;
  }
  return after;
}

/** A language file as it stands in a pack, before the formatter has gone over it. */
export function languageFile(file: object): string {
  return stringify(file, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  });
}
