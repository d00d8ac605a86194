import { z } from 'zod';

/**
 * Something during the talk that called for another subject, put down when it was over (R67).
 * `not-said`: the subject was changed, and nobody has said yet what it was.
 */
export const DangerSign = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  what: z.enum(['not-said', 'phone', 'somebody-came', 'unease', 'noise', 'other']),
});
export type DangerSign = z.infer<typeof DangerSign>;
