import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { NoteForLead, OwnNote } from '#core/domain/colleague-note.ts';
import { channel, DiskFull, NoError, NoRequest, NotAllowed, Nothing } from './channel.ts';

/** Tells the safeguarding lead something, without naming anybody. */
export const raiseNote = channel(
  'colleague.raiseNote',
  NoteForLead.pick({ kind: true }),
  Nothing,
  DiskFull,
);

/** For the safeguarding lead, newest first. */
export const listNotes = channel(
  'colleague.listNotes',
  NoRequest,
  z.array(NoteForLead),
  NotAllowed,
);

export const markNoteSeen = channel(
  'colleague.markNoteSeen',
  NoteForLead.pick({ id: true }),
  Nothing,
  z.union([NotAllowed, DiskFull]),
);

/** Sealed for the member who writes it, and beside no case. */
export const writeOwnNote = channel(
  'colleague.writeOwnNote',
  OwnNote.pick({ words: true }),
  Nothing,
  DiskFull,
);

/** The member's own notes, newest first. */
export const listOwnNotes = channel('colleague.listOwnNotes', NoRequest, z.array(OwnNote), NoError);

export const removeOwnNote = channel(
  'colleague.removeOwnNote',
  OwnNote.pick({ id: true }),
  Nothing,
  DiskFull,
);

/** The day on which the member wants to be asked again how they are, or null (R162). */
export const readDebriefDay = channel(
  'colleague.readDebriefDay',
  NoRequest,
  z.strictObject({ on: CalendarDate.nullable(), isDue: z.boolean() }),
  NoError,
);

/** Only for the member who is signed in, and seen by nobody else. Null: do not ask. */
export const setDebriefDay = channel(
  'colleague.setDebriefDay',
  z.strictObject({ on: CalendarDate.nullable() }),
  Nothing,
  DiskFull,
);
