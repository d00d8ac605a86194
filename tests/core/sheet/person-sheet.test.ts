import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '#core/domain/language.ts';
import { dialled } from '#core/pack/contact-seed.ts';
import { phraseText } from '#core/pack/pack.ts';
import { composePersonSheet } from '#core/sheet/person-sheet.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { wordingOf } from '#core/sheet/wording.ts';
import { basePack, found, runsOf, textsOf } from '../../support/core.ts';

const pack = basePack();
/** Of the scripts of ISO 15924 that patients read, those written from right to left. */
const rightToLeft = ['Arab', 'Hebr', 'Thaa'];

/** Words that would tell whoever finds the sheet what it is about, or where it comes from. */
const tellingWords =
  /traffick|slaver|exploit|victim|abuse|police|refer|safeguard|clinic|hospital|quietroom|helpline|assistance/i;

/** The sheets in one language, for every country, with every helper and with none. */
function sheetsIn(tag: LanguageTag) {
  return pack.jurisdictions.flatMap((jurisdiction) =>
    [undefined, ...pack.contacts].map((helper) => ({
      jurisdiction,
      helper,
      sheet: composePersonSheet(wordingOf(pack, tag), jurisdiction, helper),
    })),
  );
}

test('there are sheets to look at, in languages of both directions', () => {
  const counts = pack.manifest.languages.map(({ tag }) => sheetsIn(tag).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(15);
  expect(new Set(pack.manifest.languages.map(({ direction }) => direction)).size).toBe(2);
});

describe.each(pack.manifest.languages)(
  'every sheet for a person in $englishName',
  ({ tag, script }) => {
    const sheets = sheetsIn(tag);

    test('is a sheet for the person, in their language and its direction', () => {
      for (const { sheet } of sheets) {
        expect(Sheet.parse(sheet)).toEqual(sheet);
        expect(sheet).toMatchObject({ kind: 'person', audience: 'person', language: tag });
        expect(sheet.direction).toBe(rightToLeft.includes(script) ? 'rtl' : 'ltr');
      }
    });

    test('says only phrases of the pack, the number to call and the number for danger', () => {
      // Given the pieces of every phrase that is meant for the person
      const phrases = Object.keys(found(pack.phraseBooks[0]).phrases)
        .filter((id) => id.startsWith('person.') || id === 'call.not-checked')
        .flatMap((id) => phraseText(pack, tag, id).split(/\{[a-z]+\}/));
      for (const { sheet, helper, jurisdiction } of sheets) {
        const known = [...phrases, helper && dialled(helper), jurisdiction.emergency[0]?.number];
        // Then no piece of the sheet comes from anywhere else: no alias, no name of a place
        expect(runsOf(sheet).filter(({ text }) => !known.includes(text))).toEqual([]);
      }
    });

    test('names neither the subject nor whoever gave it or answers the call', () => {
      for (const { sheet } of sheets) {
        const text = textsOf(sheet).join('\n');
        expect(text).not.toMatch(tellingWords);
        for (const { name } of pack.contacts) expect(text).not.toContain(name);
      }
    });

    test('sets each number apart as a number, and nothing else', () => {
      for (const { sheet, helper, jurisdiction } of sheets) {
        const numbers = [helper && dialled(helper), jurisdiction.emergency[0]?.number].filter(
          (text) => text !== undefined,
        );
        const apart = runsOf(sheet).filter(({ kind }) => kind !== 'words');
        expect(apart).toEqual(numbers.map((text) => ({ kind: 'number', text })));
      }
    });

    test('asks to call exactly when there is somebody to call', () => {
      for (const { sheet, helper } of sheets) {
        const calls = sheet.blocks.filter(({ kind }) => kind === 'call');
        expect(calls).toHaveLength(helper !== undefined && dialled(helper) !== undefined ? 1 : 0);
      }
    });

    test('begins with its title and has no empty line', () => {
      for (const { sheet } of sheets) {
        expect(sheet.blocks[0]?.kind).toBe('title');
        expect(textsOf(sheet).filter((text) => text.trim() === '')).toEqual([]);
      }
    });
  },
);
