import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { ConsentEntry } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import * as encounter from '#core/domain/encounter.ts';
import { Outcome } from '#core/domain/outcome.ts';
import { Facility } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { Observations } from '#core/domain/observation.ts';
import { Danger, OwnView } from '#core/domain/safety.ts';
import { DisplayName, Role, SignInName, StaffMember } from '#core/domain/staff.ts';
import { someDraft, someEntry, someOutcome } from '../../support/at-random.ts';

const anyText = (maxLength: number) => fc.string({ unit: 'binary', maxLength });
const moment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const typedDraft = fc.tuple(someDraft, anyText(80), anyText(2_000)).map(([draft, alias, how]) => ({
  ...draft,
  alias,
  safeContact: { ...draft.safeContact, how },
}));
const someEncounter = fc.record({
  id: fc.uuid(),
  caseId: fc.uuid(),
  state: fc.constantFrom(...encounter.EncounterState.options),
  version: fc.integer({ min: 1 }),
  startedAt: moment,
  draft: typedDraft,
});

type Case = readonly [name: string, schema: z.ZodType, examples: fc.Arbitrary<unknown>];

/** Every thing of the domain that crosses processes or lies in the store, with examples of it. */
const things: readonly Case[] = [
  ['an entry of the consent ledger', ConsentEntry, someEntry],
  ['an outcome', Outcome, someOutcome],
  ['a draft', encounter.VisitDraft, typedDraft],
  ['an encounter', encounter.Encounter, someEncounter],
  [
    'a line of the list of encounters',
    encounter.EncounterListing,
    someEncounter.map(({ draft: _draft, version: _version, ...listing }) => listing),
  ],
  [
    'a facility',
    Facility,
    fc.record({
      name: anyText(100).map((text) => ` a${text} `),
      jurisdiction: fc.constantFrom('fi', 'gb-sct', 'generic'),
      saving: fc.oneof(
        fc.constant({ kind: 'never' }),
        fc.record({ kind: fc.constant('folder'), folder: fc.constantFrom('/srv/sheets', 'C:\\s') }),
      ),
    }),
  ],
  [
    'a member of staff',
    StaffMember,
    fc.record({
      id: fc.uuid(),
      displayName: anyText(50).map((text) => ` a${text} `),
      role: fc.constantFrom(...Role.options),
    }),
  ],
  ['observations', Observations, someDraft.map(({ observations }) => observations)],
  ['danger', Danger, someDraft.map(({ danger }) => danger)],
  ['the own view', OwnView, typedDraft.map(({ ownView }) => ownView)],
  ['a display name', DisplayName, anyText(50).map((text) => ` a${text} `)],
  [
    'a sign-in name',
    SignInName,
    fc
      .oneof(anyText(50), fc.constantFrom('ℌanna', '™arwa', 'J\u030cana'))
      .map((text) => ` ${text}aa `),
  ],
];

test.each(things)('%s comes through JSON and its schema unchanged', (_name, schema, examples) => {
  fc.assert(
    fc.property(examples, (example) => {
      fc.pre(schema.safeParse(example).success);
      // Given a thing as its schema hands it out
      const thing = schema.parse(example);
      // When it is written, read and checked again
      const written: unknown = JSON.parse(JSON.stringify(thing));
      const again = schema.parse(written);
      // Then
      expect(again).toEqual(thing);
    }),
  );
});

describe('a thing with something in it that its schema does not know', () => {
  const objects = things.filter(([, , examples]) => isRecord(fc.sample(examples, 1)[0]));

  test('is refused, so that nothing travels unseen', () => {
    // Given one of each, as it should be and with one field more
    const pairs = objects.map(([name, schema, examples]) => {
      const [example] = fc.sample(examples, 1);
      return { name, schema, example, withMore: Object.assign({ surname: 'x' }, example) };
    });
    // When both are checked
    const refused = pairs.filter(({ schema, example }) => !schema.safeParse(example).success);
    const taken = pairs.filter(({ schema, withMore }) => schema.safeParse(withMore).success);
    // Then
    expect(pairs.length).toBeGreaterThan(7);
    expect(refused.map(({ name }) => name)).toEqual([]);
    expect(taken.map(({ name }) => name)).toEqual([]);
  });
});

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

describe('an id or a tag', () => {
  test.each([
    [
      'LanguageTag',
      LanguageTag,
      ['ti', 'pt-BR', 'zh-Hans', 'zh-Hans-CN', 'ckb'],
      ['TI', 'english', 'pt-br', 'x', ''],
    ],
    [
      'ContactId',
      ContactId,
      ['contact.be-helpline'],
      ['be-helpline', 'contact.', 'contact.Be', 'contact.a\n'],
    ],
    ['NeedId', encounter.NeedId, ['need.safe-place'], ['need.', 'needs.food', 'need.safe place']],
    ['EncounterId', encounter.EncounterId, ['01994f8e-0000-7000-8000-000000000001'], ['1', '']],
  ] as const)('%s takes what is one and refuses what is none', (_name, schema, good, bad) => {
    const taken = [...good, ...bad].filter((text) => schema.safeParse(text).success);
    expect(taken).toEqual([...good]);
  });
});
