import { z } from 'zod';

export const ContactId = z
  .string()
  .regex(/^contact\.[a-z0-9-]+$/)
  .brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;
