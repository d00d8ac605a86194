// For everybody in the house, with no case behind them: they can be printed without signing in.
import { LanguageTag } from '#core/domain/language.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import { type Pack, phrasesOf } from '#core/pack/pack.ts';
import type { Block, Sheet } from './sheet.ts';
import { notChecked, sheetOf } from './small-sheets.ts';
import { typedLine, type Wording, wordingOf } from './wording.ts';

/** A sheet for the wall of a waiting room: the house rules that make it ordinary to be seen alone. */
export function composePoster(wording: Wording): Sheet {
  const { line } = wording;
  return sheetOf('poster', wording, [
    { kind: 'title', line: line('place.health') },
    { kind: 'paragraph', line: line('place.alone') },
    { kind: 'paragraph', line: line('place.ask-for') },
    { kind: 'paragraph', line: line('place.interpreter') },
  ]);
}

/** A leaflet about everybody's rights, with public numbers, for a table that anybody passes (R89). */
export function composeLeaflet(wording: Wording, helpers: readonly Contact[]): Sheet {
  const { line } = wording;
  const rights = ['everyone', 'body', 'papers-and-pay', 'language', 'help'];
  return sheetOf('leaflet', wording, [
    { kind: 'title', line: line('place.health') },
    ...rights.map((id): Block => ({ kind: 'paragraph', line: line(`rights.${id}`) })),
    ...helpers.flatMap((helper): Block[] => {
      const number = dialled(helper);
      if (number === undefined) return [];
      return [
        { kind: 'call', line: line('card.talk', { number }) },
        ...notChecked(wording, helper),
      ];
    }),
    { kind: 'paragraph', line: line('place.ask-for') },
  ]);
}

/**
 * Phrases to point at, each beside the same in the language of the staff: a finger of either
 * finds the other's words. Nothing pointed at stays on it.
 */
export function composePhrasePanel(pack: Pack, wording: Wording, staff: Wording): Sheet {
  const isOne = wording.language === staff.language;
  const blocks = phrasesOf(pack, 'point').map((id, at): Block =>
    isOne
      ? { kind: 'paragraph', line: wording.line(id) }
      : {
          kind: 'pair',
          number: at + 1,
          line: wording.line(id),
          other: staff.line(id),
          otherLanguage: staff.language,
          otherDirection: staff.direction,
        },
  );
  return sheetOf('phrase-panel', wording, blocks, 'staff');
}

/** Letters of every script and figures, about nobody: shows whether a printer does its work. */
export function composeTestPage(pack: Pack): Sheet {
  const english = wordingOf(pack, LanguageTag.parse('en'));
  return sheetOf(
    'test-page',
    english,
    [
      { kind: 'title', line: typedLine('A B C 1 2 3') },
      ...pack.manifest.languages.map(({ ownName }): Block => ({
        kind: 'paragraph',
        line: typedLine(`${ownName} 0123456789`),
      })),
    ],
    'staff',
  );
}
