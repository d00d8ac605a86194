import { z } from 'zod';

/**
 * What stays out of the ordinary record unless the person agrees to this very thing: it is read
 * by many, it is asked for by courts, and whoever exploits them may get to see it.
 */
export const SensitiveItem = z.enum(['subject', 'level', 'names', 'addresses', 'status', 'codes']);
export type SensitiveItem = z.infer<typeof SensitiveItem>;

/** What of a visit goes into the ordinary record. Everything else stays here, sealed. */
export const OrdinaryRecord = z.strictObject({
  /** Whether a summary is made at all. */
  isWanted: z.boolean(),
  /** What was done, as anybody may read it. */
  done: z.string().max(1_000),
  /** Each with its words, only where it was chosen together with the person. */
  agreed: z.partialRecord(SensitiveItem, z.string().max(300)),
});
export type OrdinaryRecord = z.infer<typeof OrdinaryRecord>;

export const nothingForTheRecord: OrdinaryRecord = { isWanted: false, done: '', agreed: {} };
