// What the log says, on paper. For the staff of the place: no line of it names a person.
import type { Anchor, LogLine, LogMember } from '#core/domain/audit-view.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import type { Block, Sheet } from './sheet.ts';

const language = LanguageTag.parse('en');

function sheetOf(kind: 'log-slip' | 'activity-report', block: Block): Sheet {
  return { kind, audience: 'staff', language, direction: 'ltr', blocks: [block] };
}

/** The slip to keep away from the computer: how far the log had come, and its code. */
export function composeAnchorSlip(place: string, anchor: Anchor): Sheet {
  return sheetOf('log-slip', { kind: 'log-slip', place, anchor });
}

/** Members as a court gets them: by the number of their profession, and without one by no name at all. */
export function byNumber(
  members: readonly LogMember[],
  numbers: Facility['staffNumbers'],
): readonly LogMember[] {
  return members.map((member, at) => ({
    ...member,
    displayName: numbers[member.id] ?? `(${at + 1})`,
  }));
}

/** All that was done on one day, complete and in its order, with the code of the newest line (R146). */
export function composeActivityReport(
  place: string,
  day: CalendarDate,
  lines: readonly LogLine[],
  members: readonly LogMember[],
  anchor: Anchor | undefined,
): Sheet {
  return sheetOf('activity-report', {
    kind: 'log-day',
    place,
    day,
    lines: lines.toSorted((a, b) => a.position - b.position),
    members: [...members],
    anchor: anchor ?? null,
  });
}
