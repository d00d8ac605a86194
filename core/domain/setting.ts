import { z } from 'zod';

/** The kind of place in which a talk happens; it chooses which questions and signs come first. */
export const Setting = z.enum([
  'any',
  'emergency',
  'maternity',
  'general-practice',
  'sexual-health',
  'social-work',
  'dental',
  'mental-health',
]);
export type Setting = z.infer<typeof Setting>;
