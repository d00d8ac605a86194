import { z } from 'zod';
import { dialled } from './contact-seed.ts';
import type { Pack } from './pack.ts';

const Entry = z.strictObject({ id: z.string(), title: z.string() });

/** What an update would do to the pack in force, before anybody takes it. */
export const PackChanges = z.strictObject({
  lists: z.array(
    z.strictObject({
      list: z.string(),
      added: z.array(Entry),
      changed: z.array(Entry),
      removed: z.array(Entry),
    }),
  ),
  languages: z.array(
    z.strictObject({
      language: z.string(),
      name: z.string(),
      /** Of the phrases of this language. */
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      newlyReviewed: z.number().int(),
    }),
  ),
  /** Numbers that people would dial otherwise than today: looked at one by one. */
  numbers: z.array(
    z.strictObject({
      who: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
});
export type PackChanges = z.infer<typeof PackChanges>;

type Listed = { readonly id: string };

/** Compares two packs entry by entry and language by language. What is the same is left out. */
export function comparePacks(before: Pack, after: Pack): PackChanges {
  const lists = (pack: Pack): Readonly<Record<string, readonly Listed[]>> => ({
    indicators: pack.indicators,
    forms: pack.forms,
    sectors: pack.sectors,
    needs: pack.needs,
    prompts: pack.prompts,
    checklist: pack.checklist,
    guidance: pack.guidance,
    conflicts: pack.conflicts,
    coverTopics: pack.coverTopics,
    jurisdictions: pack.jurisdictions.map(({ statements: _statements, ...place }) => place),
    law: pack.jurisdictions.flatMap(({ statements }) => statements),
    contacts: pack.contacts,
    instruments: pack.instruments,
    pictograms: pack.pictograms,
    dangerFacts: pack.riskRules.facts,
    dangerActions: pack.riskRules.actions,
    dangerRules: pack.riskRules.rules,
    circumstances: [...pack.circumstances.questions, ...pack.circumstances.known],
    planChoices: pack.planChoices,
    paperWords: byName(pack.paperWords),
    summaryWords: byName(pack.summaryWords),
    searchWords: byName({ passedOver: [pack.searchWords.passedOver], ...pack.searchWords.means }),
    obsoleteContacts: pack.obsoleteContacts.map((old) => ({ ...old, id: JSON.stringify(old) })),
    phoneLengths: byName(pack.phoneLengths),
    commonPasswords: [{ ...pack.commonPasswords, id: pack.commonPasswords.source }],
    languages: pack.manifest.languages.map((each) => ({ ...each, id: each.tag })),
    works: pack.manifest.sources,
    staffWords: pack.staffBooks.flatMap(({ language, ownName, entries }) =>
      Object.entries(entries).map(([id, words]) => ({
        id: `${language} ${id}`,
        title: `${ownName}: ${id}`,
        words,
      })),
    ),
  });
  const [old, fresh] = [lists(before), lists(after)];
  return {
    lists: Object.keys(old)
      .map((list) => ({ list, ...compare(old[list] ?? [], fresh[list] ?? []) }))
      .filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0),
    languages: compareLanguages(before, after),
    numbers: compareNumbers(before, after),
  };
}

/** What is kept by its name, as entries. */
function byName(record: Readonly<Record<string, unknown>>): readonly Listed[] {
  return Object.entries(record).map(([id, value]) => ({
    id,
    value,
    title: typeof value === 'string' ? value : id,
  }));
}

function compare(before: readonly Listed[], after: readonly Listed[]) {
  const old = new Map(before.map((entry) => [entry.id, JSON.stringify(entry)]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)).map(titled),
    changed: after
      .filter((entry) => old.has(entry.id) && old.get(entry.id) !== JSON.stringify(entry))
      .map(titled),
    removed: before.filter(({ id }) => !kept.has(id)).map(titled),
  };
}

function titled(entry: Listed): z.infer<typeof Entry> {
  const named: Readonly<Record<string, unknown>> = { ...entry };
  const title = ['title', 'name', 'text', 'englishName', 'why']
    .map((field) => named[field])
    .find((value) => typeof value === 'string');
  return { id: entry.id, title: typeof title === 'string' ? title : entry.id };
}

function compareLanguages(before: Pack, after: Pack): PackChanges['languages'] {
  const tags = [...new Set([...before.phraseBooks, ...after.phraseBooks].map((b) => b.language))];
  return tags
    .map((language) => {
      const phrases = (pack: Pack) =>
        pack.phraseBooks.find((book) => book.language === language)?.phrases ?? {};
      const [old, fresh] = [phrases(before), phrases(after)];
      const about = [...after.manifest.languages, ...before.manifest.languages];
      const both = Object.keys(fresh).filter((id) => old[id] !== undefined);
      return {
        language,
        name: about.find(({ tag }) => tag === language)?.englishName ?? language,
        added: Object.keys(fresh).length - both.length,
        changed: both.filter((id) => old[id]?.text !== fresh[id]?.text).length,
        removed: Object.keys(old).length - both.length,
        newlyReviewed: Object.keys(fresh).filter(
          (id) => fresh[id]?.status === 'reviewed' && old[id]?.status !== 'reviewed',
        ).length,
      };
    })
    .filter((each) => each.added + each.changed + each.removed + each.newlyReviewed > 0);
}

function compareNumbers(before: Pack, after: Pack): PackChanges['numbers'] {
  const numbers = (pack: Pack) =>
    new Map<string, readonly [string, string | undefined]>([
      ...pack.contacts.map((contact) => [contact.id, [contact.name, dialled(contact)]] as const),
      ...pack.jurisdictions.flatMap((place) =>
        place.emergency.map(
          ({ what, number }) =>
            [`${place.id} ${what}`, [`${place.name}: ${what}`, number]] as const,
        ),
      ),
    ]);
  const [old, fresh] = [numbers(before), numbers(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((key) => ({
      who: (fresh.get(key) ?? old.get(key))?.[0] ?? key,
      before: old.get(key)?.[1] ?? null,
      after: fresh.get(key)?.[1] ?? null,
    }))
    .filter((each) => each.before !== each.after);
}
