import MiniSearch from 'minisearch';
import { foldWord, wordsOf } from '#core/base/words.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { Language } from '#core/pack/manifest.ts';
import type { Pack } from '#core/pack/pack.ts';
import { certaintyWords, confirmedWords, subjectName } from '../text/law.ts';
import { momentName } from '../text/moments.ts';
import { publishersOf } from '../text/publishers.ts';
import { settingName } from '../text/talk.ts';

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

export type Spoken = {
  readonly language: Language;
  readonly text: string;
  readonly isReviewed: boolean;
};

export type GuidanceSearch = {
  /** The articles when nothing is looked for, else what fits, best first. */
  readonly find: (words: string) => readonly Reading[];
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
  const forStaff = emptyIndex(2);
  forStaff.addAll(readings.map(withBody));
  const forPersons = emptyIndex(1);
  let adding: Promise<void> | undefined;

  function lookUp(typed: string) {
    const all = wordsOf(typed);
    const words = all.filter(isBegun);
    // The first letter of a word alone is in nearly every text: it finds titles, and says nothing beside a word.
    if (words.length === 0) return forStaff.search(all.join(' '), { fields: ['title'] });
    const text = words.join(' ');
    return [...forStaff.search(text), ...(words.some(isTelling) ? forPersons.search(text) : [])];
  }

  return {
    find(words) {
      if (words.trim() === '') return articles;
      return lookUp(words).flatMap(({ id }) => readingsById.get(String(id)) ?? []);
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

/** @param mostWrong how many letters of a word may be wrong at most; each more costs a longer look */
function emptyIndex(mostWrong: number) {
  return new MiniSearch<Reading & { readonly body: string }>({
    fields: ['title', 'body'],
    tokenize: wordsOf,
    processTerm: foldWord,
    searchOptions: {
      prefix: true,
      // Of a short word nearly every other short word is a misspelling.
      fuzzy: (term) => term.length > 3 && 0.2,
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
    ...pack.jurisdictions.flatMap((place) =>
      place.statements.map(({ id, subject, text, certainty, toConfirm, confirmed, sources }) => ({
        id,
        title: `${place.name}: ${subjectName(subject)}`,
        lines:
          confirmed === null
            ? [text, certaintyWords(certainty), toConfirm]
            : [text, confirmedWords(confirmed.confirmedOn, confirmed.isInOwnWords)],
        say: [],
        sources: sourcesOf(sources),
      })),
    ),
  ];
}
