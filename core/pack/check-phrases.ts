import type { Pack } from './pack.ts';
import { placeholdersOf } from './phrase.ts';
import { requiredPhrases } from './required-phrases.ts';
import { type TranslationFault, translationFaults } from './translation.ts';

/** Something wrong with a phrase. `where` is the id of a phrase or of the entry that names it. */
export type PhraseProblem =
  | { readonly kind: 'UnknownPhrase'; readonly where: string; readonly phrase: string }
  | { readonly kind: 'RequiredPhraseMissing'; readonly where: string }
  | { readonly kind: 'MissingLanguage'; readonly where: string }
  | InLanguage<'MissingPhrase' | 'StrayPhrase' | TranslationFault>;

/** One member of the union for each kind. */
type InLanguage<Kind extends string> = {
  [Each in Kind]: { readonly kind: Each; readonly where: string; readonly language: string };
}[Kind];

/** What is wrong with the phrases: the links to them, and each translation beside its source. */
export function phraseProblems(pack: Pack): readonly PhraseProblem[] {
  const source = pack.phraseBooks[0];
  if (source === undefined) {
    return pack.manifest.languages.map(({ tag }) => ({ kind: 'MissingLanguage', where: tag }));
  }
  const problems: PhraseProblem[] = [];
  for (const [where, placeholders] of Object.entries(requiredPhrases)) {
    const text = source.phrases[where]?.text;
    if (text === undefined) problems.push({ kind: 'RequiredPhraseMissing', where });
    else if (placeholdersOf(text).join() !== placeholders.join()) {
      problems.push({ kind: 'OtherPlaceholders', where, language: source.language });
    }
  }
  for (const { id, phrase } of [
    ...pack.indicators,
    ...pack.needs,
    ...pack.pictograms,
    ...pack.planChoices,
  ]) {
    if (phrase !== undefined && source.phrases[phrase] === undefined)
      problems.push({ kind: 'UnknownPhrase', where: id, phrase });
  }
  for (const { tag } of pack.manifest.languages) {
    if (!pack.phraseBooks.some((book) => book.language === tag))
      problems.push({ kind: 'MissingLanguage', where: tag });
  }
  for (const book of pack.phraseBooks) {
    const language = book.language;
    const script = pack.manifest.languages.find(({ tag }) => tag === language)?.script;
    for (const [where, { text }] of Object.entries(source.phrases)) {
      const translated = book.phrases[where];
      if (translated === undefined) problems.push({ kind: 'MissingPhrase', where, language });
      else
        for (const kind of translationFaults(text, translated.text, script))
          problems.push({ kind, where, language });
    }
    for (const where of Object.keys(book.phrases)) {
      if (source.phrases[where] === undefined)
        problems.push({ kind: 'StrayPhrase', where, language });
    }
  }
  return problems;
}
