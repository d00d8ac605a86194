import { z } from 'zod';

export const Condition = z.enum(['not-asked', 'well', 'strained', 'unwell', 'urgent']);

/** How the person is, in body, mind and feeling (R105). A matter of care, not a measure of anything. */
export const Conditions = z.strictObject({
  physical: Condition,
  psychological: Condition,
  emotional: Condition,
});
export type Conditions = z.infer<typeof Conditions>;
