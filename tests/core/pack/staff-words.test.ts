import { expect, test } from 'vitest';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { withCorrections } from '#core/pack/correction.ts';
import type { Pack } from '#core/pack/pack.ts';
import { StaffBook } from '#core/pack/staff-book.ts';
import { inStaffLanguage } from '#core/pack/staff-words.ts';
import { basePack, found } from '../../support/core.ts';

const breton = LanguageTag.parse('br');
const book = StaffBook.parse({
  language: 'br',
  ownName: 'Brezhoneg',
  origin: 'Made up for this test',
  entries: {
    'check.room': { text: 'Ar sal zo sioul.' },
    'guide.alone-first': { title: 'Da gentañ', lines: ['Unan hepken.'] },
  },
});
const pack: Pack = { ...basePack(), staffBooks: [book] };

test('what a book of the staff has stands in its language, and everything else in English', () => {
  const theirs = inStaffLanguage(pack, breton);
  expect(lineOf(theirs, 'check.room')).toBe('Ar sal zo sioul.');
  expect(lineOf(theirs, 'check.alone')).toBe(lineOf(pack, 'check.alone'));
  const article = found(theirs.guidance.find(({ id }) => id === 'guide.alone-first'));
  const english = found(pack.guidance.find(({ id }) => id === 'guide.alone-first'));
  expect(article).toEqual({ ...english, title: 'Da gentañ', lines: ['Unan hepken.'] });
  expect(theirs.jurisdictions).toBe(pack.jurisdictions);
});

test('a language without a book is English', () => {
  expect(inStaffLanguage(pack, LanguageTag.parse('ti'))).toBe(pack);
});

test('what the place has put in words of its own is not taken away by a book', () => {
  const target = { kind: 'entry', id: 'check.room', field: 'text' } as const;
  const on = CalendarDate.parse('2031-03-05');
  const own = withCorrections(pack, [{ target, text: 'The green room.', on }]);
  expect(lineOf(inStaffLanguage(own, breton), 'check.room')).toBe('The green room.');
});

function lineOf({ checklist }: Pack, wanted: string): string {
  return found(checklist.find(({ id }) => id === wanted)).text;
}
