import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codePointsOf, undrawable } from '../../../build/content/glyphs.ts';
import { judgeLanguage } from '../../../build/content/languages.ts';
import { gradeOf, hardestGrade } from '../../../build/content/readability.ts';
import { basePack, found } from '../../support/core.ts';

const pack = basePack();
const books = pack.phraseBooks;
const bookOf = (tag: string) => found(books.find(({ language }) => language === tag));

describe('the detector', () => {
  test.each(books.map(({ language }) => language))('takes the file of %s for what it is', (tag) => {
    expect(judgeLanguage(bookOf(tag)).kind).toBe('Agrees');
  });

  test.each([
    ['fi', 'sv'],
    ['ckb', 'fa'],
    ['fa', 'ps'],
    ['ti', 'am'],
    ['ne', 'hi'],
    ['uk', 'ru'],
    ['kmr', 'tr'],
  ])('sees that the file of %s holds %s', (tag, other) => {
    const verdict = judgeLanguage({ ...bookOf(other), language: bookOf(tag).language });
    expect(verdict.kind).toBe('LanguageUnlike');
  });
});

describe('the fonts', () => {
  test('draw every letter of every phrase', () => {
    let looked = 0;
    for (const { language, phrases } of books) {
      const script = found(pack.manifest.languages.find(({ tag }) => tag === language)).script;
      for (const { text } of Object.values(phrases)) {
        looked += 1;
        expect(undrawable(text, language, script)).toEqual([]);
      }
    }
    expect(looked).toBe(34 * 226);
  });

  test('are told apart: Armenian has no glyph in any of them, Thai none in the Ethiopic one', () => {
    expect(undrawable('Բարեւ', 'fi', 'Latn')).not.toEqual([]);
    expect(undrawable('ไทย', 'ti', 'Ethi')).not.toEqual([]);
  });

  test('are read as their own lists of letters say', () => {
    const folder = join(
      import.meta.dirname,
      '../../../node_modules/@fontsource/noto-sans-ethiopic/files',
    );
    const files = readdirSync(folder).filter((name) => name.endsWith('ethiopic-400-normal.woff'));
    const points = files.flatMap((name) => [...codePointsOf(readFileSync(join(folder, name)))]);
    // The first and the last syllable of the Ethiopic block, and not the letter before it.
    expect(points).toContain(0x1200);
    expect(points).toContain(0x137c);
    expect(points).not.toContain(0x11ff);
  });
});

describe('the English source', () => {
  test('is within the grade of a child of eleven', () => {
    const { grade, words } = gradeOf(bookOf('en'));
    expect(words).toBeGreaterThan(1_000);
    expect(grade).toBeLessThanOrEqual(hardestGrade);
  });

  test('would not be, written as offices write', () => {
    const text =
      'Notwithstanding the aforementioned confidentiality obligations, practitioners may nevertheless be statutorily required to communicate identifiable particulars to competent authorities.';
    const hard = { ...bookOf('en'), phrases: { 'a.b': { text, status: 'source' as const } } };
    expect(gradeOf(hard).grade).toBeGreaterThan(hardestGrade);
  });
});
