import { namesSubject } from './names-subject.ts';
import { entriesOf, type Pack } from './pack.ts';

/** A text that names the subject where somebody may glance at it. `where` is the id of an entry. */
export type DiscretionProblem =
  | { readonly kind: 'NamesSubject'; readonly where: string }
  | { readonly kind: 'NamesSubject'; readonly where: string; readonly language: string }
  | { readonly kind: 'NamesSubject'; readonly where: string; readonly file: string };

/** No text of ours: where an entry comes from, and addresses, which are what they are. */
const unseen: ReadonlySet<string> = new Set(['sources', 'web', 'email']);

/** The one sheet that may say the word, chosen by staff; its phrases are shown nowhere else. */
export const ofFullSheet = /^full\./;

/**
 * Screens and papers never say the word, with the one exception above. Works are known to the
 * screens by their publisher, so that their titles may be what they are.
 */
export function discretionProblems(pack: Pack): readonly DiscretionProblem[] {
  const texts: readonly (readonly [string, unknown])[] = [
    ...[...entriesOf(pack), ...pack.instruments].map((entry) => [entry.id, entry] as const),
    ...pack.manifest.sources.map(({ id, publisher }) => [id, publisher] as const),
    ...Object.entries(pack.paperWords),
    ['summary-words', pack.summaryWords],
  ];
  const inPack = texts.filter(([, value]) => saysSubject(value));
  const inLanguages = pack.phraseBooks.flatMap(({ language, phrases }) =>
    Object.entries(phrases)
      .filter(([id, { text }]) => !ofFullSheet.test(id) && namesSubject(text))
      .map(([where]) => ({ kind: 'NamesSubject' as const, language, where })),
  );
  const inStaffBooks = pack.staffBooks.flatMap(({ language, entries }) =>
    Object.entries(entries)
      .filter(([, words]) => saysSubject(words))
      .map(([where]) => ({ kind: 'NamesSubject' as const, file: `staff/${language}.yaml`, where })),
  );
  return [
    ...inPack.map(([where]) => ({ kind: 'NamesSubject' as const, where })),
    ...inLanguages,
    ...inStaffBooks,
  ];
}

/** Whether words that a place or a pack puts on screens name the subject anywhere in them. */
export function saysSubject(value: unknown): boolean {
  return stringsIn(value).some(namesSubject);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (unseen.has(key) ? [] : stringsIn(part)));
}
