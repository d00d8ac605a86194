import type { Instant } from '#core/base/capabilities.ts';
import { addDays, type CalendarDate, dateOf } from './calendar-date.ts';

// The batteries of old clinic machines run out, and their clock then wakes up in another
// year. Nobody is locked out by that; but a time that contradicts the log is marked, and no
// consent lasts longer because a clock went back.

/** What the clock says, beside the latest time in the log that nobody had to doubt. */
export type ClockVerdict =
  | { readonly kind: 'sound' }
  | { readonly kind: 'behind'; readonly clock: Instant; readonly latest: Instant }
  | { readonly kind: 'ahead'; readonly clock: Instant; readonly latest: Instant };

/** A clock that is set by the network moves a little in both directions. */
const toleranceMs = 5 * 60_000;

/** After so long without any entry somebody is asked whether that much time has really passed. */
export const quietDays = 31;

/** @param latest the latest time in the log that was not doubtful, or undefined in an empty log */
export function judgeClock(clock: Instant, latest: Instant | undefined): ClockVerdict {
  if (latest === undefined) return { kind: 'sound' };
  if (Date.parse(clock) < Date.parse(latest) - toleranceMs)
    return { kind: 'behind', clock, latest };
  if (clock > addDays(latest, quietDays)) return { kind: 'ahead', clock, latest };
  return { kind: 'sound' };
}

export type TrustedTime = { readonly at: Instant; readonly isDoubtful: boolean };

/** The date somebody gave at the desk, and what the clock said at that moment. */
export type StatedDate = { readonly date: CalendarDate; readonly clockThen: Instant };

/** What time it is by a stated date, whatever the log says. */
export function statedTime(clock: Instant, { date, clockThen }: StatedDate): Instant {
  return addDays(clock, daysBetween(date, clockThen));
}

function daysBetween(date: CalendarDate, clockThen: Instant): number {
  return Math.round((Date.parse(date) - Date.parse(dateOf(clockThen))) / 86_400_000);
}

/**
 * The time to write down and to judge every expiry by: never before the latest time in the
 * log. Of a clock that is far ahead and nobody has confirmed, the later time counts as well:
 * a yes that may have run out is asked for again.
 */
export function trustedTime(
  clock: Instant,
  latest: Instant | undefined,
  stated: StatedDate | undefined,
): TrustedTime {
  if (stated === undefined) {
    const { kind } = judgeClock(clock, latest);
    return { at: notBefore(clock, latest), isDoubtful: kind !== 'sound' };
  }
  const days = daysBetween(stated.date, stated.clockThen);
  const at = statedTime(clock, stated);
  // Somebody confirmed the clock, and the log does not contradict them.
  const isConfirmed = days === 0 && judgeClock(clock, latest).kind !== 'behind';
  return { at: notBefore(at, latest), isDoubtful: !isConfirmed };
}

function notBefore(at: Instant, latest: Instant | undefined): Instant {
  return latest !== undefined && at < latest ? latest : at;
}
