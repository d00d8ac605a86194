import { type CalendarDate, dayHere } from '#core/domain/calendar-date.ts';

/** A moment in the reader's own time, to the minute. */
export function sayMoment(instant: string): string {
  const local = new Date(instant);
  return `${dayHere(instant)} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** A day as one says it to somebody: “Friday 11 December”. */
export function sayDay(day: CalendarDate): string {
  const words = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', words).format(new Date(day));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
