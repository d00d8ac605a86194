import MiniSearch, { type Query } from 'minisearch';
import { foldWord, stemOf, wordsOf } from '#core/base/words.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { Language } from '#core/pack/manifest.ts';
import type { Pack } from '#core/pack/pack.ts';
import { momentName } from '../text/moments.ts';
import { publishersOf } from '../text/publishers.ts';
import { settingName } from '../text/talk.ts';
import { createMeaning, type Sought } from './meaning.ts';
import { placeReadings } from './place-readings.ts';

/** One thing to read, from whatever list of the pack it comes. */
export type Reading = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Sentences that may be said aloud. */
  readonly say: readonly string[];
  readonly sources: string;
  /** A sentence for a person, in every language of the pack. */
  readonly spoken?: readonly Spoken[];
};

export type Found = {
  readonly readings: readonly Reading[];
  /** How many of them, the first ones, have all that was looked for. */
  readonly whole: number;
};

export type Spoken = {
  readonly language: Language;
  readonly text: string;
  readonly isReviewed: boolean;
};

export type GuidanceSearch = {
  /**
   * The articles when nothing is looked for, else what fits, best first: what has every word, and
   * where that is little, what has some of them.
   */
  readonly find: (words: string) => Found;
  /**
   * Adds the sentences for a person, once, in all the languages of a pack: little by little, for
   * they are many.
   */
  readonly addPhrases: (pack: Pack) => Promise<void>;
};

/**
 * An index in memory over everything staff may read without signing in. Nothing of it touches the
 * disk. Sentences for a person stand in an index of their own: its words are ten times as many,
 * and one letter of a common script would fit thousands of them.
 */
export function createGuidanceSearch(pack: Pack): GuidanceSearch {
  const readings = readingsOf(pack);
  const articles = readings.filter(({ id }) => id.startsWith('guide.'));
  const readingsById = new Map(readings.map((reading) => [reading.id, reading]));
  const forStaff = emptyIndex(2, stemOf);
  forStaff.addAll(readings.map(withBody));
  const forPersons = emptyIndex(1, foldWord);
  const meaning = createMeaning(pack, (word) => forStaff.search(word, asSpelt).length > 0);
  let adding: Promise<void> | undefined;

  function lookUp(typed: string): Ids {
    const all = wordsOf(typed);
    const words = all.filter(isBegun);
    // The first letter of a word alone is in nearly every text: it finds titles, and says nothing beside a word.
    if (words.length === 0)
      return { whole: idsOf(forStaff.search(all.join(' '), { fields: ['title'] })), part: [] };
    const queries = meaning(words).map(queryOf);
    const isTold = words.some(isTelling);
    function having(combineWith: 'AND' | 'OR', how: typeof asSpelt | typeof misspelt) {
      const ofStaff = idsOf(forStaff.search({ combineWith, queries }, { ...how, ...lawLast }));
      if (combineWith === 'OR' || !isTold) return ofStaff;
      const ofPersons = idsOf(forPersons.search(words.join(' '), how));
      // A sentence that has the small words too is the one that was typed.
      const isSaidWhole = how === asSpelt && queries.length < words.length;
      return isSaidWhole ? [...ofPersons, ...ofStaff] : [...ofStaff, ...ofPersons];
    }
    const spelt = having('AND', asSpelt);
    const whole = spelt.length > 0 ? spelt : having('AND', misspelt);
    if (whole.length >= few || queries.length < 2) return { whole, part: [] };
    const part = having('OR', asSpelt).filter((id) => !whole.includes(id));
    return { whole, part: part.slice(0, mostInPart) };
  }

  return {
    find(words) {
      if (words.trim() === '') return { readings: articles, whole: articles.length };
      const { whole, part } = lookUp(words);
      const fitting = [...whole, ...part].flatMap((id) => readingsById.get(id) ?? []);
      return { readings: fitting, whole: whole.length };
    },
    addPhrases(whole) {
      if (adding === undefined) {
        const phrases = phrasesOf(whole);
        for (const phrase of phrases) readingsById.set(phrase.id, phrase);
        adding = forPersons
          .addAllAsync(phrases.map(withBody), { chunkSize: 2 })
          .then(() => void performance.mark('phrases-searchable'));
      }
      return adding;
    },
  };
}

type Ids = { readonly whole: readonly string[]; readonly part: readonly string[] };

/** With fewer than these, what has only some of the words is worth a look. */
const few = 3;
const mostInPart = 12;

function idsOf(results: readonly { readonly id: unknown }[]): readonly string[] {
  return results.map(({ id }) => String(id));
}

const asSpelt = { fuzzy: false };
// Of a short word nearly every other short word is a misspelling.
const misspelt = { fuzzy: (term: string) => term.length > 3 && 0.2 };

/** Every country says something on every subject: what holds everywhere comes first. */
const lawLast = {
  boostDocument: (id: unknown) => (/^(law|steps|emergency)\./.test(String(id)) ? 0.5 : 1),
};

/** The word, or any word of the texts that means it: that one is spelt as it is. */
function queryOf({ word, means }: Sought): Query {
  if (means.length === 0) return word;
  const meant = means.map((one) => ({ queries: [one], fuzzy: false, prefix: one.length > 2 }));
  return { combineWith: 'OR', queries: [word, ...meant] };
}

/** @param mostWrong how many letters of a word may be wrong at most; each more costs a longer look */
function emptyIndex(mostWrong: number, processTerm: (word: string) => string) {
  return new MiniSearch<Reading & { readonly body: string }>({
    fields: ['title', 'body'],
    tokenize: wordsOf,
    processTerm,
    searchOptions: {
      prefix: true,
      maxFuzzy: mostWrong,
      boost: { title: 3 },
      combineWith: 'AND',
    },
  });
}

/** Two letters, or one of a script of words. */
function isBegun(word: string): boolean {
  return word.length >= 2 || /\p{Script=Han}/u.test(word);
}

/** Whether a word says enough to look through every language. */
function isTelling(word: string): boolean {
  return word.length >= 3 || /\p{Script=Han}/u.test(word);
}

function withBody(reading: Reading): Reading & { readonly body: string } {
  const { lines, say, spoken = [] } = reading;
  return { ...reading, body: [...lines, ...say, ...spoken.map(({ text }) => text)].join(' ') };
}

/** The sheet that names the subject: its sentences are on no screen but where it is chosen. */
const fullSheet = /^full\./;

/** Each sentence once, called what it is in the language of the staff. Values stand as a gap. */
function phrasesOf(pack: Pack): readonly Reading[] {
  const source = pack.phraseBooks.find(({ language }) => language === staffLanguage);
  const shown = Object.entries(source?.phrases ?? {}).filter(([id]) => !fullSheet.test(id));
  return shown.map(([id, { text }]) => ({
    id: `phrase.${id}`,
    title: withGaps(text),
    lines: [],
    say: [],
    sources: '',
    spoken: pack.phraseBooks.flatMap(({ language: tag, phrases }) => {
      const language = pack.manifest.languages.find((each) => each.tag === tag);
      const said = phrases[id];
      if (language === undefined || said === undefined || tag === staffLanguage) return [];
      return [{ language, text: withGaps(said.text), isReviewed: said.status === 'reviewed' }];
    }),
  }));
}

function withGaps(text: string): string {
  return text.replaceAll(/\{[a-z]+\}/g, '…');
}

function readingsOf(pack: Pack): readonly Reading[] {
  const titles = publishersOf(pack);
  const sourcesOf = (sources: readonly { readonly work: string; readonly place: string }[]) =>
    sources.map(({ work, place }) => `${titles.get(work) ?? work}: ${place}`).join('; ');
  return [
    ...pack.guidance.map(({ id, title, lines, say = [], sources }) => ({
      id,
      title,
      lines,
      say,
      sources: sourcesOf(sources),
    })),
    ...pack.indicators.map(({ id, text, hint, sources }) => ({
      id,
      title: text,
      lines: [hint],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...pack.prompts.map(({ id, text, moment, settings = [], sources }) => ({
      id,
      title: text,
      lines: [[momentName(moment), ...settings.map(settingName)].join(' · ')],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...pack.forms.map(({ id, text, hint, sources }) => ({
      id,
      title: text,
      lines: [hint],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...pack.sectors.map(({ id, text, note, sources }) => ({
      id,
      title: text,
      lines: note === undefined ? [] : [note],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...pack.checklist.map(({ id, text, sources }) => ({
      id,
      title: text,
      lines: [],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...pack.conflicts.map(({ id, title, theOneSide, theOther, whatWeDo, sources }) => ({
      id,
      title,
      lines: [theOneSide, theOther, whatWeDo],
      say: [],
      sources: sourcesOf(sources),
    })),
    ...placeReadings(pack, sourcesOf),
  ];
}
