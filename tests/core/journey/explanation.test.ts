import { describe, expect, test } from 'vitest';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import { type Decider, thePerson } from '#core/domain/decider.ts';
import { emptyDraft, VisitDraft } from '#core/domain/encounter.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { changesBeside, knownOf } from '#core/journey/circumstances.ts';
import { explanationScript } from '#core/journey/explanation.ts';
import { placesOf } from '#core/journey/without-consent.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { basePack, english, found, helper } from '../../support/core.ts';

const pack = basePack();
const { circumstances } = pack;
const own = {
  private: 'private',
  noPromise: 'no promise',
  takeBack: 'take back',
  police: 'may tell the police',
  noPolice: 'no police',
  isPolice: 'are the police',
};
const contact = found(pack.contacts.find(({ id }) => id === helper));

/** What is said about the points that depend on the person, and what staff are told to ask. */
function about(
  changes: Readonly<Record<string, unknown>>,
  {
    country = 'fi',
    mustTellPolice = 'no',
    decidedBy = thePerson,
  }: {
    readonly country?: string;
    readonly mustTellPolice?: Contact['mustTellPolice'];
    readonly decidedBy?: Decider;
  } = {},
) {
  const draft = VisitDraft.parse({ ...emptyDraft(english), ...changes });
  const script = explanationScript(
    { ...contact, mustTellPolice },
    placesOf(pack.jurisdictions, JurisdictionId.parse(country)),
    circumstances,
    { known: knownOf(draft, circumstances), decidedBy },
    own,
  );
  const point = (name: string) => found(script.find((each) => each.point === name));
  return {
    status: point('status'),
    family: point('family'),
    proceedings: point('proceedings'),
    duty: point('duty'),
  };
}

const said = ({ say }: { readonly say: readonly string[] }) => say.join(' ');

describe('what a helper would change for this person', () => {
  test('is said in general where nothing is known, and staff are told so and what to ask', () => {
    for (const { id: country } of pack.jurisdictions) {
      const { status, family, proceedings } = about({}, { country });
      for (const point of [status, family, proceedings]) {
        expect(point.unknown?.note).toMatch(/^Nothing is noted here/);
        expect(point.unknown?.ask).toMatch(/\?/);
      }
      for (const point of [status, family, proceedings]) expect(said(point)).not.toBe('');
    }
  });

  test.each([
    ['circumstance.no-permission', 'status'],
    ['circumstance.children-elsewhere', 'family'],
    ['circumstance.charge', 'proceedings'],
  ] as const)('says what follows from %s, and asks no more about it', (id, name) => {
    const before = about({});
    const now = about({ circumstances: [id] });
    expect(now[name].unknown).toBeUndefined();
    expect(said(now[name])).not.toBe(said(before[name]));
    expect({ ...now, [name]: before[name] }).toEqual(before);
  });

  test.each(['yes', 'unknown', 'is-police'] as const)(
    'warns somebody without papers of a helper whose word on the police is %s, and not of one who tells none',
    (mustTellPolice) => {
      const withoutPapers = { circumstances: ['circumstance.no-permission'] };
      const warning = 'Police and offices may ask about papers';
      expect(said(about(withoutPapers, { mustTellPolice }).status)).toContain(warning);
      expect(said(about(withoutPapers, { mustTellPolice: 'no' }).status)).not.toContain(warning);
    },
  );

  test('takes up what the visit noted anyway: a sign, a fact, and never a “not sure”', () => {
    const family = 'may turn on family or friends';
    const answered = (answer: string) => ({
      risk: { facts: { 'fact.threats-to-family': answer }, set: null },
    });
    expect(said(about(answered('yes')).family)).toContain(family);
    for (const answer of ['no', 'unsure'])
      expect(said(about(answered(answer)).family)).not.toContain(family);
    const papers = about({ observations: { 'sign.documents-held': 'told' } });
    expect(said(papers.status)).toContain('Without papers in hand');
    expect(papers.status.unknown).toBeUndefined();
  });

  test('names law that is about somebody else only where nothing is known of their papers', () => {
    const duty = 'from outside the European Union may be exploited';
    const inSpain = (...ids: string[]) =>
      said(about({ circumstances: ids }, { country: 'es' }).duty);
    expect(inSpain()).toContain(duty);
    expect(inSpain('circumstance.asylum')).toContain(duty);
    expect(inSpain('circumstance.eu-citizen')).not.toContain(duty);
    for (const ids of [[], ['circumstance.eu-citizen']])
      expect(inSpain(...ids)).toContain('criminal procedure law obliges');
  });

  test('says for somebody under 18 what staff must tell, and who decides for them', () => {
    const decidedBy: Decider = { ...thePerson, age: 'under-15' };
    const child = about({}, { decidedBy });
    expect(said(child.duty)).toContain('tell child welfare without delay');
    expect(said(child.family)).toContain('A younger child is heard');
    expect(said(child.family)).not.toContain('A guardian signs the proposal');
    const withGuardian = about({}, { decidedBy: { ...decidedBy, who: 'guardian' } });
    expect(said(withGuardian.family)).toContain('A guardian signs the proposal');
    expect(said(about({}).duty)).not.toContain('child welfare');
    const doubtful = about({}, { decidedBy: { ...thePerson, age: 'in-doubt' } });
    expect(said(doubtful.duty)).toContain('act as for a child until the age is known');
  });
});

describe('what the options mean for this person', () => {
  test('stands beside the options it is about, and nothing stands there where nothing is known', () => {
    const known = circumstances.known.filter(
      ({ id }) => id === CircumstanceId.parse('circumstance.permit-bound'),
    );
    expect(changesBeside('options.lawyer', known)).toEqual([
      'If they leave the job, the partner or the school, the permit may end. Get advice on that first.',
    ]);
    expect(changesBeside('options.talk', known)).toEqual([]);
    expect(changesBeside('options.lawyer', [])).toEqual([]);
  });

  test('is there for every circumstance: none is asked for nothing', () => {
    for (const each of circumstances.known) {
      const isBeside = each.changes.some(({ options = [] }) => options.length > 0);
      const isOfHelpers = each.changes.some(({ helpers }) => helpers !== undefined);
      expect([each.id, isBeside, isOfHelpers]).toEqual([each.id, true, true]);
    }
  });
});
