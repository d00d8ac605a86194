import { z } from 'zod';
import { entryFields } from './citation.ts';
import { PhraseId } from './phrase.ts';

/**
 * A drawing to point at, for people whose language has no phrases here or who do not read. It is
 * drawn from a few strokes, which are data: no picture of anybody, and no code.
 */
export const Pictogram = z.strictObject({
  id: z.string().regex(/^pictogram\.[a-z0-9-]+$/),
  /** What it stands for, to whoever looks after the person. */
  phrase: PhraseId,
  /** Paths in a square of 64 by 64 (SVG 1.1 path data): lines, and surfaces that are filled. */
  strokes: z
    .array(z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz\d\s.,-]+$/))
    .min(1)
    .max(12),
  fills: z.array(z.string().regex(/^[MmLlHhVvCcSsQqTtAaZz\d\s.,-]+$/)).max(8),
  ...entryFields,
});
export type Pictogram = z.infer<typeof Pictogram>;
