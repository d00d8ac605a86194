import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';

/** A day as YYYY-MM-DD. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

export function dateOf(instant: Instant): CalendarDate {
  return instant.slice(0, 10);
}

/** The moment a whole number of 24-hour days later. */
export function addDays(instant: Instant, days: number): Instant {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}
