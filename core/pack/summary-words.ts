import { z } from 'zod';

const words = z.string().min(1);

/** What the summary for the ordinary record says itself, in the language of the staff. */
export const SummaryWords = z.strictObject({
  title: words,
  date: words,
  language: words,
  physical: words,
  psychological: words,
  emotional: words,
  conditions: z.strictObject({ well: words, strained: words, unwell: words, urgent: words }),
  done: words,
  nextVisit: words,
  sensitive: z.strictObject({
    subject: words,
    level: words,
    names: words,
    addresses: words,
    status: words,
    codes: words,
  }),
});
export type SummaryWords = z.infer<typeof SummaryWords>;
