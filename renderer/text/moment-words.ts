import type { CalendarDate } from '#core/domain/calendar-date.ts';

/** A moment in the reader's own time, to the minute. */
export function sayMoment(instant: string): string {
  const local = new Date(instant);
  return `${localDay(instant)} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The day that it is at this moment where the reader is: after midnight not yet that of UTC. */
export function localDay(instant: string): CalendarDate {
  const local = new Date(instant);
  return [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())].join('-');
}

/** A day as one says it to somebody: “Friday 11 December”. */
export function sayDay(day: CalendarDate): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', words).format(new Date(day));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
