import { err, ok } from '#core/base/result.ts';
import { backupLastsDays } from '#core/domain/backup.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import { dueErasures, type InCopies } from '#core/domain/retention.ts';
import * as channels from '#core/ipc/retention-channels.ts';
import { appendAudit, trustedNow } from '../vault/audit-log.ts';
import { wasEverCopied } from '../vault/audit/log-table.ts';
import { listCopies } from '../vault/copies.ts';
import { commitIfRoom } from '../vault/database.ts';
import { eraseCase } from '../vault/erasure.ts';
import { readBackupTarget } from '../vault/repositories/backup-target.ts';
import * as store from '../vault/repositories/retention.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/**
 * Retention is the safeguarding lead's to decide; nothing is ever erased by itself.
 *
 * @param isCopying whether a copy is being made, with all that was there when it began
 */
export function retentionRoutes(desk: Desk, isCopying: () => boolean): readonly Route[] {
  const mayDecide = () => desk.session().member.role === 'safeguarding-lead';

  /** Judged against the latest time the log knows: a clock that jumped makes nothing due. */
  function due() {
    const session = desk.session();
    const rules = store.readRetentionRules(session.database);
    return dueErasures(store.readCaseDates(session.database), rules, trustedNow(session));
  }

  /** Every copy there is may hold a case of today, for as long as a copy stays. */
  function inCopies(): InCopies {
    const session = desk.session();
    const { database } = session;
    const target = readBackupTarget(database);
    const found = target === undefined ? 0 : listCopies(target).length;
    const isAny = found > 0 || wasEverCopied(database) || isCopying();
    if (!isAny) return { copies: 0, until: null };
    const until = addDays(trustedNow(session), backupLastsDays);
    return { copies: found === 0 ? null : found, until };
  }

  return [
    serve(channels.readRetention, 'unlocked', () => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      const rules = store.readRetentionRules(desk.session().database);
      return ok({ rules, due: [...due()], inCopies: inCopies() });
    }),

    serve(channels.changeRetention, 'unlocked', ({ rules }) => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      const session = desk.session();
      return commitIfRoom(session.database, () => {
        store.writeRetentionRules(session.database, rules);
        appendAudit(session, { kind: 'setting-changed', settings: ['retention'] });
        return null;
      });
    }),

    serve(channels.keepCase, 'unlocked', ({ caseId, until, reason }) => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      if (!due().some((one) => one.caseId === caseId)) return err({ kind: 'CaseUnknown' });
      const session = desk.session();
      const at = trustedNow(session);
      if (until <= at.slice(0, 10)) return err({ kind: 'DayPast' });
      return commitIfRoom(session.database, () => {
        store.writeHold(session, { caseId, until: `${until}T00:00:00.000Z`, reason, at });
        appendAudit(session, { kind: 'setting-changed', settings: ['erasure-hold'] });
        return null;
      });
    }),

    serve(channels.eraseCase, 'unlocked', ({ caseId }) => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      if (!due().some((one) => one.caseId === caseId)) return err({ kind: 'CaseUnknown' });
      desk.drafts.flush();
      // A visit of it may be open on this desk.
      desk.armGate('break');
      const session = desk.session();
      const held = inCopies();
      const about = { at: trustedNow(session), inCopiesUntil: held.until };
      const erased = eraseCase(session, caseId, about);
      return erased.ok ? ok({ ...erased.value, inCopies: held }) : erased;
    }),
  ];
}
