import MiniSearch from 'minisearch';
import { useMemo } from 'react';
import { foldWord, wordsOf } from '#core/base/words.ts';
import type { Pack } from '#core/pack/pack.ts';
import { certaintyWords, confirmedWords, subjectName } from '../text/law.ts';
import { momentName } from '../text/moments.ts';
import { settingName } from '../text/talk.ts';

/** One thing to read, from whatever list of the pack it comes. */
export type Reading = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** Sentences that may be said aloud. */
  readonly say: readonly string[];
  readonly sources: string;
};

export type GuidanceSearch = {
  /** All of it when nothing is looked for, else what fits, best first. */
  readonly find: (words: string) => readonly Reading[];
};

/** An index in memory over everything staff may read without signing in. Nothing of it touches the disk. */
export function useGuidanceSearch(pack: Pack): GuidanceSearch {
  return useMemo(() => {
    const readings = readingsOf(pack);
    const readingsById = new Map(readings.map((reading) => [reading.id, reading]));
    const index = new MiniSearch<Reading & { readonly body: string }>({
      fields: ['title', 'body'],
      tokenize: wordsOf,
      processTerm: foldWord,
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3 }, combineWith: 'AND' },
    });
    index.addAll(
      readings.map((reading) => ({
        ...reading,
        body: [...reading.lines, ...reading.say].join(' '),
      })),
    );
    return {
      find(words) {
        if (words.trim() === '') return readings.filter(({ id }) => id.startsWith('guide.'));
        return index.search(words).flatMap(({ id }) => readingsById.get(String(id)) ?? []);
      },
    };
  }, [pack]);
}

function readingsOf(pack: Pack): readonly Reading[] {
  const titles = new Map(pack.manifest.sources.map(({ id, publisher }) => [id, publisher]));
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
