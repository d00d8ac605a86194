import { describe, expect, test } from 'vitest';
import { thePerson } from '#core/domain/decider.ts';
import { emptyDraft, VisitDraft } from '#core/domain/encounter.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { deciderOf, notedAsAdult, whyNoYes } from '#core/journey/deciding.ts';
import { english } from '../../support/core.ts';

const noted = (minor: string | undefined, changes: Readonly<Record<string, unknown>> = {}) =>
  VisitDraft.parse({
    ...emptyDraft(english),
    risk: { facts: minor === undefined ? {} : { 'fact.minor': minor }, set: null },
    outcome: newOutcome('refer'),
    ...changes,
  });
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
