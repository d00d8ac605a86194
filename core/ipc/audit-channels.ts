import { z } from 'zod';
import { AuditEntry } from '#core/domain/audit-entry.ts';
import {
  Anchor,
  CaseCode,
  LogFilter,
  LogLine,
  LogMember,
  LogVerdict,
  Viewer,
} from '#core/domain/audit-view.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { Format } from '#core/sheet/paper.ts';
import { PrintProblem } from '#core/sheet/printing.ts';
import {
  channel,
  DiskFull,
  failure,
  LockedMeanwhile,
  NoError,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';

/** How many lines may be asked for at once. */
export const linesAtOnce = 100;

const Count = z.number().int().nonnegative();

/**
 * Lines of the log, newest first. The lead reads all of it, an administrator what is not about
 * a case. `upTo` holds the list still while new lines come: null in the first question, and
 * from then on what was answered.
 */
export const readLog = channel(
  'audit.read',
  z.strictObject({
    filter: LogFilter,
    upTo: Count.nullable(),
    skip: Count,
    take: z.number().int().min(1).max(linesAtOnce),
  }),
  z.strictObject({
    total: Count,
    upTo: Count,
    lines: z.array(LogLine),
    members: z.array(LogMember),
  }),
  NotAllowed,
);

/** Who opened, read or wrote the case of a code. For the lead. */
export const readViewers = channel(
  'audit.readViewers',
  z.strictObject({ caseCode: CaseCode }),
  z.strictObject({ viewers: z.array(Viewer), members: z.array(LogMember), isErased: z.boolean() }),
  z.union([NotAllowed, failure('CaseUnknown', {})]),
);

/** Reads all of the log and says whether anything in it was changed. Answered when it is done. */
export const verifyLog = channel(
  'audit.verify',
  NoRequest,
  LogVerdict,
  z.union([NotAllowed, failure('VerifyRunning', {}), LockedMeanwhile]),
);

/** A lead has seen the warnings of earlier sign-ins, up to a line. They stay found, and are shown as seen. */
export const noteWarningsSeen = channel(
  'audit.noteWarningsSeen',
  z.strictObject({ upTo: z.number().int().positive() }),
  Nothing,
  z.union([NotAllowed, DiskFull]),
);

/** How far a verification is; null while none is running. */
export const readVerifying = channel(
  'audit.readVerifying',
  NoRequest,
  z.strictObject({ done: Count, of: Count }).nullable(),
  NotAllowed,
);

/** The code of the newest line, and of the line on the slip that was printed last. For everybody signed in. */
export const readAnchors = channel(
  'audit.readAnchors',
  NoRequest,
  z.strictObject({
    newest: Anchor.nullable(),
    printed: z.strictObject({ anchor: Anchor, printedAt: z.string() }).nullable(),
    /** A week has passed since, or there never was one. */
    isDue: z.boolean(),
    mayPrint: z.boolean(),
  }),
  NoError,
);

/** Prints the slip of the newest line and notes that it was. */
export const printAnchor = channel(
  'audit.printAnchor',
  z.strictObject({ format: Format }),
  Anchor,
  z.union([NotAllowed, PrintProblem]),
);

/** Prints all lines of one day, with the code of the newest line. For the lead. */
export const printActivity = channel(
  'audit.printActivity',
  z.strictObject({
    day: CalendarDate,
    /** For a court: members by the number of their profession, never by name (R145). */
    isByNumber: z.boolean(),
    format: Format,
  }),
  z.strictObject({ pages: z.number().int().positive(), lines: Count }),
  z.union([NotAllowed, PrintProblem, LockedMeanwhile]),
);

/** What the clock of the machine says, beside the latest time in the log. For everybody signed in. */
export const readClock = channel(
  'clock.read',
  NoRequest,
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sound') }),
    z.strictObject({
      kind: z.enum(['behind', 'ahead']),
      clock: AuditEntry.shape.at,
      latest: AuditEntry.shape.at,
    }),
  ]),
  NoError,
);

/** Takes the date from somebody who can look at a calendar. It counts until the records lock. */
export const stateDate = channel(
  'clock.state',
  z.strictObject({ date: CalendarDate }),
  Nothing,
  NoError,
);
