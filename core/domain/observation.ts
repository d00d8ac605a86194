import { z } from 'zod';

export const IndicatorId = z
  .string()
  .regex(/^sign\.[a-z0-9-]+$/)
  .brand<'IndicatorId'>();
export type IndicatorId = z.infer<typeof IndicatorId>;

/** How a sign came to be known (R43). */
export const Observed = z.enum(['seen', 'told', 'reported']);
export type Observed = z.infer<typeof Observed>;

/**
 * What was noticed in one encounter. A sign that is not in the record was not assessed:
 * that is a state of its own, and there is no "no" (R43).
 */
export const Observations = z.record(IndicatorId, Observed);
export type Observations = z.infer<typeof Observations>;
