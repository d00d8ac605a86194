import { err, ok, type Result } from '#core/base/result.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import { agreementsInForce, type ConsentEntry, uncoveredItems } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import { cannotDecide, thePerson } from '#core/domain/decider.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { GroundBody, GroundId } from '#core/domain/ground.ts';
import { missingConsentLastsDays } from '#core/domain/missing-facts.ts';
import * as channels from '#core/ipc/missing-channels.ts';
import { deciderNoted } from '#core/journey/deciding.ts';
import { appendAudit, auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { addConsentEntries, readLedger } from '../vault/repositories/consent.ts';
import { listEncounters } from '../vault/repositories/encounter.ts';
import { addGround } from '../vault/repositories/ground.ts';
import * as store from '../vault/repositories/missing-facts.ts';
import { removeTyped, removeTypedOfAll } from '../vault/repositories/typed.ts';
import { givenWithin, isInUse, lackOf } from './consent-routes.ts';
import { openEncounter } from './open-encounter.ts';
import type { Desk } from './desk.ts';
import { othersThan } from './ground-routes.ts';
import { anotherSince, judgeable, momentOf } from './issuing.ts';
import { placeOf } from './place.ts';
import { type Route, serve } from './serve.ts';

/**
 * Facts for the day the person is reported missing: own yes, own record, own release (R130, R131).
 *
 * @param onChanged tells the open pages and the queue that something else may be passed on now
 */
export function missingRoutes(desk: Desk, onChanged: () => void): readonly Route[] {
  return [
    serve(channels.readMissingFacts, 'unlocked', ({ encounterId }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const { caseId } = opened.value;
      const agreed = agreementOf(desk, caseId);
      if (!agreed.ok) return agreed;
      auditNow(desk.session(), { kind: 'restricted-read', caseId });
      const facts = store.readMissingFacts(desk.session(), caseId) ?? null;
      const { recipient, until } = agreed.value ?? { recipient: null, until: null };
      const ledger = readLedger(desk.session(), caseId);
      return ledger.ok ? ok({ facts, recipient, until, seen: ledger.value.length }) : ledger;
    }),

    serve(channels.keepMissingFacts, 'unlocked', (request) => {
      const { encounterId, recipient, facts, decidedBy, language, given } = request;
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      if (!isInUse(desk, recipient)) return err({ kind: 'RecipientUnknown' });
      const why = cannotDecide(
        deciderNoted(decidedBy, opened.value.draft),
        placeOf(desk)?.ownConsentFrom,
      );
      if (why !== undefined) return err({ kind: 'CannotConsent', why });
      const { caseId } = opened.value;
      const judged = judgeable(desk, caseId);
      if (!judged.ok) return judged;
      const { entries, at: from } = judged.value;
      const at = momentOf(desk);
      const explanation = givenWithin(opened.value, request.explanation, at);
      const lack = lackOf(explanation, anotherSince(desk).get(recipient));
      if (lack !== undefined) return err(lack);
      if (request.seen !== entries.length) return err({ kind: 'ChangedMeanwhile' });
      const session = desk.session();
      const entry: ConsentEntry = {
        id: desk.ids.next(),
        recipient,
        item: 'missing-facts',
        purpose: 'reported-missing',
        decision: 'yes',
        decidedBy,
        language,
        explanation,
        given,
        from,
        until: addDays(at, missingConsentLastsDays),
        recordedAt: at,
        recordedBy: session.member.id,
      };
      // Whoever was named before is named no longer: one agency gets them, the one named last.
      const others = recipientsOf(entries).filter((each) => each !== recipient);
      const noMore = others.map((each) => takenBack(desk, each, { language, given }, at));
      const written = commitIfRoom(session.database, () => {
        addConsentEntries(session, caseId, [...noMore, entry]);
        store.writeMissingFacts(session, caseId, facts);
        removeTyped(session, caseId, 'missing-facts');
        appendAudit(session, { kind: 'consent-recorded', caseId, yes: 1, no: noMore.length });
        return null;
      });
      if (written.ok) onChanged();
      return written;
    }),

    serve(channels.takeBackMissingFacts, 'unlocked', ({ encounterId, language, given }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const { caseId } = opened.value;
      const judged = judgeable(desk, caseId);
      if (!judged.ok) return judged;
      const { entries } = judged.value;
      const at = momentOf(desk);
      const session = desk.session();
      const no = recipientsOf(entries).map((each) =>
        takenBack(desk, each, { language, given }, at),
      );
      const written = commitIfRoom(session.database, () => {
        addConsentEntries(session, caseId, no);
        store.removeMissingFacts(session, caseId);
        removeTypedOfAll(session, caseId, 'missing-facts');
        appendAudit(session, { kind: 'consent-withdrawn', caseId });
        return null;
      });
      if (written.ok) onChanged();
      return written;
    }),

    serve(channels.reportMissing, 'unlocked', ({ caseId, report, reason }) => {
      if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
      const session = desk.session();
      const encounter = listEncounters(session).find((each) => each.caseId === caseId);
      if (encounter === undefined) return err({ kind: 'CaseUnknown' });
      const agreed = agreementOf(desk, caseId);
      if (!agreed.ok) return agreed;
      if (agreed.value === undefined) return err({ kind: 'ConsentMissing' });
      const { recipient } = agreed.value;
      const body: GroundBody = {
        id: GroundId.parse(desk.ids.next()),
        caseId,
        encounterId: encounter.id,
        facts: {
          kind: 'reported-missing',
          law: null,
          recipient,
          facts: report,
          reason,
          items: [],
          told: { kind: 'told', words: 'When the facts were kept.' },
        },
        madeAt: momentOf(desk),
        madeBy: session.member.id,
      };
      const leads = othersThan(desk).filter(({ role }) => role === 'safeguarding-lead');
      return commitIfRoom(session.database, () => {
        const readers = leads.map(({ id }) => id);
        addGround(session, body, readers);
        appendAudit(session, { kind: 'ground-recorded', caseId });
        return { groundId: body.id, encounterId: encounter.id };
      });
    }),
  ];
}

/** That one recipient gets these facts no more. */
function takenBack(
  desk: Desk,
  recipient: ContactId,
  how: Pick<ConsentEntry, 'language' | 'given'>,
  at: Instant,
): ConsentEntry {
  return {
    id: desk.ids.next(),
    recipient,
    item: 'missing-facts',
    purpose: 'reported-missing',
    decision: 'no',
    decidedBy: thePerson,
    ...how,
    explanation: null,
    from: at,
    until: at,
    recordedAt: at,
    recordedBy: desk.session().member.id,
  };
}

/** For whom a yes about these facts is in force, and until when. */
export function agreementOf(
  desk: Desk,
  caseId: CaseId,
): Result<
  | {
      readonly recipient: ContactId;
      readonly agreedAt: string;
      readonly until: string;
      readonly at: string;
    }
  | undefined,
  { readonly kind: 'LedgerBroken' }
> {
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const purpose = 'reported-missing' as const;
  const recipient = recipientsOf(entries).findLast(
    (each) =>
      uncoveredItems(entries, { recipient: each, purpose, items: ['missing-facts'] }, at).length ===
      0,
  );
  if (recipient === undefined) return ok(undefined);
  const entry = agreementsInForce(entries, recipient, at, purpose).get('missing-facts');
  return ok(
    entry === undefined ? undefined : { recipient, agreedAt: entry.from, until: entry.until, at },
  );
}

/** Everybody who was ever named for these facts, in the order of the ledger. */
function recipientsOf(entries: readonly ConsentEntry[]): readonly ContactId[] {
  return [
    ...new Set(
      entries.filter(({ item }) => item === 'missing-facts').map(({ recipient }) => recipient),
    ),
  ];
}
