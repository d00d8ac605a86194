import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  armedGate,
  type PrivacyEvent,
  type PrivacyGate,
  stepGate,
} from '#core/journey/privacy-gate.ts';

const interruptions: readonly PrivacyEvent[] = (
  ['lock', 'break', 'leaving', 'another-visit'] as const
).map((by) => ({ kind: 'Interrupted', by }));
const gates: readonly PrivacyGate[] = [armedGate, { kind: 'open' }, { kind: 'staff-only' }];

describe('the alone-gate', () => {
  test('starts armed', () => {
    expect(armedGate).toEqual({ kind: 'armed' });
  });

  test.each(gates)('opens from $kind when somebody confirms', (gate) => {
    expect(stepGate(gate, { kind: 'ConfirmedAlone' })).toEqual({ kind: 'open' });
  });

  test.each(interruptions)('arms itself again by %j', (event) => {
    for (const gate of gates) expect(stepGate(gate, event)).toEqual({ kind: 'armed' });
  });

  test('after any history is open exactly when the last thing was a confirmation', () => {
    const someEvent = fc.constantFrom<PrivacyEvent>(
      { kind: 'ConfirmedAlone' },
      { kind: 'ConfirmedStaffOnly' },
      ...interruptions,
    );
    fc.assert(
      fc.property(fc.array(someEvent), (history) => {
        const gate = history.reduce(stepGate, armedGate);
        expect(gate.kind === 'open').toBe(history.at(-1)?.kind === 'ConfirmedAlone');
        expect(gate.kind === 'staff-only').toBe(history.at(-1)?.kind === 'ConfirmedStaffOnly');
      }),
    );
  });
});
