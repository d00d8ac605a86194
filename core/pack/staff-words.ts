import { z } from 'zod';
import type { LanguageTag } from '#core/domain/language.ts';
import { type Pack, packLists } from './pack.ts';
import { type StaffBook, staffLists, type StaffWords } from './staff-book.ts';

/** Something in a book of the staff that the pack has no place for. */
export type StaffBookProblem = {
  readonly kind: 'StrayStaffWords';
  readonly file: string;
  readonly where: string;
};

/** Entries that are not in the pack, fields that an entry has not, and a list where words belong. */
export function staffBookProblems(pack: Pack): readonly StaffBookProblem[] {
  const entries = new Map<string, Readonly<Record<string, unknown>>>(
    staffLists.flatMap((list) => [...pack[list]]).map((entry) => [entry.id, { ...entry }]),
  );
  return pack.staffBooks.flatMap(({ language, entries: said }) =>
    Object.entries(said)
      .filter(([id, words]) => !fits(entries.get(id), words))
      .map(([where]): StaffBookProblem => ({
        kind: 'StrayStaffWords',
        file: `staff/${language}.yaml`,
        where,
      })),
  );
}

function fits(entry: Readonly<Record<string, unknown>> | undefined, words: StaffWords): boolean {
  return Object.entries(words).every(([field, said]) => {
    const english = entry?.[field];
    return Array.isArray(said) ? Array.isArray(english) : typeof english === 'string';
  });
}

/**
 * The pack as staff of another language read it. What has no words in it yet stands in English,
 * and so does what the place has put in words of its own.
 */
export function inStaffLanguage(pack: Pack, language: LanguageTag): Pack {
  const book = pack.staffBooks.find((each) => each.language === language);
  if (book === undefined) return pack;
  const lists = Object.fromEntries(
    staffLists.map((list) => [
      list,
      pack[list].map((entry) =>
        pack.corrected[entry.id] === undefined ? { ...entry, ...wordsOf(book, entry.id) } : entry,
      ),
    ]),
  );
  const read = Lists.safeParse(lists);
  return read.success ? { ...pack, ...read.data } : pack;
}

function wordsOf(book: StaffBook, id: string): StaffWords {
  return Object.hasOwn(book.entries, id) ? (book.entries[id] ?? {}) : {};
}

const Lists = z.object({
  indicators: packLists.indicators,
  forms: packLists.forms,
  sectors: packLists.sectors,
  needs: packLists.needs,
  prompts: packLists.prompts,
  checklist: packLists.checklist,
  guidance: packLists.guidance,
  conflicts: packLists.conflicts,
});
