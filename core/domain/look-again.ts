import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { CaseId } from './encounter.ts';
import type { Outcome } from './outcome.ts';

/** That no helper could be found for now, and when somebody looks again. Nothing about the person is in it. */
export const LookAgain = z.strictObject({ caseId: CaseId, dueOn: CalendarDate });
export type LookAgain = z.infer<typeof LookAgain>;

/** The day that an outcome names, or null: every later outcome takes the place of an earlier one. */
export function lookAgainOn(outcome: Outcome): CalendarDate | null {
  return outcome.kind === 'cannot-refer' ? outcome.reviewOn : null;
}
