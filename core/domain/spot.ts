import { z } from 'zod';
import { VisitStep } from './encounter.ts';

/**
 * Where somebody is on the page of a visit, and nothing of what stands there: so that they go on at
 * that very place after the cover or a lock.
 */
export const Spot = z.strictObject({
  step: VisitStep,
  /** What lies over the step for a moment. */
  aside: z.enum(['calm', 'subject', 'help', 'write']).nullable(),
  /** The path beside the steps. */
  way: z.enum(['without-yes', 'consultation', 'under-way', 'agreed', 'missing']).nullable(),
  scrollPx: z.number().int().min(0).max(1_000_000),
  /** The field with the focus, counted from the top of the page, and the caret in it. */
  field: z
    .strictObject({
      at: z.number().int().min(0).max(10_000),
      caret: z.number().int().min(0).nullable(),
    })
    .nullable(),
});
export type Spot = z.infer<typeof Spot>;
