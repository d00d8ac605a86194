/** One press or release of a key, as far as it matters here. */
export type KeyStroke = {
  readonly type: 'down' | 'up';
  readonly key: string;
  readonly isRepeat: boolean;
  readonly atMs: number;
};

/** How far a hand is in pressing Shift three times and nothing else. */
export type ShiftCount = { readonly releases: number; readonly sinceMs: number };

export const noShift: ShiftCount = { releases: 0, sinceMs: 0 };

/** Three presses within this time. Longer, and typing capital letters slowly would do it. */
const withinMs = 1_500;

/**
 * What a key asks for. F9 and Shift three times: the cover; F8: the lock. A key between two
 * presses of Shift begins the count anew, so that “ABC” covers nothing.
 */
export function stepKeys(
  count: ShiftCount,
  { type, key, isRepeat, atMs }: KeyStroke,
): { readonly count: ShiftCount; readonly asksFor: 'cover' | 'lock' | undefined } {
  if (key !== 'Shift') {
    const asksFor =
      type === 'up' || isRepeat
        ? undefined
        : key === 'F9'
          ? 'cover'
          : key === 'F8'
            ? 'lock'
            : undefined;
    return { count: noShift, asksFor };
  }
  if (type === 'down' || isRepeat) return { count, asksFor: undefined };
  const goesOn = count.releases > 0 && atMs - count.sinceMs <= withinMs;
  const releases = goesOn ? count.releases + 1 : 1;
  if (releases >= 3) return { count: noShift, asksFor: 'cover' };
  return { count: { releases, sinceMs: goesOn ? count.sinceMs : atMs }, asksFor: undefined };
}

/** The digits that were typed on the cover so far. Nothing on the screen shows them. */
export type TypedPin = { readonly digits: string; readonly atMs: number };

export const nothingTyped: TypedPin = { digits: '', atMs: 0 };

/** Digits that somebody left lying are no beginning of the next ones. */
const forgetAfterMs = 10_000;

/**
 * A PIN is typed straight onto the cover: digits, then Enter. Any other key begins anew; too few
 * or too many digits are nobody's PIN and no try.
 *
 * @returns `tried`: what was typed, once Enter has ended it
 */
export function stepTypedPin(
  typed: TypedPin,
  { type, key, isRepeat, atMs }: KeyStroke,
): { readonly typed: TypedPin; readonly tried: string | undefined; readonly isOurs: boolean } {
  const isDigit = /^\d$/.test(key);
  if (type === 'up' || isRepeat || key === 'Shift' || key === 'NumLock')
    return { typed, tried: undefined, isOurs: isDigit };
  const digits = atMs - typed.atMs > forgetAfterMs ? '' : typed.digits;
  if (isDigit)
    return {
      typed: { digits: `${digits}${key}`.slice(0, 7), atMs },
      tried: undefined,
      isOurs: true,
    };
  const tried = key === 'Enter' && /^\d{4,6}$/.test(digits) ? digits : undefined;
  return { typed: nothingTyped, tried, isOurs: key === 'Enter' && digits !== '' };
}
