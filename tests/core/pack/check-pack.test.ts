import { describe, expect, test } from 'vitest';
import { checkPack } from '#core/pack/check-pack.ts';
import type { Pack } from '#core/pack/pack.ts';
import { basePack, clock } from '../../support/core.ts';

import { brokenPacks } from './broken-packs.ts';
import { withPhrase, withoutPhrase, changeFirst } from './damage.ts';

const base = basePack();

test('the pack that ships is in order', () => {
  expect(checkPack(base, clock.now())).toEqual([]);
});

test.each(Object.entries(brokenPacks))(
  'a pack broken in one place has one problem: %s',
  (_kind, it) => {
    // Given
    const pack = it.damage(base);
    // When
    const problems = checkPack(pack, clock.now());
    // Then
    expect(problems).toEqual([it.expected]);
  },
);

test('a word to be found by that stands in no text for staff is named with its file', () => {
  const searchWords = { ...base.searchWords, means: { zzqua: ['nowhere'] } };
  expect(checkPack({ ...base, searchWords }, clock.now())).toEqual([
    { kind: 'UnreachableEntry', file: 'search-words.yaml', where: 'zzqua' },
  ]);
});

test('a pack broken in every place at once has every problem', () => {
  // Given all damage but what takes other problems along: the loss of a language, and the
  // second and third way to spoil the number of the same helper
  const {
    MissingLanguage: _language,
    PhoneLengthWrong: _length,
    ObsoleteNumber: _old,
    ...rest
  } = brokenPacks;
  const broken = Object.values(rest).reduce((pack, { damage }) => damage(pack), base);
  // When
  const kinds = new Set(checkPack(broken, clock.now()).map(({ kind }) => kind));
  // Then
  expect([...kinds].toSorted()).toEqual(Object.keys(rest).toSorted());
});

describe('a date of a pack', () => {
  test.each([
    [
      'the manifest',
      (pack: Pack) => ({ ...pack, manifest: { ...pack.manifest, date: '2030-01-01' } }),
    ],
    [
      'a source',
      (pack: Pack) => ({
        ...pack,
        manifest: {
          ...pack.manifest,
          sources: changeFirst(pack.manifest.sources, (source) => ({
            ...source,
            checked: '2030-01-01',
          })),
        },
      }),
    ],
  ])('of %s is looked at', (_name, damage) => {
    expect(checkPack(damage(base), clock.now())).toEqual([
      expect.objectContaining({ kind: 'DateInFuture', date: '2030-01-01' }),
    ]);
  });

  test('may be today', () => {
    const { manifest, jurisdictions, contacts } = base;
    const newest = [
      manifest.date,
      ...manifest.sources.map(({ checked }) => checked),
      ...contacts.map(({ seenOn }) => seenOn),
      ...jurisdictions.flatMap(({ statements }) => statements.map(({ checked }) => checked)),
    ].reduce((one, other) => (one > other ? one : other));
    expect(checkPack(base, `${newest}T00:00:00.000Z`)).toEqual([]);
  });
});

describe('a pack that nothing is said against can be used', () => {
  const everyLanguage = base.phraseBooks.map(({ language }) => language);

  test('so one without any language is not in order', () => {
    expect(checkPack({ ...base, phraseBooks: [] }, clock.now())).not.toEqual([]);
  });

  test('so one that lacks a phrase the sheets say in every language is not in order', () => {
    const pack = withoutPhrase(base, everyLanguage, 'person.title');
    expect(checkPack(pack, clock.now())).not.toEqual([]);
  });

  test('so one whose phrases ask for a value that no sheet has is not in order', () => {
    const pack = everyLanguage.reduce<Pack>(
      (damaged, tag) => withPhrase(damaged, tag, 'person.call', 'Call {nunber}'),
      base,
    );
    expect(checkPack(pack, clock.now())).not.toEqual([]);
  });
});
