import { assert } from '#core/base/assert.ts';
import { err, ok } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { confirmationOf, type LawConfirmation } from '#core/domain/law-confirmation.ts';
import { isSamePage, pageOf, type PlacePage } from '#core/domain/place-page.ts';
import { confirmLaw, confirmPlacePage, readLaw, readPlacePage } from '#core/ipc/law-channels.ts';
import { saysSubject } from '#core/pack/check-discreet.ts';
import { factsOf, type Jurisdiction } from '#core/pack/jurisdiction.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import { readLocal, writeLocal } from '../vault/repositories/local-content.ts';
import type { Desk } from './desk.ts';
import { lawList, pageList } from './local-lists.ts';
import { type Route, serve } from './serve.ts';

/** The law of the country of this place: read by everybody, confirmed by the safeguarding lead. */
export function lawRoutes(desk: Desk): readonly Route[] {
  /** As the pack has it, before anything of this place. */
  function place(): Jurisdiction {
    const { jurisdiction } = readFacility(desk.session().database);
    const found = desk.packs.plain().jurisdictions.find(({ id }) => id === jurisdiction);
    assert(found !== undefined, 'the pack knows the country of this place');
    return found;
  }
  const statements = () => place().statements;

  return [
    serve(readLaw, 'unlocked', () => {
      const confirmations = readLocal(desk.session().database, lawList);
      return ok(
        statements().map((statement) => ({
          law: statement.id,
          packText: statement.text,
          packRule: statement.rule,
          toConfirm: statement.toConfirm,
          confirmation: confirmationOf(confirmations, statement) ?? null,
        })),
      );
    }),

    serve(confirmLaw, 'unlocked', (request) => {
      const session = desk.session();
      const { database, member } = session;
      if (member.role !== 'safeguarding-lead') return err({ kind: 'NotAllowed' });
      const statement = statements().find(({ id }) => id === request.law);
      if (statement?.text !== request.packText) return err({ kind: 'LawChanged' });
      if (request.confirmedOn > dayHere(desk.clock.now())) return err({ kind: 'DayAhead' });
      const { text, confirmedBy } = request;
      if (saysSubject([text, confirmedBy])) return err({ kind: 'NamesSubject' });
      const confirmation: LawConfirmation = { ...request, recordedBy: member.id };
      return desk.packs.change(session, () => {
        writeLocal(database, lawList, [...readLocal(database, lawList), confirmation]);
        appendAudit(session, { kind: 'setting-changed', settings: [confirmation.law] });
        return confirmation;
      });
    }),

    serve(readPlacePage, 'unlocked', () => {
      const { id, ...here } = place();
      const packFacts = factsOf(here);
      const pages = readLocal(desk.session().database, pageList);
      return ok({ packFacts, page: pageOf(pages, id, packFacts) ?? null });
    }),

    serve(confirmPlacePage, 'unlocked', (request) => {
      const session = desk.session();
      const { database, member } = session;
      if (member.role !== 'safeguarding-lead') return err({ kind: 'NotAllowed' });
      const here = place();
      if (!isSamePage(request.packFacts, factsOf(here))) return err({ kind: 'LawChanged' });
      if (request.confirmedOn > dayHere(desk.clock.now())) return err({ kind: 'DayAhead' });
      const { facts, confirmedBy } = request;
      if (saysSubject([facts, confirmedBy])) return err({ kind: 'NamesSubject' });
      const page: PlacePage = { ...request, jurisdiction: here.id, recordedBy: member.id };
      return desk.packs.change(session, () => {
        writeLocal(database, pageList, [...readLocal(database, pageList), page]);
        appendAudit(session, { kind: 'setting-changed', settings: ['place-page'] });
        return page;
      });
    }),
  ];
}
