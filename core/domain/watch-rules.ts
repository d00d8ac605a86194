import { z } from 'zod';

/** How long nobody may touch the screen before it closes, in its two steps. Each place sets them within these bounds. */
export const WatchRules = z.strictObject({
  coverAfterSeconds: z.number().int().min(30).max(300),
  lockAfterMinutes: z.number().int().min(5).max(30),
});
export type WatchRules = z.infer<typeof WatchRules>;

/** A talk has long silences: the first step comes soon and is easily undone, the second late. */
export const usualWatchRules: WatchRules = { coverAfterSeconds: 120, lockAfterMinutes: 15 };
