import { describe, expect, test } from 'vitest';
import { namesSubject } from '#core/pack/names-subject.ts';
import { ofFullSheet } from '#core/pack/check-discreet.ts';
import { basePack, found } from '../../support/core.ts';

const { phraseBooks } = basePack();

describe('the subject is told by its words', () => {
  test.each(phraseBooks.map(({ language }) => language))('in %s', (language) => {
    const { phrases } = found(phraseBooks.find((book) => book.language === language));
    for (const id of ['full.title', 'full.what'])
      expect(namesSubject(found(phrases[id]).text)).toBe(true);
  });

  test.each([
    'HUMAN\u00A0TRAFFICKING',
    'anti-traf\u00ADficking unit',
    'modern Slavery',
    'Menschen-Handel',
    'människo\nhandel, människohandlare',
    'Kysy ihmiskaupasta',
    'la TRATA  de\npersonas',
    'les victimes de la traite des êtres humains',
    'торговля людьми и торговлей людьми',
    'اَلاِتِّجَار بِالْبَشَر',
    'мережа торгівлі людьми',
    'handlu ludźmi',
    'nạn buôn bán người',
    '打击拐卖人口',
  ])('%s', (text) => {
    expect(namesSubject(text)).toBe(true);
  });
});

describe('an ordinary sentence is none of them', () => {
  test.each([
    'Se trata de personas mayores de edad.',
    'Le médecin traite des personnes de tout âge.',
    'Der Handel hat heute zu.',
    'Traffic on the road may be heavy.',
    'Торговый зал закрыт для людей.',
    'Handel i ludzie',
    'Ring the desk: they know who is in today.',
    '',
  ])('%s', (text) => {
    expect(namesSubject(text)).toBe(false);
  });

  test('nor any phrase of any language outside the full sheet', () => {
    const phrases = phraseBooks.flatMap(({ language, phrases: of }) =>
      Object.entries(of).map(([id, { text }]) => ({ language, id, text })),
    );
    const naming = phrases.filter(({ id, text }) => !ofFullSheet.test(id) && namesSubject(text));
    expect(phrases.length).toBeGreaterThan(7_000);
    expect(naming).toEqual([]);
  });
});
