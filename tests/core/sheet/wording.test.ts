import { describe, expect, test } from 'vitest';
import { LanguageTag } from '#core/domain/language.ts';
import { textOfLine } from '#core/sheet/sheet.ts';
import { typedLine, wordingOf } from '#core/sheet/wording.ts';
import { basePack, english } from '../../support/core.ts';

const pack = basePack();

describe('the words of a language', () => {
  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ti', 'ltr'],
  ])('%s run %s', (tag, direction) => {
    expect(wordingOf(pack, LanguageTag.parse(tag))).toMatchObject({ language: tag, direction });
  });

  test('that the pack does not speak are a defect', () => {
    expect(() => wordingOf(pack, LanguageTag.parse('eo'))).toThrow('eo');
  });

  test('that nobody has written are a defect', () => {
    expect(() => wordingOf(pack, english).line('person.goodbye')).toThrow('person.goodbye');
  });

  test('without placeholders are one run of words', () => {
    expect(wordingOf(pack, english).line('person.title')).toEqual([
      { kind: 'words', text: 'For you' },
    ]);
  });
});

describe('a value in a line', () => {
  const call = (number: string) => wordingOf(pack, english).line('person.call', { number }).at(-1);

  test.each(['112', '08000 121 700', '+358 2954 63177', '2026-11-22'])('%s is a number', (text) => {
    expect(call(text)).toEqual({ kind: 'number', text });
  });

  test.each(['Nollalinja', '112 or 999', ' 112', ''])('%j is no number', (text) => {
    expect(call(text)).toEqual({ kind: 'value', text });
  });

  test('that looks like words stays apart from the words', () => {
    const line = wordingOf(pack, english).line('person.call', { number: 'You can call' });
    expect(line.map(({ kind }) => kind)).toEqual(['words', 'value']);
  });
});

test('a typed text is one value, with nothing changed', () => {
  expect(typedLine(' ناديني {name} ')).toEqual([{ kind: 'value', text: ' ناديني {name} ' }]);
});

test('a line is heard as its runs one after the other', () => {
  expect(
    textOfLine([
      { kind: 'words', text: 'Call ' },
      { kind: 'number', text: '112' },
    ]),
  ).toBe('Call 112');
  expect(textOfLine([])).toBe('');
});
