import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementsInForce, ConsentItem, type ConsentEntry } from '#core/domain/consent.ts';
import {
  allowedMoves,
  canMove,
  isOpen,
  isOverdue,
  noArrangement,
  Referral,
  ReferralState,
  stateOf,
  withoutAgreement,
} from '#core/domain/referral.ts';
import { consentEntry, helper, now } from '../../support/core.ts';
import { someLedger } from '../../support/at-random.ts';

const states = ReferralState.options;

describe('the life of a referral', () => {
  test('has a row for every state, and every state can be reached from its beginning', () => {
    const reached = new Set<string>(['prepared']);
    for (const state of reached) {
      for (const next of allowedMoves[ReferralState.parse(state)]) reached.add(next);
    }
    expect(reached).toEqual(new Set(states));
    expect(Object.keys(allowedMoves).toSorted()).toEqual([...states].toSorted());
  });

  test('can be stopped and can lapse wherever it is open, and nothing leads out of an end', () => {
    const ends = states.filter((state) => !isOpen(state));
    expect(ends.toSorted()).toEqual(['completed', 'lapsed', 'refused-by-agency', 'stopped']);
    for (const state of states.filter(isOpen)) {
      expect(canMove(state, 'stopped')).toBe(true);
      expect(canMove(state, 'lapsed')).toBe(true);
    }
  });

  test('is overdue from the moment on, and only while it is open', () => {
    expect(isOverdue({ state: 'waiting', dueAt: now }, now)).toBe(true);
    expect(isOverdue({ state: 'waiting', dueAt: null }, now)).toBe(false);
    expect(isOverdue({ state: 'completed', dueAt: now }, now)).toBe(false);
  });
});

const someReferral = fc
  .record({
    items: fc.subarray([...ConsentItem.options], { minLength: 1 }),
    state: fc.constantFrom(...states),
    id: fc.uuid(),
  })
  .map(({ items, state, id }) => referral(items, state, id));

describe('whatever the ledger says', () => {
  test('no open referral is left that relies on something no yes covers', () => {
    fc.assert(
      fc.property(someLedger, fc.array(someReferral, { maxLength: 5 }), (entries, referrals) => {
        const lost = withoutAgreement(referrals, entries, now);
        const agreed = agreementsInForce(entries, helper, now);
        const kept = referrals.filter((each) => !lost.includes(each) && isOpen(stateOf(each)));
        for (const { items } of kept) expect(items.every((item) => agreed.has(item))).toBe(true);
      }),
    );
  });

  test('taking everything back leaves none open', () => {
    fc.assert(
      fc.property(someLedger, fc.array(someReferral, { maxLength: 5 }), (entries, referrals) => {
        const taken: readonly ConsentEntry[] = ConsentItem.options.map((item) =>
          consentEntry({ item, decision: 'no', explanation: null }),
        );
        const open = referrals.filter((each) => isOpen(stateOf(each)));
        expect(withoutAgreement(referrals, [...entries, ...taken], now)).toEqual(open);
      }),
    );
  });
});

function referral(items: readonly ConsentItem[], state: ReferralState, id: string): Referral {
  const by = '01994f8e-0000-7000-8000-000000000001';
  const move = { state, at: now, by, next: '', dueAt: null, note: '', arrangement: noArrangement };
  return Referral.parse({
    id,
    caseId: '01994f8e-0000-7000-8000-000000000003',
    encounterId: '01994f8e-0000-7000-8000-000000000004',
    recipient: helper,
    items,
    moves: [move],
  });
}
