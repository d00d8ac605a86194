import { z } from 'zod';
import { CalendarDate } from './calendar-date.ts';
import { EncounterId } from './encounter.ts';
import { StaffId } from './staff.ts';

// What is added to a case between and after its visits. Entries are signed and only ever added:
// a visit that is closed is corrected by an entry beside it, never by another text in its place.

export const CaseEntryId = z.uuid().brand<'CaseEntryId'>();
export type CaseEntryId = z.infer<typeof CaseEntryId>;

/** What two accounts can differ about. What was said each time stands in the visits themselves. */
export const AccountSubject = z.enum([
  'home',
  'work',
  'money',
  'papers',
  'journey',
  'injury',
  'family',
  'companion',
  'other',
]);
export type AccountSubject = z.infer<typeof AccountSubject>;

/** How an appointment was missed. */
export const Missed = z.enum(['no-word', 'called-off', 'called-off-by-another']);
export type Missed = z.infer<typeof Missed>;

/** What somebody of the staff adds by hand. Most of it exists only across visits (R42). */
export const CaseNote = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('correction'),
    encounterId: EncounterId,
    words: z.string().trim().min(1).max(2_000),
  }),
  z.strictObject({
    kind: z.literal('missed-appointment'),
    on: CalendarDate,
    how: Missed,
  }),
  z.strictObject({ kind: z.literal('moved'), on: CalendarDate }),
  z.strictObject({ kind: z.literal('welfare-notice'), on: CalendarDate }),
  z.strictObject({ kind: z.literal('child-missing'), on: CalendarDate }),
  z.strictObject({ kind: z.literal('differing-account'), on: CalendarDate, about: AccountSubject }),
  /** The colleague the person knows and comes to; the latest one counts, and null is nobody (R72). */
  z.strictObject({ kind: z.literal('named-colleague'), member: StaffId.nullable() }),
]);
export type CaseNote = z.infer<typeof CaseNote>;

/** What an entry says. That a visit was begun, and by whom, is added by the program itself. */
export const CaseEntryContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('visit-begun'), encounterId: EncounterId }),
  ...CaseNote.options,
]);
export type CaseEntryContent = z.infer<typeof CaseEntryContent>;

export const CaseEntry = z.strictObject({
  id: CaseEntryId,
  /** Counts the entries of its case from 1. */
  number: z.number().int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  by: StaffId,
  content: CaseEntryContent,
});
export type CaseEntry = z.infer<typeof CaseEntry>;
