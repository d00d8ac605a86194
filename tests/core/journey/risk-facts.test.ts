import { describe, expect, test } from 'vitest';
import { Outcome, newOutcome } from '#core/domain/outcome.ts';
import { RiskFactId } from '#core/domain/risk.ts';
import { factsAskedElsewhere, riskFactsOf } from '#core/journey/risk-facts.ts';
import { basePack } from '../../support/core.ts';
import { typedDraft } from '../../support/vault.ts';

const watched = RiskFactId.parse('fact.watched');
const self = RiskFactId.parse('fact.threats-to-self');

describe('what a visit knows about danger', () => {
  test('names no fact that the pack does not have', () => {
    const ids = basePack().riskRules.facts.map(({ id }) => id);
    expect(factsAskedElsewhere.length).toBeGreaterThan(3);
    expect(ids).toEqual(expect.arrayContaining([...factsAskedElsewhere]));
  });

  test('takes in what other steps asked, and turns the safe place round', () => {
    const danger = {
      threatNow: 'yes',
      safeTonight: 'no',
      othersAtRisk: 'unsure',
      listening: 'no',
    } as const;
    expect(riskFactsOf(typedDraft({ danger }))).toEqual({
      'fact.immediate-danger': 'yes',
      'fact.no-safe-place': 'yes',
      'fact.children': 'unsure',
      'fact.watched': 'no',
    });
  });

  test('takes no presumption for an answer: nobody asked about age', () => {
    const refer = newOutcome('refer');
    expect(riskFactsOf(typedDraft({ outcome: refer }))).not.toHaveProperty('fact.minor');
    if (refer.kind !== 'refer') throw new Error('the outcome is a referral');
    const decidedBy = { ...refer.talk.decidedBy, age: 'in-doubt' as const };
    const outcome = Outcome.parse({ ...refer, talk: { ...refer.talk, decidedBy } });
    expect(riskFactsOf(typedDraft({ outcome }))).toMatchObject({ 'fact.minor': 'unsure' });
  });

  test('keeps what was asked for this, and believes the step that asked first where both did', () => {
    const draft = typedDraft({
      danger: { threatNow: 'no', safeTonight: 'yes', othersAtRisk: 'not-asked', listening: 'yes' },
      risk: { facts: { [watched]: 'no', [self]: 'unsure' }, set: null },
    });
    expect(riskFactsOf(draft)).toMatchObject({ [watched]: 'yes', [self]: 'unsure' });
  });
});
