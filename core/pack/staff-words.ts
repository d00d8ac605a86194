import { z } from 'zod';
import type { LanguageTag } from '#core/domain/language.ts';
import { type Pack, packLists, type ShippedPack } from './pack.ts';
import { type StaffBook, StaffField, type StaffWords, wordsIn } from './staff-book.ts';
import { type TranslationFault, translationFaults } from './translation.ts';

/** The pack has no such entry or field; more or fewer lines than the English; or what a machine sees. */
type Misfit = 'StrayStaffWords' | 'OtherLines' | TranslationFault;

/** Something in a book of the staff that does not fit the English. */
export type StaffBookProblem = {
  [Kind in Misfit]: { readonly kind: Kind; readonly file: string; readonly where: string };
}[Misfit];

type Entry = { readonly id: string };

/** The lists of a pack that staff read in their own language, where it has a book. */
export type StaffLists = Pick<
  ShippedPack,
  | 'indicators'
  | 'forms'
  | 'sectors'
  | 'needs'
  | 'prompts'
  | 'checklist'
  | 'guidance'
  | 'conflicts'
  | 'planChoices'
  | 'riskRules'
>;

/** Every entry of these lists, in their order. */
function staffEntries(pack: StaffLists): readonly Entry[] {
  return [
    ...pack.checklist,
    ...pack.guidance,
    ...pack.conflicts,
    ...pack.indicators,
    ...pack.forms,
    ...pack.sectors,
    ...pack.prompts,
    ...pack.needs,
    ...pack.riskRules.facts,
    ...pack.riskRules.actions,
    ...pack.planChoices,
  ];
}

/** One text of the English that staff read: a field of an entry. */
export type StaffText = {
  readonly id: string;
  readonly field: StaffField;
  /** Of a list, one line to a line. */
  readonly text: string;
  readonly isList: boolean;
};

export function staffTexts(pack: StaffLists): readonly StaffText[] {
  return staffEntries(pack).flatMap((entry) => {
    const fields: Readonly<Record<string, unknown>> = { ...entry };
    return StaffField.options.flatMap((field) => {
      const text = asText(fields[field]);
      return text === undefined
        ? []
        : [{ id: entry.id, field, text, isList: Array.isArray(fields[field]) }];
    });
  });
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join('\n') : undefined;
}

/** What is wrong with a text of the staff beside its English. */
export function staffFaults(
  english: string,
  said: string,
  script: string | undefined,
): readonly (TranslationFault | 'OtherLines')[] {
  const lines = (text: string) => text.split('\n').length;
  // Line against line there is nothing to compare then.
  if (lines(english) !== lines(said)) return ['OtherLines'];
  return translationFaults(english, said, script);
}

/** Words for an entry or a field that is not there, and what a machine can see wrong in the others. */
export function staffBookProblems(pack: Pack): readonly StaffBookProblem[] {
  const english = new Map(staffTexts(pack).map((each) => [`${each.id} ${each.field}`, each]));
  return pack.staffBooks.flatMap((book) => {
    const script = pack.manifest.languages.find(({ tag }) => tag === book.language)?.script;
    const file = `staff/${book.language}.yaml`;
    return Object.entries(book.entries).flatMap(([where, entry]) => {
      const kinds = Object.entries(wordsIn(entry)).flatMap(([field, said]): readonly Misfit[] => {
        const source = english.get(`${where} ${field}`);
        const text = asText(said);
        if (text === undefined || source?.isList !== Array.isArray(said))
          return ['StrayStaffWords'];
        return staffFaults(source.text, text, script);
      });
      return [...new Set(kinds)].map((kind): StaffBookProblem => ({ kind, file, where }));
    });
  });
}

/**
 * The pack as staff of another language read it. What has no words in it yet stands in English,
 * and so does what the place has put in words of its own.
 */
export function inStaffLanguage(pack: Pack, language: LanguageTag): Pack {
  const book = pack.staffBooks.find((each) => each.language === language);
  if (book === undefined) return pack;
  const said = <One extends Entry>(entries: readonly One[]) =>
    entries.map((entry) =>
      pack.corrected[entry.id] === undefined ? { ...entry, ...wordsOf(book, entry.id) } : entry,
    );
  const read = Lists.safeParse({
    indicators: said(pack.indicators),
    forms: said(pack.forms),
    sectors: said(pack.sectors),
    needs: said(pack.needs),
    prompts: said(pack.prompts),
    checklist: said(pack.checklist),
    guidance: said(pack.guidance),
    conflicts: said(pack.conflicts),
    planChoices: said(pack.planChoices),
    riskRules: {
      ...pack.riskRules,
      facts: said(pack.riskRules.facts),
      actions: said(pack.riskRules.actions),
    },
  });
  return read.success ? { ...pack, ...read.data } : pack;
}

function wordsOf(book: StaffBook, id: string): StaffWords {
  const entry = Object.hasOwn(book.entries, id) ? book.entries[id] : undefined;
  return entry === undefined ? {} : wordsIn(entry);
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
  planChoices: packLists.planChoices,
  riskRules: packLists.riskRules,
});
