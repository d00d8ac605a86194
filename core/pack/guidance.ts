import { z } from 'zod';
import { entryFields } from './citation.ts';

/** A short article for staff, to be read before or after a visit. */
export const Article = z.strictObject({
  id: z.string().regex(/^guide\.[a-z0-9-]+$/),
  topic: z.enum([
    'alone',
    'talking',
    'not-to-do',
    'barriers',
    'messages',
    'danger-sign',
    'interpreter',
    'before-disclosure',
    'calm',
    'staff-safety',
    'facility',
    'wellbeing',
    'conflicts',
    'referral',
    'refusal',
    'records',
  ]),
  title: z.string().min(1),
  lines: z.array(z.string().min(1)).min(1),
  /** Sentences that may be said to the person as they stand. */
  say: z.array(z.string().min(1)).optional(),
  ...entryFields,
});
export type Article = z.infer<typeof Article>;

/** Where the sources disagree, and what this product does about it. */
export const Conflict = z.strictObject({
  id: z.string().regex(/^conflict\.c[1-6]$/),
  title: z.string().min(1),
  theOneSide: z.string().min(1),
  theOther: z.string().min(1),
  whatWeDo: z.string().min(1),
  ...entryFields,
});
export type Conflict = z.infer<typeof Conflict>;

/** An ordinary page about health, to be seen by whoever happens to look. */
export const CoverTopic = z.strictObject({
  id: z.string().regex(/^cover\.[a-z0-9-]+$/),
  title: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(3),
  note: z.string().min(1),
  sources: z.tuple([]),
  answers: entryFields.answers,
});
export type CoverTopic = z.infer<typeof CoverTopic>;
