import { z } from 'zod';

const Word = z.string().regex(/^[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*$/u);

/** What somebody may type who looks for something to read. None of it is ever shown. */
export const SearchWords = z.strictObject({
  /** Small words that say nothing of what is looked for, with a space between them. */
  passedOver: z.string(),
  /** By the beginning of a word of the texts: other words that mean it. */
  means: z.record(Word, z.array(Word).min(1)),
});
