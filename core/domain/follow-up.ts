import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';

/** When the person comes again. Coming when they like is an answer too (R127). */
export const FollowUp = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-asked') }),
  z.strictObject({ kind: z.literal('when-they-like') }),
  z.strictObject({ kind: z.literal('on'), on: CalendarDate }),
]);
export type FollowUp = z.infer<typeof FollowUp>;

export function followUpOn(day: CalendarDate | null): FollowUp {
  return day === null ? { kind: 'not-asked' } : { kind: 'on', on: day };
}
