import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { AccountSubject, Missed } from './case-entry.ts';
import { IndicatorId } from './observation.ts';
import { StaffId } from './staff.ts';

/** One day on which something was noted that makes up a sign only together with others. */
export const Mark = z.strictObject({
  on: CalendarDate,
  /** Who noted it, or null where it was not written down who. */
  by: StaffId.nullable(),
  /** `worked-out`: nobody noted it; it follows from the dates of the visits. */
  how: z.enum(['noted', 'worked-out']),
  /** What else was noted of it: how an appointment was missed, or what the accounts differ about. */
  about: z.union([Missed, AccountSubject]).nullable(),
});
export type Mark = z.infer<typeof Mark>;

/**
 * What ordinary visits and notes say about one sign that exists only across them (R42). Days and
 * people, and no verdict: how much is much is for whoever reads it.
 */
export const Accumulation = z.strictObject({
  sign: IndicatorId,
  /** The earliest first. */
  marks: z.array(Mark),
  /** Days on which it was noted that it was not so; for most signs nobody can note that. */
  against: z.array(CalendarDate),
  /** Visits that say nothing about it. They count neither way. */
  notNoted: z.number().int().nonnegative(),
});
export type Accumulation = z.infer<typeof Accumulation>;
