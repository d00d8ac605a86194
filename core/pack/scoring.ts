import { z } from 'zod';

/** How the answers of a published instrument become its result. Items count from 1, as printed. */
export const Scoring = z.discriminatedUnion('kind', [
  /** So many items answered yes, whichever they are. */
  z.strictObject({ kind: z.literal('threshold'), cutoff: z.number().int().positive() }),
  /** A yes to an item adds its weight, in the order of the items; a weight may be negative. */
  z.strictObject({
    kind: z.literal('weighted'),
    weights: z.array(z.number().finite()).min(1),
    cutoff: z.number().finite(),
  }),
]);
export type Scoring = z.infer<typeof Scoring>;
