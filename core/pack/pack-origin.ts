import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { Manifest } from './manifest.ts';

/** Where the pack in force comes from. */
export const PackOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('built-in') }),
  z.strictObject({
    kind: z.literal('update'),
    /** Of the key that signed it, as people compare it. */
    fingerprint: z.string().max(60),
    takenOn: CalendarDate,
  }),
]);
export type PackOrigin = z.infer<typeof PackOrigin>;

/** A key whose packs this place takes: the lead has compared its fingerprint with the one they were given. */
export const TrustedKey = z.strictObject({
  publicKey: z.base64().max(60),
  fingerprint: z.string().max(60),
  /** Whose it is, as the lead calls them. */
  holder: z.string().trim().min(1).max(120),
  trustedOn: CalendarDate,
});
export type TrustedKey = z.infer<typeof TrustedKey>;

/** A pack that this place has taken: its texts as they were checked, and who signed them. */
export const TakenPack = z.strictObject({
  version: Manifest.shape.version,
  publicKey: TrustedKey.shape.publicKey,
  fingerprint: TrustedKey.shape.fingerprint,
  takenOn: CalendarDate,
  /** JSON of the pack as its files have it. */
  shipped: z.string(),
});
export type TakenPack = z.infer<typeof TakenPack>;

/** Negative when `a` is the older of two versions such as `1.2.0`. */
export function compareVersions(a: string, b: string): number {
  const [of, other] = [a, b].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((part) => of?.[part] !== other?.[part]);
  return at === undefined ? 0 : (of?.[at] ?? 0) - (other?.[at] ?? 0);
}
