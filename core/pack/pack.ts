import { z } from 'zod';
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { Circumstances } from './circumstance.ts';
import { CommonPasswords } from './common-passwords.ts';
import {
  asShipped,
  type Contact,
  ContactSeed,
  ObsoleteContact,
  PhoneLengths,
} from './contact-seed.ts';
import { ChecklistLine, Form, Indicator, Need, Prompt, Sector } from './entries.ts';
import { Article, Conflict, CoverTopic } from './guidance.ts';
import { Instrument, type InstrumentInUse } from './instrument.ts';
import { type Jurisdiction, ShippedJurisdiction } from './jurisdiction.ts';
import { Manifest } from './manifest.ts';
import { PlanChoice } from './plan-choice.ts';
import { RiskRules } from './risk-rules.ts';
import { SearchWords } from './search-words.ts';
import { SummaryWords } from './summary-words.ts';
import { PhraseId, SourcePhrase } from './phrase.ts';
import type { PackOrigin } from './pack-origin.ts';
import { Pictogram } from './pictogram.ts';
import { StaffBook } from './staff-book.ts';

export const PhraseStatus = z.enum(['source', 'draft', 'reviewed']);
export type PhraseStatus = z.infer<typeof PhraseStatus>;

/** The phrases of one language, ready for use. */
export const PhraseBook = z.strictObject({
  language: LanguageTag,
  phrases: z.record(PhraseId, z.strictObject({ text: z.string(), status: PhraseStatus })),
});
export type PhraseBook = z.infer<typeof PhraseBook>;

/** The lists of a pack, each in a file of its own by the same name in kebab case. */
export const packLists = {
  indicators: z.array(Indicator),
  forms: z.array(Form),
  sectors: z.array(Sector),
  needs: z.array(Need),
  prompts: z.array(Prompt),
  checklist: z.array(ChecklistLine),
  guidance: z.array(Article),
  conflicts: z.array(Conflict),
  coverTopics: z.array(CoverTopic),
  jurisdictions: z.array(ShippedJurisdiction),
  contacts: z.array(ContactSeed),
  instruments: z.array(Instrument),
  pictograms: z.array(Pictogram),
  obsoleteContacts: z.array(ObsoleteContact),
  phoneLengths: PhoneLengths,
  riskRules: RiskRules,
  circumstances: Circumstances,
  commonPasswords: CommonPasswords,
  planChoices: z.array(PlanChoice),
  summaryWords: SummaryWords,
  searchWords: SearchWords,
  /** Sentences of papers for staff and agencies, which are in the language of the staff alone. */
  paperWords: z.record(PhraseId, SourcePhrase),
};

/** A pack as its files have it. */
export const ShippedPack = z.strictObject({
  manifest: Manifest,
  ...packLists,
  phraseBooks: z.array(PhraseBook),
  /** What staff read, in other languages than English; English stands in the lists themselves. */
  staffBooks: z.array(StaffBook),
});
export type ShippedPack = z.infer<typeof ShippedPack>;

/** A pack in use, with what the place has checked, confirmed and added; as read, with nothing of it. */
export type Pack = Omit<ShippedPack, 'contacts' | 'jurisdictions' | 'instruments'> & {
  readonly contacts: readonly Contact[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly instruments: readonly InstrumentInUse[];
  readonly origin: PackOrigin;
  /** Signs that are not offered any more; a record that names one still says it in words. */
  readonly formerSigns: readonly Indicator[];
  /** What the place has put in words of its own, by entry (`guide.…`, `person.title@fi`), and since when. */
  readonly corrected: Readonly<Record<string, CalendarDate>>;
};

/** As it is before a place has added anything to it. */
export function unpacked(shipped: ShippedPack): Pack {
  return {
    ...shipped,
    origin: { kind: 'built-in' },
    formerSigns: [],
    corrected: {},
    instruments: shipped.instruments.map((instrument) => ({ ...instrument, questions: null })),
    contacts: shipped.contacts.map(asShipped),
    jurisdictions: shipped.jurisdictions.map((place) => ({
      ...place,
      page: null,
      statements: place.statements.map((statement) => ({ ...statement, confirmed: null })),
    })),
  };
}

/** Every entry that says where it comes from and which requirements it answers. */
export function entriesOf(pack: Pack) {
  return [
    ...pack.indicators,
    ...pack.forms,
    ...pack.sectors,
    ...pack.needs,
    ...pack.prompts,
    ...pack.checklist,
    ...pack.guidance,
    ...pack.conflicts,
    ...pack.coverTopics,
    ...pack.jurisdictions,
    ...pack.contacts,
    ...pack.riskRules.facts,
    ...pack.riskRules.actions,
    ...pack.riskRules.rules,
    ...pack.circumstances.questions,
    ...pack.circumstances.known,
    ...pack.planChoices,
    ...pack.pictograms,
  ];
}

/** What staff call a language; the tag itself when the pack does not speak it. */
export function languageName({ manifest }: Pick<Pack, 'manifest'>, tag: LanguageTag): string {
  return manifest.languages.find((language) => language.tag === tag)?.englishName ?? tag;
}

/** All phrases of a group, such as `point`, in the order of the source. */
export function phrasesOf(pack: Pick<Pack, 'phraseBooks'>, group: string): readonly PhraseId[] {
  const [source] = pack.phraseBooks;
  return Object.keys(source?.phrases ?? {}).filter((id) => id.startsWith(`${group}.`));
}

/** @throws when the pack does not speak the language or the phrase is unknown: `checkPack` rules both out */
export function phraseText(
  pack: Pick<Pack, 'phraseBooks'>,
  language: LanguageTag,
  id: PhraseId,
): string {
  const book = pack.phraseBooks.find((candidate) => candidate.language === language);
  const phrase = book?.phrases[id];
  if (phrase === undefined) throw new Error(`Phrase ${id} is missing in ${language}`);
  return phrase.text;
}
