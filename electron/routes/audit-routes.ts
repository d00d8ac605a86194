import { err, ok } from '#core/base/result.ts';
import { anchorDays, kindsOf, type LogFilter, LogPart } from '#core/domain/audit-view.ts';
import { addDays, type CalendarDate } from '#core/domain/calendar-date.ts';
import { CaseId } from '#core/domain/encounter.ts';
import * as channels from '#core/ipc/audit-channels.ts';
import { byNumber, composeActivityReport, composeAnchorSlip } from '#core/sheet/activity-report.ts';
import { newestAnchor, printedAnchor } from '../vault/audit/anchor.ts';
import * as log from '../vault/audit/read-log.ts';
import { appendAudit, auditNow, ledgerOf, trustedNow } from '../vault/audit-log.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import { readCaseDates } from '../vault/repositories/retention.ts';
import { commitIfRoom, type Database } from '../vault/database.ts';
import type { Desk } from './desk.ts';
import { createLogCheck } from './log-check.ts';
import type { Press } from './press.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import { printOnce } from './printing/print-once.ts';
import { type Route, serve } from './serve.ts';

/** The log on the screen and on paper. */
export function auditRoutes(desk: Desk, press: Press, papers: DrawnPapers): readonly Route[] {
  const role = () => desk.session().member.role;
  const mayRead = () => role() !== 'clinician';
  const isLead = () => role() === 'safeguarding-lead';
  const check = createLogCheck(desk);
  /** What was found last: a list that is scrolled through asks the same again and again. */
  let found:
    | { readonly asked: string; readonly of: Database; readonly positions: readonly number[] }
    | undefined;

  function find(filter: LogFilter, upTo: number): readonly number[] {
    const { database } = desk.session();
    const asked = JSON.stringify([filter, upTo, isLead()]);
    if (found?.asked !== asked || found.of !== database)
      found = {
        asked,
        of: database,
        positions: log.findPositions(database, question(filter, upTo)),
      };
    return found.positions;
  }

  function question(filter: LogFilter, upTo: number): log.LogQuestion {
    // An administrator looks after people and machine, and learns of no case that there is one.
    const parts = LogPart.options.filter((part) => isLead() || part !== 'cases');
    const wanted = parts.filter((part) => filter.part === null || part === filter.part);
    return {
      kinds: isLead() && filter.part === null ? undefined : wanted.flatMap(kindsOf),
      staff: filter.staff ?? undefined,
      caseEnd: filter.caseCode ?? undefined,
      from: filter.from === null ? undefined : startOf(filter.from, 0),
      before: filter.to === null ? undefined : startOf(filter.to, 1),
      upTo,
    };
  }

  return [
    serve(channels.readLog, 'unlocked', ({ filter, upTo: held, skip, take }) => {
      if (!mayRead()) return err({ kind: 'NotAllowed' });
      const session = desk.session();
      const upTo = held ?? ledgerOf(session).head().position;
      const positions = find(filter, upTo);
      const lines = log.readLines(session.database, positions.slice(skip, skip + take));
      const members = log.readLogMembers(session.database);
      return ok({ total: positions.length, upTo, lines, members });
    }),

    serve(channels.readViewers, 'unlocked', ({ caseCode }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const { database } = desk.session();
      const [caseId, ...more] = log.findCases(database, caseCode);
      if (caseId === undefined || more.length > 0) return err({ kind: 'CaseUnknown' });
      const viewers = log.readViewers(database, CaseId.parse(caseId));
      const isErased = !readCaseDates(database).some(({ id }) => id === caseId);
      return ok({ viewers, members: log.readLogMembers(database), isErased });
    }),

    serve(channels.verifyLog, 'unlocked', () =>
      mayRead() ? check.verify() : err({ kind: 'NotAllowed' }),
    ),

    serve(channels.noteWarningsSeen, 'unlocked', ({ upTo }) => {
      const session = desk.session();
      // Nobody has seen what is not there yet.
      if (!isLead() || upTo > ledgerOf(session).head().position) return err({ kind: 'NotAllowed' });
      return commitIfRoom(session.database, () => {
        appendAudit(session, { kind: 'warnings-seen', upTo });
        return null;
      });
    }),

    serve(channels.readVerifying, 'unlocked', () =>
      mayRead() ? ok(check.progress()) : err({ kind: 'NotAllowed' }),
    ),

    serve(channels.readAnchors, 'unlocked', () => {
      const session = desk.session();
      const printed = printedAnchor(session.database) ?? null;
      const isDue =
        printed === null || addDays(printed.printedAt, anchorDays) <= trustedNow(session);
      return ok({
        newest: newestAnchor(session.database) ?? null,
        printed,
        isDue,
        mayPrint: mayRead(),
      });
    }),

    serve(channels.printAnchor, 'unlocked', async ({ format }) => {
      if (!mayRead()) return err({ kind: 'NotAllowed' });
      const session = desk.session();
      const anchor = newestAnchor(session.database);
      if (anchor === undefined) return err({ kind: 'NotAllowed' });
      const place = readFacility(session.database).name;
      const sheet = composeAnchorSlip(place, anchor);
      const paper = await papers.draw({ sheet, format });
      const printed = await printOnce(desk, press, paper, format);
      if (!printed.ok) return printed;
      if (isStillOpen(desk, session))
        auditNow(session, { kind: 'log-anchored', anchored: anchor.position });
      return ok(anchor);
    }),

    serve(channels.printActivity, 'unlocked', async ({ day, isByNumber, format }) => {
      if (!isLead()) return err({ kind: 'NotAllowed' });
      const session = desk.session();
      const { database } = session;
      const filter = { part: null, staff: null, caseCode: null, from: day, to: day };
      const upTo = ledgerOf(session).head().position;
      const lines = log.readLines(database, log.findPositions(database, question(filter, upTo)));
      const { name, staffNumbers } = readFacility(database);
      const members = log.readLogMembers(database);
      const sheet = composeActivityReport(
        name,
        day,
        lines,
        isByNumber ? byNumber(members, staffNumbers) : members,
        newestAnchor(database),
      );
      const paper = await papers.draw({ sheet, format });
      if (!isStillOpen(desk, session)) return err({ kind: 'LockedMeanwhile' });
      // Before it leaves, like every sheet with something of the records on it.
      auditNow(session, { kind: 'exported', what: 'activity-report', count: lines.length });
      const printed = await printOnce(desk, press, paper, format);
      return printed.ok ? ok({ pages: paper.pages, lines: lines.length }) : printed;
    }),

    serve(channels.readClock, 'unlocked', () => ok(ledgerOf(desk.session()).clockVerdict())),

    serve(channels.stateDate, 'unlocked', ({ date }) => {
      const session = desk.session();
      ledgerOf(session).stateDate(date);
      auditNow(session, { kind: 'date-stated', date });
      return ok(null);
    }),
  ];
}

function isStillOpen(desk: Desk, session: ReturnType<Desk['session']>): boolean {
  const state = desk.vault.state();
  return state.kind === 'open' && state.session === session;
}

/** The beginning of a day in the time of the place, and of the day so many days later. */
function startOf(day: CalendarDate, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}
