import { err, ok } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import * as channels from '#core/ipc/colleague-channels.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import * as store from '../vault/repositories/colleague-note.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** What colleagues tell each other, and themselves, beside the records of persons. */
export function colleagueRoutes(desk: Desk): readonly Route[] {
  const mayRead = () => desk.session().member.role === 'safeguarding-lead';
  /** What was written is in the log as a save, and the log says nothing about it. */
  const write = (change: () => void) =>
    commitIfRoom(desk.session().database, () => {
      change();
      appendAudit(desk.session(), { kind: 'records-written' });
      return null;
    });
  return [
    serve(channels.raiseNote, 'unlocked', ({ kind }) =>
      write(() => store.addNoteForLead(desk.session(), desk.ids.next(), kind, desk.clock.now())),
    ),
    serve(channels.listNotes, 'unlocked', () =>
      mayRead() ? ok(store.listNotesForLead(desk.session())) : err({ kind: 'NotAllowed' }),
    ),
    serve(channels.markNoteSeen, 'unlocked', ({ id }) =>
      mayRead()
        ? write(() => store.markSeen(desk.session(), id, desk.clock.now()))
        : err({ kind: 'NotAllowed' }),
    ),
    serve(channels.writeOwnNote, 'unlocked', ({ words }) =>
      write(() => store.addOwnNote(desk.session(), desk.ids.next(), words, desk.clock.now())),
    ),
    serve(channels.listOwnNotes, 'unlocked', () => ok(store.listOwnNotes(desk.session()))),
    serve(channels.removeOwnNote, 'unlocked', ({ id }) =>
      write(() => store.removeOwnNote(desk.session(), id)),
    ),
    serve(channels.readDebriefDay, 'unlocked', () => {
      const on = store.readDebriefDay(desk.session());
      return ok({ on, isDue: on !== null && on <= dayHere(desk.clock.now()) });
    }),
    serve(channels.setDebriefDay, 'unlocked', ({ on }) =>
      write(() => store.writeDebriefDay(desk.session(), on)),
    ),
  ];
}
