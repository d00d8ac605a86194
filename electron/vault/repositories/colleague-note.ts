import type { Instant } from '#core/base/capabilities.ts';
import { assert } from '#core/base/assert.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { NoteForLead, OwnNote } from '#core/domain/colleague-note.ts';
import { openSealed, sealFor, wipe } from '../keys.ts';
import type { VaultSession } from '../vault.ts';

export function addNoteForLead(
  { database, member }: VaultSession,
  id: string,
  kind: NoteForLead['kind'],
  at: Instant,
): void {
  database
    .prepare('INSERT INTO note_for_lead (id, kind, raised_at, raised_by) VALUES (?, ?, ?, ?)')
    .run([id, kind, at, member.id]);
}

/** Newest first. */
export function listNotesForLead({ database }: VaultSession): NoteForLead[] {
  const rows = database
    .prepare(
      `SELECT note_for_lead.id, kind, raised_at AS raisedAt, display_name AS by,
              seen_at IS NOT NULL AS isSeen
       FROM note_for_lead JOIN staff ON staff.id = raised_by ORDER BY note_for_lead.rowid DESC`,
    )
    .all();
  return rows.map((row) => NoteForLead.parse({ ...row, isSeen: row['isSeen'] === 1 }));
}

export function markSeen({ database, member }: VaultSession, id: string, at: Instant): void {
  database
    .prepare('UPDATE note_for_lead SET seen_at = ?, seen_by = ? WHERE id = ? AND seen_at IS NULL')
    .run([at, member.id, id]);
}

/** Sealed for its writer alone. In clear stand only whose it is and when it was written. */
export function addOwnNote(
  { database, member, keys }: VaultSession,
  id: string,
  words: string,
  at: Instant,
): void {
  const message = Buffer.from(words);
  const sealed = sealFor(keys.boxPublic, message);
  wipe(message);
  database
    .prepare('INSERT INTO own_note (id, staff_id, written_at, sealed) VALUES (?, ?, ?, ?)')
    .run([id, member.id, at, sealed]);
}

/** Of the member who is signed in, newest first. One that does not open is left out. */
export function listOwnNotes({ database, member, keys }: VaultSession): OwnNote[] {
  const rows = database
    .prepare('SELECT id, written_at, sealed FROM own_note WHERE staff_id = ? ORDER BY rowid DESC')
    .all([member.id]);
  return rows.flatMap((row) => {
    const { sealed } = row;
    assert(sealed instanceof Uint8Array, 'an own note is sealed bytes');
    const message = openSealed(sealed, keys);
    if (message === undefined) return [];
    const words = message.toString('utf8');
    wipe(message);
    return [OwnNote.parse({ id: row['id'], writtenAt: row['written_at'], words })];
  });
}

export function removeOwnNote({ database, member }: VaultSession, id: string): void {
  database.prepare('DELETE FROM own_note WHERE id = ? AND staff_id = ?').run([id, member.id]);
}

/** When the member who is signed in wants to be asked again how they are, or null. */
export function readDebriefDay({ database, member }: VaultSession): CalendarDate | null {
  const on = database
    .prepare('SELECT ask_on FROM debrief_day WHERE staff_id = ?', { pluck: true })
    .get([member.id]);
  return on === undefined ? null : CalendarDate.parse(on);
}

export function writeDebriefDay({ database, member }: VaultSession, on: CalendarDate | null): void {
  database.prepare('DELETE FROM debrief_day WHERE staff_id = ?').run([member.id]);
  if (on !== null)
    database
      .prepare('INSERT INTO debrief_day (staff_id, ask_on) VALUES (?, ?)')
      .run([member.id, on]);
}
