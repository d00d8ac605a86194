import { z } from 'zod';
import { Answer } from './safety.ts';

/**
 * How the opening lines (what stays here, what the law may ask, every question can be left
 * out) reached the person, before anything was asked (R80, R87, R88).
 */
export const Opened = z.enum(['not-said', 'said', 'shown']);
export type Opened = z.infer<typeof Opened>;

export const Openness = z.strictObject({
  opened: Opened,
  openedAt: z.iso.datetime({ precision: 3 }).nullable(),
  mayTalk: Answer,
  /** A no holds for every free text of the visit. */
  mayWrite: Answer,
});
export type Openness = z.infer<typeof Openness>;
