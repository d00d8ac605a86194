import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { addDays, CalendarDate, dateOf } from './calendar-date.ts';
import { StaffId } from './staff.ts';

export const ContactId = z
  .string()
  .regex(/^contact\.[a-z0-9-]+$/)
  .brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

/** One time somebody of this place made sure that a contact answers and is what the directory says. */
export const ContactCheck = z.strictObject({
  contact: ContactId,
  /** As it was dialled or written to. Another number is another thing to check. */
  number: z.string().max(60),
  how: z.enum(['called', 'met', 'written']),
  checkedBy: z.string().trim().min(1).max(120),
  checkedOn: CalendarDate,
  recordedBy: StaffId,
});
export type ContactCheck = z.infer<typeof ContactCheck>;

/** Half a year: helplines move, and projects end with their year. */
export const usualCheckDays = 182;

const checked = {
  checkedBy: z.string(),
  checkedOn: CalendarDate,
  how: ContactCheck.shape.how,
  dueOn: CalendarDate,
};

/** Whether a contact may be relied on. What has never been checked, or not lately, says so wherever it stands. */
export const ContactStanding = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not-checked') }),
  z.strictObject({ kind: z.literal('checked'), ...checked }),
  z.strictObject({ kind: z.literal('due'), ...checked }),
]);
export type ContactStanding = z.infer<typeof ContactStanding>;

/**
 * @param contact with the number it has now, or '' where it has none
 * @param lastsDays how long a check counts at this place
 */
export function standingOf(
  contact: { readonly id: ContactId; readonly number: string },
  checks: readonly ContactCheck[],
  now: Instant,
  lastsDays: number,
): ContactStanding {
  const last = checks.findLast(
    (check) => check.contact === contact.id && check.number === contact.number,
  );
  if (last === undefined) return { kind: 'not-checked' };
  const { checkedBy, checkedOn, how } = last;
  const dueOn = dateOf(addDays(`${checkedOn}T00:00:00.000Z`, lastsDays));
  return { kind: dateOf(now) < dueOn ? 'checked' : 'due', checkedBy, checkedOn, how, dueOn };
}
