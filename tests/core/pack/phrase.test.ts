import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fillPhrase,
  PhraseId,
  placeholdersOf,
  SourcePhrases,
  TranslatedPhrases,
} from '#core/pack/phrase.ts';

const someName = fc.stringMatching(/^[a-z]{1,8}$/);
/** A phrase in pieces: words, and now and then a placeholder. */
const somePieces = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('words' as const), text: fc.string({ unit: 'grapheme' }) }),
    fc.record({ kind: fc.constant('name' as const), text: someName }),
  ),
);

describe('the placeholders of a phrase', () => {
  test.each([
    ['Call {number} now', ['number']],
    ['{number} {emergency} {number}', ['emergency', 'number', 'number']],
    ['No placeholder at all', []],
    ['', []],
    ['{} {Number} {two words} { date } number}', []],
    ['{{date}}', ['date']],
    ['اتصل بالرقم {emergency}.', ['emergency']],
  ])('of %j are %j', (text, names) => {
    expect(placeholdersOf(text)).toEqual(names);
  });

  test('are the same in whatever order a translation has them', () => {
    expect(placeholdersOf('{date}: {number}')).toEqual(placeholdersOf('{number} ({date})'));
  });
});

describe('filling a phrase', () => {
  test('keeps a value apart from the words around it', () => {
    expect(fillPhrase('Call {number}, then wait', { number: '112' })).toEqual([
      { kind: 'words', text: 'Call ' },
      { kind: 'value', text: '112' },
      { kind: 'words', text: ', then wait' },
    ]);
  });

  test('leaves no empty piece at either end or between two values', () => {
    const kinds = fillPhrase('{a}{b}', { a: '1', b: '2' }).map(({ kind }) => kind);
    expect(kinds).toEqual(['value', 'value']);
  });

  test('does not look for placeholders in a value: what somebody typed stays what it was', () => {
    expect(fillPhrase('{a}', { a: '{b}', b: 'other' })).toEqual([{ kind: 'value', text: '{b}' }]);
  });

  test.each(['number', 'constructor'])(
    'without a value for {%s} is a defect, and says which',
    (name) => {
      expect(() => fillPhrase(`Call {${name}}`, {})).toThrow(`{${name}}`);
    },
  );

  test('gives back every word and every value, in the order of the phrase', () => {
    fc.assert(
      fc.property(somePieces, (pieces) => {
        // Given words in which no placeholder hides
        const clean = pieces.map(({ kind, text }) => ({
          kind,
          text: text.replaceAll(/[{}]/g, ''),
        }));
        const phrase = clean.map(({ kind, text }) => (kind === 'name' ? `{${text}}` : text));
        const names = clean.filter(({ kind }) => kind === 'name').map(({ text }) => text);
        // When each placeholder gets a value that tells which it is
        const values = Object.fromEntries(names.map((name) => [name, `<${name}>`]));
        const parts = fillPhrase(phrase.join(''), values);
        // Then
        expect(parts.map(({ text }) => text).join('')).toBe(
          clean.map(({ kind, text }) => (kind === 'name' ? `<${text}>` : text)).join(''),
        );
        expect(parts.filter(({ kind }) => kind === 'value').map(({ text }) => text)).toEqual(
          names.map((name) => `<${name}>`),
        );
        expect(placeholdersOf(phrase.join(''))).toEqual(names.toSorted());
      }),
    );
  });
});

describe('a file of phrases', () => {
  test.each(['person.you-decide', 'need.safe-place', 'how.seen', 'two-words.x2'])(
    'may name a phrase %s',
    (id) => {
      expect(PhraseId.safeParse(id).success).toBe(true);
    },
  );

  test.each(['person', 'Person.title', 'person.', 'person.a_b', 'person.a.b', ''])(
    'may not name a phrase %j',
    (id) => {
      expect(PhraseId.safeParse(id).success).toBe(false);
    },
  );

  test('of the source says for each phrase what a translator must know', () => {
    const file = { language: 'en', phrases: { 'person.title': { text: 'For you' } } };
    expect(SourcePhrases.safeParse(file).success).toBe(false);
  });

  test('of a translation calls a phrase reviewed only with the reader and the day', () => {
    const withPhrase = (phrase: unknown) =>
      TranslatedPhrases.safeParse({
        language: 'ti',
        origin: 'made up',
        phrases: { 'person.title': phrase },
      }).success;
    expect(withPhrase('text')).toBe(true);
    expect(withPhrase({ text: 'text', reviewedBy: 'A reader', reviewedOn: '2026-11-22' })).toBe(
      true,
    );
    expect(withPhrase({ text: 'text', reviewedBy: 'A reader' })).toBe(false);
    expect(withPhrase({ text: 'text', reviewedBy: 'A reader', reviewedOn: 'lately' })).toBe(false);
    expect(withPhrase('')).toBe(false);
  });
});
