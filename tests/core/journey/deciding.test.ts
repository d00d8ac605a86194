import { describe, expect, test } from 'vitest';
import { thePerson } from '#core/domain/decider.ts';
import { emptyDraft, VisitDraft } from '#core/domain/encounter.ts';
import { newOutcome, type OutcomeKind } from '#core/domain/outcome.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { deciderOf, notedAsAdult, whyNoYes } from '#core/journey/deciding.ts';
import { riskFactsOf } from '#core/journey/risk-facts.ts';
import { stepVisit, withoutDecision } from '#core/journey/visit.ts';
import { english } from '../../support/core.ts';

const noted = (minor: string | undefined, changes: Readonly<Record<string, unknown>> = {}) =>
  VisitDraft.parse({
    ...emptyDraft(english),
    risk: { facts: minor === undefined ? {} : { 'fact.minor': minor }, set: null },
    outcome: newOutcome('refer'),
    ...changes,
  });
const isMinor = RiskFactId.parse('fact.minor');
const finland = { ownConsentFrom: 15 };

describe('who decides', () => {
  test('is nobody who was presumed an adult while the visit notes that they may be under 18', () => {
    expect(whyNoYes(noted(undefined), finland)).toBeUndefined();
    expect(whyNoYes(noted('no'), finland)).toBeUndefined();
    for (const minor of ['yes', 'unsure']) {
      expect(deciderOf(noted(minor)).age).toBe('in-doubt');
      expect(whyNoYes(noted(minor), finland)).toBe('child-path');
    }
  });

  test.each(['15-17', 'under-15', 'in-doubt'] as const)(
    'is known to be %s also after the outcome was changed, or what was decided was taken back',
    (age) => {
      // given a visit in which the age was said where it was asked who decides
      const said = noted(undefined);
      const { outcome } = said;
      if (outcome.kind !== 'refer') throw new Error('the outcome is a referral');
      const decidedBy = { ...outcome.talk.decidedBy, age };
      const draft = VisitDraft.parse({
        ...said,
        step: 'deciding',
        outcome: { ...outcome, talk: { ...outcome.talk, decidedBy } },
      });
      const minor = riskFactsOf(draft)[isMinor];
      const choose = (from: VisitDraft, kind: OutcomeKind) =>
        stepVisit(from, { kind: 'Answered', answers: { outcome: newOutcome(kind) } });

      // when, then
      for (const after of [choose(draft, 'declined'), withoutDecision(draft)]) {
        expect(riskFactsOf(after)[isMinor]).toBe(minor);
        expect(whyNoYes(choose(after, 'refer'), finland)).toBe('child-path');
      }
    },
  );

  test('is the adult again once somebody said that they are one', () => {
    const draft = noted('unsure');
    expect(whyNoYes({ ...draft, risk: notedAsAdult(draft) }, finland)).toBeUndefined();
  });

  test('is the young person whose age was asked, whatever was noted before', () => {
    const outcome = newOutcome('refer');
    const decidedBy = { ...thePerson, age: '15-17' as const };
    const asked = {
      ...outcome,
      ...(outcome.kind === 'refer' && { talk: { ...outcome.talk, decidedBy } }),
    };
    expect(whyNoYes(noted('yes', { outcome: asked }), finland)).toBeUndefined();
    expect(whyNoYes(noted('yes', { outcome: asked }), {})).toBe('child-path');
  });

  test('is no adult either where nobody was asked, as for facts in case somebody is missing', () => {
    expect(deciderOf(noted('yes', { outcome: newOutcome('declined') })).age).toBe('in-doubt');
  });
});
