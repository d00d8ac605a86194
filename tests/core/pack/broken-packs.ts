import { JurisdictionId } from '#core/domain/facility.ts';
import type { PackProblem } from '#core/pack/check-pack.ts';
import { packFormat } from '#core/pack/manifest.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import type { Pack } from '#core/pack/pack.ts';
import { basePack, found } from '../../support/core.ts';

import {
  withPhrase,
  withoutPhrase,
  changeFirst,
  withPhone,
  withRule,
  withFact,
  idOf,
  withStaffEntry,
} from './damage.ts';

type ProblemCase<Kind extends PackProblem['kind']> = {
  readonly damage: (pack: Pack) => Pack;
  readonly expected: Extract<PackProblem, { kind: Kind }>;
};

const base = basePack();
const noFact = RiskFactId.parse('fact.none');
const idleFact = RiskFactId.parse('fact.idle');
/** A jurisdiction that no pack has an entry for. */
const nowhere = JurisdictionId.parse('zz');

/** One way to break a pack for every kind of problem: a new kind does not compile without its own. */
export const brokenPacks: { readonly [Kind in PackProblem['kind']]: ProblemCase<Kind> } = {
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
