import { err, ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/consultation-channels.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import * as store from '../vault/repositories/consultation.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** Asking an expert without a name: always possible, with no visit and no gate. */
export function consultationRoutes(desk: Desk): readonly Route[] {
  return [
    serve(channels.recordConsultation, 'unlocked', ({ asked, answered }) => {
      if (!desk.pack().contacts.some(({ id }) => id === asked))
        return err({ kind: 'RecipientUnknown' });
      const session = desk.session();
      const by = session.member.id;
      const isAnswered = answered === 'yes';
      const consultation = {
        id: desk.ids.next(),
        at: desk.clock.now(),
        by,
        asked,
        answered: isAnswered,
      };
      return commitIfRoom(session.database, () => {
        store.addConsultation(session, consultation);
        appendAudit(session, { kind: 'consulted-without-name' });
        return consultation;
      });
    }),

    serve(channels.listConsultations, 'unlocked', () =>
      ok([...store.listConsultations(desk.session())]),
    ),
  ];
}
