import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';

/** A day as YYYY-MM-DD. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

/** The day in UTC, in which moments are kept and compared. */
export function dateOf(instant: Instant): CalendarDate {
  return instant.slice(0, 10);
}

/**
 * The day a calendar on the wall shows at a moment, where this computer stands: an evening in
 * America is the next day in UTC, a morning in Asia still the day before.
 */
export function dayHere(instant: Instant): CalendarDate {
  const here = new Date(instant);
  const two = (value: number) => String(value).padStart(2, '0');
  return [here.getFullYear(), two(here.getMonth() + 1), two(here.getDate())].join('-');
}

/** The day so many days later, whatever the clocks do meanwhile. */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  return dateOf(addDays(`${day}T00:00:00.000Z`, days));
}

/** The moment a whole number of 24-hour days later. */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
