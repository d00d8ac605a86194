import { z } from 'zod';
import { LanguageTag } from '#core/domain/language.ts';
import { ContactSeed, Indicator, Jurisdiction, Need, Prompt } from './entries.ts';
import { Manifest } from './manifest.ts';
import { PhraseId } from './phrase.ts';

export const PhraseStatus = z.enum(['source', 'draft', 'reviewed']);
export type PhraseStatus = z.infer<typeof PhraseStatus>;

/** The phrases of one language, ready for use. */
export const PhraseBook = z.strictObject({
  language: LanguageTag,
  phrases: z.record(PhraseId, z.strictObject({ text: z.string(), status: PhraseStatus })),
});
export type PhraseBook = z.infer<typeof PhraseBook>;

/** A pack that has been read and found in order. */
export const Pack = z.strictObject({
  manifest: Manifest,
  indicators: z.array(Indicator),
  needs: z.array(Need),
  prompts: z.array(Prompt),
  contacts: z.array(ContactSeed),
  jurisdictions: z.array(Jurisdiction),
  phraseBooks: z.array(PhraseBook),
});
export type Pack = z.infer<typeof Pack>;

/** @throws when the pack does not speak the language or the phrase is unknown: `checkPack` rules both out */
export function phraseText(pack: Pack, language: LanguageTag, id: PhraseId): string {
  const book = pack.phraseBooks.find((candidate) => candidate.language === language);
  const phrase = book?.phrases[id];
  if (phrase === undefined) throw new Error(`Phrase ${id} is missing in ${language}`);
  return phrase.text;
}
