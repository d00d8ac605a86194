import { z } from 'zod';

/** How to reach the person without putting them in danger, as they say it. */
export const SafeContact = z.strictObject({
  how: z.string().max(2_000),
  notWhen: z.string().max(500),
  notSay: z.string().max(500),
  /** Tells us that they cannot talk freely. Stays here: it is on no sheet. */
  codeWord: z.string().max(40),
});
export type SafeContact = z.infer<typeof SafeContact>;

export const noSafeContact: SafeContact = { how: '', notWhen: '', notSay: '', codeWord: '' };
