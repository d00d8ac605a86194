import { z } from 'zod';
import { LanguageTag } from './language.ts';
import { Setting } from './setting.ts';

export const PromptId = z
  .string()
  .regex(/^prompt\.[a-z0-9-]+$/)
  .brand<'PromptId'>();
export type PromptId = z.infer<typeof PromptId>;

export const mostPointedAt = 100;
export const mostWritten = 2_000;

/** Something the person wrote or pointed at, kept because that was decided (R63). */
export const Written = z.strictObject({
  at: z.iso.datetime({ precision: 3 }),
  language: LanguageTag,
  /** Ids of phrases, in the order in which they were pointed at. */
  pointedAt: z.array(z.string().max(80)).max(mostPointedAt),
  words: z.string().max(mostWritten),
});
export type Written = z.infer<typeof Written>;

export const Talk = z.strictObject({
  setting: Setting,
  /** The questions that were asked. One that is not here was left out, for no reason that matters. */
  asked: z.array(PromptId).max(200),
  /** What the person said, in their words if they agreed (R57). */
  said: z.string().max(4_000),
  /** What could be seen and was not said: kept apart from the words (R57). */
  seen: z.string().max(2_000),
  written: z.array(Written).max(500),
});
export type Talk = z.infer<typeof Talk>;
