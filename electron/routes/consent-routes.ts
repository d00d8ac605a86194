import type { Instant } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { addDays } from '#core/domain/calendar-date.ts';
import {
  type ConsentDecision,
  type ConsentEntry,
  ConsentItem,
  decisionOn,
  consentLastsDays,
  type ExplainedPoint,
  type Explanation,
  isExplained,
  type LedgerItem,
  LedgerItem as LedgerItems,
  notUnderstood,
} from '#core/domain/consent.ts';
import { cannotDecide, thePerson } from '#core/domain/decider.ts';
import type { CaseId, Encounter } from '#core/domain/encounter.ts';
import type { ReferralId } from '#core/domain/referral.ts';
import { deciderNoted } from '#core/journey/deciding.ts';
import { withoutDecision } from '#core/journey/visit.ts';
import { readConsent, recordConsent, withdrawConsent } from '#core/ipc/consent-channels.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { addConsentEntries, readLedger } from '../vault/repositories/consent.ts';
import { readEncountersOf, writeDraft } from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';
import { anotherSince, judgeable, knownNow, momentOf } from './issuing.ts';
import { openEncounter } from './open-encounter.ts';
import { placeOf } from './place.ts';
import { endReferrals } from './referral-stop.ts';
import { type Route, serve } from './serve.ts';

type Fields = Omit<ConsentEntry, 'id' | 'item' | 'decision'>;

/** Tells the open pages: what may be passed on is about to change, and has changed or could not be. */
export type ConsentTelling = { readonly changing: () => void; readonly changed: () => void };

export function consentRoutes(desk: Desk, telling: ConsentTelling): readonly Route[] {
  return [
    serve(recordConsent, 'unlocked', (request) => {
      const { encounterId, recipient, yesTo, noTo, decidedBy, explanation, given, language } =
        request;
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      if (!isKnown(desk, recipient)) return err({ kind: 'RecipientUnknown' });
      const at = momentOf(desk);
      const explained = explanation && givenWithin(opened.value, explanation, at);
      if (yesTo.length > 0) {
        if (!isInUse(desk, recipient)) return err({ kind: 'RecipientUnknown' });
        const why = cannotDecide(
          deciderNoted(decidedBy, opened.value.draft),
          placeOf(desk)?.ownConsentFrom,
        );
        if (why !== undefined) return err({ kind: 'CannotConsent', why });
        const lack = lackOf(explained, anotherSince(desk).get(recipient));
        if (lack !== undefined) return err(lack);
        const ledger = readLedger(desk.session(), opened.value.caseId);
        if (!ledger.ok) return ledger;
        if (request.seen !== ledger.value.length) return err({ kind: 'ChangedMeanwhile' });
      }
      const fields: Fields = {
        recipient,
        purpose: 'referral',
        decidedBy,
        language,
        explanation: explained,
        given,
        ...lasting(desk, at),
        recordedBy: desk.session().member.id,
      };
      const entries = ConsentItem.options.map((item) =>
        entryOf(desk, fields, item, decisionOn(item, yesTo, noTo)),
      );
      telling.changing();
      const written = write(desk, opened.value, entries);
      telling.changed();
      return written.ok ? ok(entries) : written;
    }),

    serve(withdrawConsent, 'unlocked', (request) => {
      const { encounterId, recipient, purpose, language, given } = request;
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const ledger = readLedger(desk.session(), opened.value.caseId);
      if (!ledger.ok) return ledger;
      // A helper who left the directory can be told no more, and a yes to them can be taken back.
      const isNamed = ledger.value.some((entry) => entry.recipient === recipient);
      if (!isNamed && !isKnown(desk, recipient)) return err({ kind: 'RecipientUnknown' });
      const fields: Fields = {
        recipient,
        purpose,
        decidedBy: thePerson,
        language,
        explanation: null,
        given,
        ...lasting(desk, momentOf(desk)),
        recordedBy: desk.session().member.id,
      };
      const entries = LedgerItems.options.map((item) => entryOf(desk, fields, item, 'no'));
      // Nobody waits for the disk to see it gone.
      telling.changing();
      const written = write(desk, opened.value, entries, () => {
        if (purpose === 'referral') askAnew(desk, opened.value.caseId, recipient);
      });
      telling.changed();
      return written.ok ? ok({ stopped: [...written.value] }) : written;
    }),

    serve(readConsent, 'unlocked', ({ encounterId }) => {
      const opened = openEncounter(desk, encounterId);
      if (!opened.ok) return opened;
      const judged = judgeable(desk, opened.value.caseId);
      return judged.ok ? ok([...judged.value.entries]) : judged;
    }),
  ];
}

/**
 * What an explanation lacks for a yes, or undefined.
 *
 * @param since when the helper was described as another: what was said before was said of the one before
 */
export function lackOf(
  explanation: Explanation | null,
  since: Instant | undefined,
):
  | { readonly kind: 'NotUnderstood'; readonly points: ExplainedPoint[] }
  | { readonly kind: 'ExplanationMissing' }
  | undefined {
  const points = explanation === null ? [] : [...notUnderstood(explanation)];
  if (points.length > 0) return { kind: 'NotUnderstood', points };
  const isOfOneBefore = explanation !== null && since !== undefined && explanation.givenAt <= since;
  return isExplained(explanation) && !isOfOneBefore ? undefined : { kind: 'ExplanationMissing' };
}

/** A page whose clock is wrong, or that says what it likes, stamps nothing from outside this visit. */
export function givenWithin(
  { startedAt }: Pick<Encounter, 'startedAt'>,
  explanation: Explanation,
  at: Instant,
): Explanation {
  const { givenAt } = explanation;
  return { ...explanation, givenAt: startedAt <= givenAt && givenAt <= at ? givenAt : at };
}

/** Whether this place sends anybody there: a helper that it does not use any more is told nothing new. */
export function isInUse(desk: Desk, recipient: ConsentEntry['recipient']): boolean {
  return desk.pack().contacts.some((contact) => contact.id === recipient && contact.isInUse);
}

function isKnown(desk: Desk, recipient: ConsentEntry['recipient']): boolean {
  return desk.pack().contacts.some(({ id }) => id === recipient);
}

/** @param at when it is written down: never before anything that was */
function lasting(desk: Desk, at: Instant): Pick<ConsentEntry, 'from' | 'until' | 'recordedAt'> {
  const known = knownNow(desk);
  // The clock has gone on since: what counts from later than it was written down would not count yet,
  // and would stop the referral that rests on it.
  const from = known < at ? known : at;
  return { from, until: addDays(at, consentLastsDays), recordedAt: at };
}

export function entryOf(
  desk: Desk,
  fields: Fields,
  item: LedgerItem,
  decision: ConsentEntry['decision'],
): ConsentEntry {
  return { ...fields, id: desk.ids.next(), item, decision };
}

/**
 * What was ticked before a yes was taken back would be a yes again with the next key press: a visit
 * still being held goes back to the question what the person wants. Inside a transaction.
 */
function askAnew(desk: Desk, caseId: CaseId, recipient: ConsentEntry['recipient']): void {
  const session = desk.session();
  for (const encounter of readEncountersOf(session, caseId) ?? []) {
    const { state, draft } = encounter;
    const isAbout = draft.outcome.kind === 'refer' && draft.outcome.recipient === recipient;
    if (state === 'draft' && isAbout) writeDraft(session, encounter, withoutDecision(draft));
  }
}

/** Adds entries, and stops in the same transaction every referral that lost its yes by them. */
export function write(
  desk: Desk,
  { caseId }: Pick<Encounter, 'caseId'>,
  entries: readonly ConsentEntry[],
  beside: () => void = () => {},
): Result<readonly ReferralId[], { readonly kind: 'DiskFull' | 'LedgerBroken' }> {
  const session = desk.session();
  const before = readLedger(session, caseId);
  if (!before.ok) return before;
  const at = entries[0]?.recordedAt ?? desk.clock.now();
  return commitIfRoom(session.database, () => {
    addConsentEntries(session, caseId, entries);
    const count = (wanted: ConsentDecision) =>
      entries.filter(({ decision }) => decision === wanted).length;
    const [yes, no] = [count('yes'), count('no')];
    appendAudit(
      session,
      yes === 0 && no > 0
        ? { kind: 'consent-withdrawn', caseId }
        : { kind: 'consent-recorded', caseId, yes, no },
    );
    beside();
    return endReferrals(session, caseId, [...before.value, ...entries], at, 'stopped');
  });
}
