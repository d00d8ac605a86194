import type { LanguageTag } from '#core/domain/language.ts';
import type { Manifest } from './manifest.ts';
import type { Pack } from './pack.ts';

/** Whether a language has phrases that nobody who speaks it has read. */
export function isDraftLanguage(pack: Pick<Pack, 'phraseBooks'>, tag: LanguageTag): boolean {
  const book = pack.phraseBooks.find(({ language }) => language === tag);
  return book !== undefined && Object.values(book.phrases).some(({ status }) => status === 'draft');
}

/**
 * The languages that sheets may be in at a place: what was read by somebody who speaks it, and the
 * drafts that the lead has enabled, knowing what a draft is.
 */
export function offeredLanguages(
  pack: Pick<Pack, 'manifest' | 'phraseBooks'>,
  enabledDrafts: readonly LanguageTag[],
): Manifest['languages'] {
  return pack.manifest.languages.filter(
    ({ tag }) => enabledDrafts.includes(tag) || !isDraftLanguage(pack, tag),
  );
}
