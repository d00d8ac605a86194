import { z } from 'zod';
import { ContactId } from './contact.ts';
import { StaffId } from './staff.ts';

/**
 * That somebody asked an expert without naming anyone (R112). It belongs to no case, and there is
 * no field in which a person could be named.
 */
export const Consultation = z.strictObject({
  id: z.uuid(),
  at: z.iso.datetime({ precision: 3 }),
  by: StaffId,
  asked: ContactId,
  answered: z.boolean(),
});
export type Consultation = z.infer<typeof Consultation>;
