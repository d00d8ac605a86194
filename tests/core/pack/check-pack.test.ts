import { describe, expect, test } from 'vitest';
import { JurisdictionId } from '#core/domain/facility.ts';
import { checkPack, type PackProblem } from '#core/pack/check-pack.ts';
import { packFormat } from '#core/pack/manifest.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import type { RiskFact, RiskRule } from '#core/pack/risk-rules.ts';
import type { Pack, PhraseBook } from '#core/pack/pack.ts';
import type { StaffEntry } from '#core/pack/staff-book.ts';
import { basePack, clock, found } from '../../support/core.ts';

type ProblemCase<Kind extends PackProblem['kind']> = {
  readonly damage: (pack: Pack) => Pack;
  readonly expected: Extract<PackProblem, { kind: Kind }>;
};

/** The pack with the book of one language changed. */
function withBook(pack: Pack, tag: string, change: (book: PhraseBook) => PhraseBook): Pack {
  const phraseBooks = pack.phraseBooks.map((book) => (book.language === tag ? change(book) : book));
  return { ...pack, phraseBooks };
}

/** The pack with a phrase of one language said otherwise. */
function withPhrase(pack: Pack, tag: string, id: string, text: string): Pack {
  return withBook(pack, tag, (book) => ({
    ...book,
    phrases: { ...book.phrases, [id]: { text, status: 'draft' } },
  }));
}

/** The pack without a phrase in the languages named. */
function withoutPhrase(pack: Pack, tags: readonly string[], id: string): Pack {
  const drop = (book: PhraseBook) => ({
    ...book,
    phrases: Object.fromEntries(Object.entries(book.phrases).filter(([other]) => other !== id)),
  });
  return tags.reduce((damaged, tag) => withBook(damaged, tag, drop), pack);
}

/** The list with its first entry changed. */
function changeFirst<Entry>(entries: readonly Entry[], change: (entry: Entry) => Entry): Entry[] {
  return entries.map((entry, at) => (at === 0 ? change(entry) : entry));
}

/** The pack with another number for its first helper. */
function withPhone(pack: Pack, phone: { readonly e164: string; readonly shown: string }): Pack {
  return {
    ...pack,
    contacts: changeFirst(pack.contacts, (contact) => ({ ...contact, phone: { ...phone } })),
  };
}

const base = basePack();
const noFact = RiskFactId.parse('fact.none');
const idleFact = RiskFactId.parse('fact.idle');

function withRule(pack: Pack, change: (rule: RiskRule) => RiskRule): Pack {
  const rules = changeFirst(pack.riskRules.rules, change);
  return { ...pack, riskRules: { ...pack.riskRules, rules } };
}

function withFact(pack: Pack, change: (fact: RiskFact) => RiskFact): Pack {
  const facts = changeFirst(pack.riskRules.facts, change);
  return { ...pack, riskRules: { ...pack.riskRules, facts } };
}

/** A jurisdiction that no pack has an entry for. */
const nowhere = JurisdictionId.parse('zz');

function idOf(entries: readonly { readonly id: string }[]): string {
  return found(entries[0]).id;
}

/** The pack's first book of the staff with words for one more entry. */
function withStaffEntry(pack: Pack, id: string, words: StaffEntry): Pack['staffBooks'] {
  return pack.staffBooks.map((book) => ({ ...book, entries: { ...book.entries, [id]: words } }));
}

/** One way to break a pack for every kind of problem: a new kind does not compile without its own. */
const cases: { readonly [Kind in PackProblem['kind']]: ProblemCase<Kind> } = {
  FormatTooNew: {
    damage: (pack) => ({ ...pack, manifest: { ...pack.manifest, format: packFormat + 1 } }),
    expected: { kind: 'FormatTooNew', format: packFormat + 1, readable: packFormat },
  },
  DoubleId: {
    damage: (pack) => ({ ...pack, needs: [...pack.needs, found(pack.needs[0])] }),
    expected: { kind: 'DoubleId', where: idOf(base.needs) },
  },
  UnreachableEntry: {
    damage: ({ riskRules, ...pack }) => {
      const idle = { ...found(riskRules.actions[0]), id: 'action.idle' };
      return { ...pack, riskRules: { ...riskRules, actions: [...riskRules.actions, idle] } };
    },
    expected: { kind: 'UnreachableEntry', where: 'action.idle' },
  },
  StrayStaffWords: {
    damage: (pack) => ({
      ...pack,
      staffBooks: withStaffEntry(pack, 'check.nowhere', { text: 'Ei missään' }),
    }),
    expected: { kind: 'StrayStaffWords', file: 'staff/fi.yaml', where: 'check.nowhere' },
  },
  OtherLines: {
    damage: (pack) => ({
      ...pack,
      staffBooks: withStaffEntry(pack, 'guide.alone-first', { lines: ['Kahden.'] }),
    }),
    expected: { kind: 'OtherLines', file: 'staff/fi.yaml', where: 'guide.alone-first' },
  },
  UnknownPhrase: {
    damage: (pack) => ({
      ...pack,
      indicators: changeFirst(pack.indicators, (sign) => ({ ...sign, phrase: 'sign.nowhere' })),
    }),
    expected: { kind: 'UnknownPhrase', where: idOf(base.indicators), phrase: 'sign.nowhere' },
  },
  RequiredPhraseMissing: {
    damage: (pack) =>
      withoutPhrase(
        pack,
        pack.phraseBooks.map(({ language }) => language),
        'person.title',
      ),
    expected: { kind: 'RequiredPhraseMissing', where: 'person.title' },
  },
  UnknownSource: {
    damage: (pack) => ({
      ...pack,
      prompts: changeFirst(pack.prompts, (prompt) => ({
        ...prompt,
        sources: [...prompt.sources, { work: 'HEARSAY', place: 'Anywhere' }],
      })),
    }),
    expected: { kind: 'UnknownSource', where: idOf(base.prompts), work: 'HEARSAY' },
  },
  UnknownFact: {
    damage: (pack) => withRule(pack, (rule) => ({ ...rule, all: [...rule.all, noFact] })),
    expected: { kind: 'UnknownFact', where: idOf(base.riskRules.rules), fact: noFact },
  },
  UnknownAction: {
    damage: (pack) =>
      withRule(pack, (rule) => ({ ...rule, actions: [...rule.actions, 'action.none'] })),
    expected: {
      kind: 'UnknownAction',
      where: idOf(base.riskRules.rules),
      action: 'action.none',
    },
  },
  FactWithoutRule: {
    damage: ({ riskRules, ...pack }) => {
      const facts = [...riskRules.facts, { ...found(riskRules.facts[0]), id: idleFact }];
      return { ...pack, riskRules: { ...riskRules, facts } };
    },
    expected: { kind: 'FactWithoutRule', where: idleFact },
  },
  AskingLowersLevel: {
    damage: (pack) => withFact(pack, (fact) => ({ ...fact, whenNotAssessed: 'act-now' })),
    expected: { kind: 'AskingLowersLevel', where: idOf(base.riskRules.facts) },
  },
  NoRuleForEverybody: {
    damage: ({ riskRules, ...pack }) => {
      const first = found(riskRules.facts[0]).id;
      const rules = riskRules.rules.map((rule) =>
        rule.all.length > 0 ? rule : { ...rule, all: [first] },
      );
      return { ...pack, riskRules: { ...riskRules, rules } };
    },
    expected: { kind: 'NoRuleForEverybody', where: 'risk-rules' },
  },
  UnknownLink: {
    damage: ({ circumstances, ...pack }) => ({
      ...pack,
      circumstances: {
        ...circumstances,
        known: changeFirst(circumstances.known, (known) => ({ ...known, facts: [noFact] })),
      },
    }),
    expected: { kind: 'UnknownLink', where: idOf(base.circumstances.known), link: noFact },
  },
  PointWithoutQuestion: {
    damage: ({ circumstances, ...pack }) => ({
      ...pack,
      circumstances: {
        ...circumstances,
        questions: circumstances.questions.filter(({ point }) => point !== 'family'),
      },
    }),
    expected: { kind: 'PointWithoutQuestion', where: 'family' },
  },
  UnknownJurisdiction: {
    damage: (pack) => ({
      ...pack,
      contacts: changeFirst(pack.contacts, (contact) => ({ ...contact, jurisdiction: nowhere })),
    }),
    expected: {
      kind: 'UnknownJurisdiction',
      where: idOf(base.contacts),
      jurisdiction: 'zz',
    },
  },
  MissingPhrase: {
    damage: (pack) => withoutPhrase(pack, ['ti'], 'person.call'),
    expected: { kind: 'MissingPhrase', where: 'person.call', language: 'ti' },
  },
  StrayPhrase: {
    damage: (pack) => withPhrase(pack, 'ar', 'person.goodbye', 'text'),
    expected: { kind: 'StrayPhrase', where: 'person.goodbye', language: 'ar' },
  },
  OtherPlaceholders: {
    damage: (pack) => withPhrase(pack, 'ar', 'person.call', 'يمكنكم الاتصال على {phone}'),
    expected: { kind: 'OtherPlaceholders', where: 'person.call', language: 'ar' },
  },
  OtherDigits: {
    damage: (pack) => withPhrase(pack, 'ar', 'answer.yes', 'نعم ١٢'),
    expected: { kind: 'OtherDigits', where: 'answer.yes', language: 'ar' },
  },
  OtherScript: {
    damage: (pack) => withPhrase(pack, 'ru', 'referral.to', 'text'),
    expected: { kind: 'OtherScript', where: 'referral.to', language: 'ru' },
  },
  OtherLength: {
    damage: (pack) => withPhrase(pack, 'fi', 'person.help-stays', 'ei'),
    expected: { kind: 'OtherLength', where: 'person.help-stays', language: 'fi' },
  },
  MissingLanguage: {
    damage: (pack) => ({
      ...pack,
      phraseBooks: pack.phraseBooks.filter(({ language }) => language !== 'ti'),
    }),
    expected: { kind: 'MissingLanguage', where: 'ti' },
  },
  PhoneDigitsDiffer: {
    damage: (pack) => withPhone(pack, { e164: '+358295463177', shown: '+358 2954 63178' }),
    expected: { kind: 'PhoneDigitsDiffer', where: idOf(base.contacts) },
  },
  PhoneLengthWrong: {
    damage: (pack) => withPhone(pack, { e164: '+3582954631771234', shown: '+358 2954 631771234' }),
    expected: { kind: 'PhoneLengthWrong', where: idOf(base.contacts) },
  },
  ObsoleteNumber: {
    damage: (pack) => ({
      ...pack,
      obsoleteContacts: changeFirst(pack.obsoleteContacts, (old) => ({
        ...old,
        e164: found(found(pack.contacts[0]).phone ?? undefined).e164,
      })),
    }),
    expected: { kind: 'ObsoleteNumber', where: idOf(base.contacts) },
  },
  NamesSubject: {
    damage: (pack) => ({
      ...pack,
      prompts: changeFirst(pack.prompts, (prompt) => ({ ...prompt, text: 'Human Trafficking?' })),
    }),
    expected: { kind: 'NamesSubject', where: idOf(base.prompts) },
  },
  UnknownForm: {
    damage: (pack) => ({
      ...pack,
      indicators: changeFirst(pack.indicators, (sign) => ({ ...sign, forms: ['form.none'] })),
    }),
    expected: { kind: 'UnknownForm', where: idOf(base.indicators), form: 'form.none' },
  },
  DateInFuture: {
    damage: (pack) => ({
      ...pack,
      contacts: changeFirst(pack.contacts, (contact) => ({ ...contact, seenOn: '2030-01-01' })),
    }),
    expected: { kind: 'DateInFuture', where: idOf(base.contacts), date: '2030-01-01' },
  },
};

test('the pack that ships is in order', () => {
  expect(checkPack(base, clock.now())).toEqual([]);
});

test.each(Object.entries(cases))('a pack broken in one place has one problem: %s', (_kind, it) => {
  // Given
  const pack = it.damage(base);
  // When
  const problems = checkPack(pack, clock.now());
  // Then
  expect(problems).toEqual([it.expected]);
});

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
  } = cases;
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
