import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, CalendarDate, dateOf, dayHere, daysAfter } from '#core/domain/calendar-date.ts';

const someInstant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2120-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('a calendar date', () => {
  test.each(['2026-11-22', '2028-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(CalendarDate.parse(text)).toBe(text);
  });

  test.each(['2026-02-29', '2026-13-01', '2026-11-31', '22.11.2026', '2026-11-2', ''])(
    '%j is none',
    (text) => {
      expect(CalendarDate.safeParse(text).success).toBe(false);
    },
  );
});

describe('the date of a moment', () => {
  test('is its day in UTC', () => {
    expect(dateOf('2026-11-22T23:59:59.999Z')).toBe('2026-11-22');
  });

  test('is a calendar date, and the day begins no later than the moment', () => {
    fc.assert(
      fc.property(someInstant, (instant) => {
        const date = CalendarDate.parse(dateOf(instant));
        const sinceMidnightMs = Date.parse(instant) - Date.parse(date);
        expect(sinceMidnightMs).toBeGreaterThanOrEqual(0);
        expect(sinceMidnightMs).toBeLessThan(86_400_000);
      }),
    );
  });
});

describe('the day here', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  test.each([
    ['America/Los_Angeles', '2026-11-22T01:30:00.000Z', '2026-11-21'],
    ['America/Los_Angeles', '2026-11-22T10:00:00.000Z', '2026-11-22'],
    ['Europe/Helsinki', '2026-11-22T22:30:00.000Z', '2026-11-23'],
    ['Asia/Manila', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['UTC', '2026-11-22T23:59:59.999Z', '2026-11-22'],
  ])('in %s at %s is %s', (where, instant, day) => {
    process.env['TZ'] = where;
    expect(dayHere(instant)).toBe(day);
  });

  test('is so many days later whatever the clocks do meanwhile', () => {
    process.env['TZ'] = 'America/Los_Angeles';
    expect(daysAfter(dayHere('2026-03-02T07:30:00.000Z'), 7)).toBe('2026-03-08');
    expect(daysAfter('2028-02-28', 2)).toBe('2028-03-01');
  });
});

describe('adding days to a moment', () => {
  test.each([
    ['over the end of a month', '2026-11-22T10:00:00.000Z', 30, '2026-12-22T10:00:00.000Z'],
    ['over the end of a year', '2026-12-31T23:59:59.999Z', 1, '2027-01-01T23:59:59.999Z'],
    ['over a leap day', '2028-02-28T00:00:00.000Z', 2, '2028-03-01T00:00:00.000Z'],
    ['over a change of the clocks', '2026-10-24T22:30:00.000Z', 1, '2026-10-25T22:30:00.000Z'],
    ['backwards', '2026-03-01T00:00:00.000Z', -1, '2026-02-28T00:00:00.000Z'],
    ['none', '2026-11-22T10:00:00.000Z', 0, '2026-11-22T10:00:00.000Z'],
  ])('%s', (_why, instant, days, expected) => {
    expect(addDays(instant, days)).toBe(expected);
  });

  test('and taking them away again comes back to it', () => {
    fc.assert(
      fc.property(someInstant, fc.integer({ min: -3_650, max: 3_650 }), (instant, days) => {
        expect(addDays(addDays(instant, days), -days)).toBe(instant);
      }),
    );
  });

  test('keeps the order in which texts compare', () => {
    fc.assert(
      fc.property(someInstant, fc.integer({ min: 1, max: 3_650 }), (instant, days) => {
        expect(addDays(instant, days) > instant).toBe(true);
      }),
    );
  });
});
