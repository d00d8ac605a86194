import { describe, expect, test } from 'vitest';
import { GroundKind, mayAct, standingOf } from '#core/domain/ground.ts';
import { StaffId } from '#core/domain/staff.ts';
import { now } from '../../support/core.ts';

const one = StaffId.parse('01994f8e-0000-7000-8000-000000000001');
const other = StaffId.parse('01994f8e-0000-7000-8000-000000000002');
const hoursLater = (hours: number) => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

describe('acting without a yes', () => {
  test.each(GroundKind.options)('on the ground %s', (kind) => {
    const alone = kind !== 'legal-duty';
    const ground = { kind, madeAt: now, madeBy: one, signedBy: null };
    expect(mayAct(ground)).toBe(alone);
    expect(standingOf(ground, now)).toBe(alone ? 'to-countersign' : 'waits-for-second');
    expect(standingOf(ground, hoursLater(24))).toBe(alone ? 'overdue' : 'waits-for-second');
    expect(standingOf({ ...ground, signedBy: other }, hoursLater(48))).toBe('signed');
    expect(mayAct({ ...ground, signedBy: other })).toBe(true);
  });

  test('is not made good by signing twice oneself', () => {
    expect(mayAct({ kind: 'legal-duty', madeBy: one, signedBy: one })).toBe(false);
  });
});
