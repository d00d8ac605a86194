import { entriesOf, type Pack } from './pack.ts';

/** A text that names the subject where somebody may glance at it. `where` is the id of an entry. */
export type DiscretionProblem = { readonly kind: 'NamesSubject'; readonly where: string };

/** What a bystander must not read, in the language that the staff's texts are checked in. */
const subject = /traffick|slaver|prostitut/i;
/** The same in languages that a book of the staff may be in. */
const subjectElsewhere = /traffick|ihmiskaup|människohandel|menschenhandel|mensenhandel/i;

/** No text on a screen: where an entry comes from, and an address that is on no screen either. */
const unseen: ReadonlySet<string> = new Set(['sources', 'web']);

/** The one sheet that may say the word, chosen by staff; its phrases are shown nowhere else. */
const ofFullSheet = /^full\./;

/**
 * Screens and papers never say the word, with the one exception above. Works are known to the
 * screens by their publisher, so that their titles may be what they are.
 */
export function discretionProblems(pack: Pack): readonly DiscretionProblem[] {
  const source = pack.phraseBooks[0]?.phrases ?? {};
  const phrases = Object.entries({ ...source, ...pack.paperWords });
  const texts: readonly (readonly [string, unknown])[] = [
    ...[...entriesOf(pack), ...pack.instruments].map((entry) => [entry.id, entry] as const),
    ...pack.manifest.sources.map(({ id, publisher }) => [id, publisher] as const),
    ...phrases.filter(([id]) => !ofFullSheet.test(id)),
    ['summary-words', pack.summaryWords],
  ];
  const says = (value: unknown, words: RegExp) => stringsIn(value).some((text) => words.test(text));
  return [
    ...texts.filter(([, value]) => says(value, subject)).map(([where]) => where),
    ...pack.staffBooks
      .filter(({ entries }) => says(entries, subjectElsewhere))
      .map(({ language }) => `staff/${language}`),
  ].map((where) => ({ kind: 'NamesSubject', where }));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (unseen.has(key) ? [] : stringsIn(part)));
}
