import { z } from 'zod';
import { CaseEntryId } from './case-entry.ts';
import { StaffId } from './staff.ts';

// What is kept apart from the record of a case, each in a drawer of its own: read by staff alone
// at the desk, on no sheet, and never where the person can see it.

const words = z.string().trim().min(1).max(2_000);

/**
 * Whether somebody who was present may belong to those who exploit (R46). It is a question that
 * was asked and what became of it, never a finding about anybody.
 */
export const PresentNote = z.strictObject({
  about: z.enum(['person', 'companion', 'interpreter', 'somebody-else']),
  state: z.enum(['wondered', 'checked-and-dropped', 'checked-and-open']),
  words,
});
export type PresentNote = z.infer<typeof PresentNote>;

/** A person or a vehicle that staff noticed, for their own safety and for the police if it comes to that (R144). */
export const SightingNote = z.strictObject({
  what: z.enum(['person', 'vehicle']),
  /** When it was seen, as the writer remembers it. */
  seenAt: z.iso.datetime({ local: true, precision: -1 }),
  /** Of a vehicle, if it could be read. */
  plate: z.string().trim().max(20),
  words,
});
export type SightingNote = z.infer<typeof SightingNote>;

const entry = {
  id: CaseEntryId,
  number: z.number().int().positive(),
  at: z.iso.datetime({ precision: 3 }),
  by: StaffId,
};
export const PresentEntry = z.strictObject({ ...entry, content: PresentNote });
export type PresentEntry = z.infer<typeof PresentEntry>;
export const SightingEntry = z.strictObject({ ...entry, content: SightingNote });
export type SightingEntry = z.infer<typeof SightingEntry>;
