import { describe, expect, test } from 'vitest';
import { CaseId } from '#core/domain/encounter.ts';
import { type CaseDates, dueErasures, RetentionRules } from '#core/domain/retention.ts';

const rules = RetentionRules.parse({ 'closed-case': 3_650, 'open-draft': 365, consent: 3_650 });
const id = CaseId.parse('0198c0de-0000-7000-8000-000000000001');
const none = {
  id,
  lastClosedAt: undefined,
  lastOpenAt: undefined,
  lastConsentUntil: undefined,
  heldUntil: undefined,
} satisfies CaseDates;

const dueOn = (dates: Partial<CaseDates>, at: string) =>
  dueErasures([{ ...none, ...dates }], rules, at).map(({ kind, dueSince }) => [
    kind,
    dueSince.slice(0, 10),
  ]);

describe('a case is due', () => {
  test('when the period of its visits is over, to the moment', () => {
    const lastClosedAt = '2031-03-05T09:00:00.000Z';
    expect(dueOn({ lastClosedAt }, '2041-03-02T08:59:59.999Z')).toEqual([]);
    expect(dueOn({ lastClosedAt }, '2041-03-02T09:00:00.000Z')).toEqual([
      ['closed-case', '2041-03-02'],
    ]);
  });

  test('sooner where nothing but an open visit is in it', () => {
    expect(dueOn({ lastOpenAt: '2031-03-05T09:00:00.000Z' }, '2032-06-01T00:00:00.000Z')).toEqual([
      ['open-draft', '2032-03-04'],
    ]);
  });

  test('not before the period of its closed visits is over, though one that stayed open is past its own', () => {
    const dates = {
      lastClosedAt: '2031-03-05T09:00:00.000Z',
      lastOpenAt: '2031-04-05T09:00:00.000Z',
    };
    expect(dueOn(dates, '2033-01-01T00:00:00.000Z')).toEqual([]);
    expect(dueOn(dates, '2042-01-01T00:00:00.000Z')).toEqual([['open-draft', '2041-03-02']]);
  });

  test('not before the proof of a yes may go, nor while it is kept', () => {
    const lastClosedAt = '2031-03-05T09:00:00.000Z';
    const at = '2041-04-01T00:00:00.000Z';
    expect(dueOn({ lastClosedAt }, at)).toHaveLength(1);
    expect(dueOn({ lastClosedAt, lastConsentUntil: '2031-09-01T00:00:00.000Z' }, at)).toEqual([]);
    expect(dueOn({ lastClosedAt, heldUntil: '2041-04-02T00:00:00.000Z' }, at)).toEqual([]);
    expect(dueOn({ lastClosedAt, heldUntil: at }, at)).toHaveLength(1);
  });
});
