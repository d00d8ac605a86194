import { z } from 'zod';

/** What many people choose as a password. `source` says where the list comes from. */
export const CommonPasswords = z.strictObject({
  source: z.string().min(1),
  list: z.array(z.string().min(3)).min(1),
});
