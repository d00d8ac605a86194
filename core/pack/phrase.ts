import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';

/** Such as `person.you-decide`. Once published an id keeps its meaning for ever. */
export const PhraseId = z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
export type PhraseId = z.infer<typeof PhraseId>;

/** A phrase of the English source, with what a translator must know to get it right. */
export const SourcePhrase = z.strictObject({ text: z.string().min(1), note: z.string().min(1) });
export type SourcePhrase = z.infer<typeof SourcePhrase>;

/** `phrases/en.yaml`: the texts all other languages are translated from. */
export const SourcePhrases = z.strictObject({
  language: LanguageTag,
  phrases: z.record(PhraseId, SourcePhrase),
});
export type SourcePhrases = z.infer<typeof SourcePhrases>;

/** A phrase is a draft until it names who read it as a speaker of the language, and when. */
const ReviewedPhrase = z.strictObject({
  text: z.string().min(1),
  reviewedBy: z.string().min(1),
  reviewedOn: CalendarDate,
});

/** `phrases/<tag>.yaml`: one language. A bare text is a draft. */
export const TranslatedPhrases = z.strictObject({
  language: LanguageTag,
  /** Where the drafts of this file come from. */
  origin: z.string().min(1),
  phrases: z.record(PhraseId, z.union([z.string().min(1), ReviewedPhrase])),
});
export type TranslatedPhrases = z.infer<typeof TranslatedPhrases>;

const placeholder = /\{([a-z]+)\}/g;

/** The names of a text's placeholders, sorted: `{number}` gives `number`. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '').toSorted();
}

/** A piece of a filled phrase: the translator's words, or a value put into them. */
export type FilledPart = { readonly kind: 'words' | 'value'; readonly text: string };

/**
 * A phrase with its values in place, still in pieces, because a value such as a telephone
 * number must be set apart from the words around it: in an Arabic line it would otherwise
 * be printed back to front.
 */
export function fillPhrase(
  text: string,
  values: Readonly<Record<string, string>>,
): readonly FilledPart[] {
  return text.split(/(\{[a-z]+\})/).flatMap((piece): FilledPart[] => {
    if (piece === '') return [];
    const name = /^\{([a-z]+)\}$/.exec(piece)?.[1];
    if (name === undefined) return [{ kind: 'words', text: piece }];
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`No value for {${name}} in "${text}"`);
    return [{ kind: 'value', text: value }];
  });
}
