import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pressure,
  type RiskAnswer,
  RiskFactId,
  type RiskFacts,
  RiskLevel,
} from '#core/domain/risk.ts';
import { riskRuleProblems } from '#core/pack/check-risk-rules.ts';
import type { RiskRules } from '#core/pack/risk-rules.ts';
import { actionsOf, assessRisk } from '#core/screening/assess-risk.ts';
import { basePack } from '../../support/core.ts';

const { riskRules } = basePack();
const ids = riskRules.facts.map(({ id }) => id);
const answers: readonly RiskAnswer[] = ['yes', 'no', 'unsure'];

/** Any state of knowledge: each fact yes, no, not sure, or not assessed. */
const someFacts: fc.Arbitrary<RiskFacts> = fc.dictionary(
  fc.constantFrom(...ids),
  fc.constantFrom(...answers),
);
const someFact = fc.constantFrom(...ids);

/** Rules that the check lets through, made up at random out of the facts and actions of the pack. */
const someRules: fc.Arbitrary<RiskRules> = fc
  .record({
    facts: fc.tuple(
      ...riskRules.facts.map((fact) =>
        fc
          .constantFrom(...RiskLevel.options)
          .map((whenNotAssessed) => ({ ...fact, whenNotAssessed })),
      ),
    ),
    rules: fc.array(
      fc.record({
        all: fc.subarray(ids),
        unsure: fc.boolean(),
        level: fc.constantFrom(...RiskLevel.options),
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ facts, rules }) => ({
    ...riskRules,
    facts,
    rules: [
      ...riskRules.rules,
      ...rules.map((rule, at) => ({
        ...rule,
        id: `rule.made-up-${at}`,
        actions: ['action.next-visit'],
        sources: [],
        answers: [],
      })),
    ],
  }))
  .filter((rules) => riskRuleProblems(rules).length === 0);

describe('the rules about danger', () => {
  test('never become less pressing by one more danger that is known', () => {
    let tried = 0;
    fc.assert(
      fc.property(someRules, someFacts, someFact, (rules, facts, id) => {
        const before = assessRisk(rules, facts);
        const after = assessRisk(rules, { ...facts, [id]: 'yes' });
        expect(pressure(after.level)).toBeGreaterThanOrEqual(pressure(before.level));
        expect(after.conclusions.map(({ rule }) => rule)).toEqual(
          expect.arrayContaining(before.conclusions.map(({ rule }) => rule)),
        );
        tried += 1;
      }),
      { numRuns: 500 },
    );
    expect(tried).toBeGreaterThanOrEqual(500);
  });

  test('never become less pressing by asking and not being sure', () => {
    fc.assert(
      fc.property(someRules, someFacts, someFact, (rules, facts, id) => {
        const { [id]: _before, ...unknown } = facts;
        const before = assessRisk(rules, unknown);
        const after = assessRisk(rules, { ...unknown, [id]: 'unsure' });
        expect(pressure(after.level)).toBeGreaterThanOrEqual(pressure(before.level));
      }),
      { numRuns: 500 },
    );
  });

  test('say the same in whatever order the facts were found and the rules are written', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.shuffledSubarray([...riskRules.rules], { minLength: riskRules.rules.length }),
        fc.infiniteStream(fc.nat()),
        (facts, shuffled, numbers) => {
          const entries = Object.entries(facts)
            .map((entry) => ({ entry, at: numbers.next().value }))
            .toSorted((one, other) => one.at - other.at)
            .map(({ entry }) => entry);
          const one = assessRisk(riskRules, facts);
          const other = assessRisk({ ...riskRules, rules: shuffled }, Object.fromEntries(entries));
          expect(other.level).toBe(one.level);
          expect(new Set(other.conclusions.map(({ rule }) => rule.id))).toEqual(
            new Set(one.conclusions.map(({ rule }) => rule.id)),
          );
          expect(new Set(actionsOf(other))).toEqual(new Set(actionsOf(one)));
          expect(other.notAssessed).toEqual(one.notAssessed);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('never take for a no what was not assessed', () => {
    fc.assert(
      fc.property(someFacts, someFact, (facts, id) => {
        const { [id]: _before, ...unknown } = facts;
        const notAssessed = assessRisk(riskRules, unknown);
        const no = assessRisk(riskRules, { ...unknown, [id]: 'no' });
        expect(notAssessed).not.toEqual(no);
        expect(notAssessed.notAssessed.map((fact) => fact.id)).toContain(id);
        expect(no.notAssessed.map((fact) => fact.id)).not.toContain(id);
        expect(pressure(notAssessed.level)).toBeGreaterThanOrEqual(pressure(no.level));
      }),
      { numRuns: 500 },
    );
  });

  test('rest every conclusion on facts that are there, and on no others', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        for (const { rule, restsOn } of assessRisk(riskRules, facts).conclusions) {
          expect(restsOn.map(({ id }) => id)).toEqual(rule.all);
          for (const { id } of restsOn)
            expect(rule.unsure ? ['yes', 'unsure'] : ['yes']).toContain(facts[id]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, readonly string[], RiskLevel]>([
    ['a threat right now', ['fact.immediate-danger'], 'act-now'],
    ['nowhere to sleep', ['fact.no-safe-place'], 'today'],
    ['nowhere to sleep and threatened', ['fact.no-safe-place', 'fact.threats-to-self'], 'act-now'],
    ['taking part in an investigation', ['fact.investigation'], 'soon'],
    ['nothing of it', [], 'door-open'],
  ])('with everything else answered no, lead from %s to a level', (_, there, level) => {
    expect(assessRisk(riskRules, allNoBut(there)).level).toBe(level);
  });

  test('hold the level up where nobody asked, and say by what', () => {
    const assessed = assessRisk(riskRules, {});
    expect(assessed.level).toBe('today');
    expect(assessed.heldUpBy.map(({ id }) => id)).toEqual([
      'fact.immediate-danger',
      'fact.no-safe-place',
    ]);
  });
});

describe('the check of the rules', () => {
  test('finds the rules that ship in order', () => {
    expect(riskRuleProblems(riskRules)).toEqual([]);
  });

  test('refuses rules by which asking would lower the level', () => {
    const facts = riskRules.facts.map((fact) => ({ ...fact, whenNotAssessed: 'act-now' as const }));
    expect(riskRuleProblems({ ...riskRules, facts })).toContainEqual({
      kind: 'AskingLowersLevel',
      where: 'fact.watched',
    });
  });

  test('refuses a question nothing follows from, a fact and an action that there are not, and rules that leave somebody out', () => {
    const rules = riskRules.rules
      .filter(({ id }) => id !== 'rule.pregnancy' && id !== 'rule.always')
      .map((rule) =>
        rule.id === 'rule.watched'
          ? { ...rule, all: [...rule.all, factId('fact.none')], actions: ['action.none'] }
          : rule,
      );
    expect(riskRuleProblems({ ...riskRules, rules }).map(({ kind }) => kind)).toEqual([
      'UnknownFact',
      'UnknownAction',
      'FactWithoutRule',
      'FactWithoutRule',
      'NoRuleForEverybody',
    ]);
  });
});

function factId(id: string): RiskFactId {
  return RiskFactId.parse(id);
}

function allNoBut(there: readonly string[]): RiskFacts {
  return Object.fromEntries(
    ids.map((id) => [id, there.includes(id) ? ('yes' as const) : ('no' as const)]),
  );
}
