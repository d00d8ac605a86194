import { z } from 'zod';

/**
 * Something about a person's papers, family or proceedings that changes what an option means for
 * them (R85). Put down only where it bears on the choice, and gone when the visit is closed.
 */
export const CircumstanceId = z
  .string()
  .regex(/^circumstance\.[a-z0-9-]+$/)
  .brand<'CircumstanceId'>();
export type CircumstanceId = z.infer<typeof CircumstanceId>;
