import { z } from 'zod';

/** An answer may be missing, and missing is never no. */
export const Answer = z.enum(['not-asked', 'yes', 'no', 'unsure']);
export type Answer = z.infer<typeof Answer>;

/** The two first questions (R99), who else is at risk (R103), and who may be listening (R41). */
export const Danger = z.strictObject({
  threatNow: Answer,
  safeTonight: Answer,
  othersAtRisk: Answer,
  /** Somebody, or a telephone, may hear or see what happens here. */
  listening: Answer,
});
export type Danger = z.infer<typeof Danger>;

export const OwnRating = z.enum(['not-asked', 'safe', 'worried', 'afraid', 'would-not-say']);
export type OwnRating = z.infer<typeof OwnRating>;

/** The person's own view of the danger, kept apart and never overwritten by anybody's estimate (R100, R101). */
export const OwnView = z.strictObject({ rating: OwnRating, words: z.string().max(2_000) });
export type OwnView = z.infer<typeof OwnView>;

export const noDangerAsked: Danger = {
  threatNow: 'not-asked',
  safeTonight: 'not-asked',
  othersAtRisk: 'not-asked',
  listening: 'not-asked',
};
