import { err, ok, type Result } from '#core/base/result.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { asDated, type ConsentEntry, type Passing, uncoveredItems } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { GroundId } from '#core/domain/ground.ts';
import { appendAudit, ledgerOf, trustedNow } from '../vault/audit-log.ts';
import { lastRestoreAt } from '../vault/audit/log-table.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readLedger } from '../vault/repositories/consent.ts';
import { addDisclosure, type Disclosure, latestWritten } from '../vault/repositories/disclosure.ts';
import { readLocal } from '../vault/repositories/local-content.ts';
import type { Desk } from './desk.ts';
import { directoryList } from './local-lists.ts';

// Where something about a person is about to leave. Three nets, one behind the other: the pure
// function over a ledger whose every entry was checked, this process, and the triggers of the
// store. The thing itself is handed out only after the store has taken its row.

export type IssueProblem = { readonly kind: 'ConsentMissing' | 'LedgerBroken' | 'DiskFull' };

/**
 * Now, or the latest moment anything was written at: a clock put back revives no yes. Always after the
 * records went back to a copy, which ended every yes until then.
 */
export function momentOf(desk: Desk): Instant {
  const { database } = desk.session();
  const moments = [trustedNow(desk.session()), latestWritten(database)];
  const wentBackAt = lastRestoreAt(database);
  if (wentBackAt !== undefined) moments.push(justAfter(wentBackAt));
  return moments.reduce((one, other) => (other > one ? other : one));
}

function justAfter(moment: Instant): Instant {
  return new Date(Date.parse(moment) + 1).toISOString();
}

/**
 * The time as it is known: by the date that somebody gave, also where the log was written by a clock
 * that was ahead. Of a clock that is behind, and whose date nobody gave, nothing is known but that it
 * is later than all that was written.
 */
export function knownNow(desk: Desk): Instant {
  const session = desk.session();
  const ledger = ledgerOf(session);
  const isUnknown = ledger.clockVerdict().kind === 'behind';
  return ledger.statedNow() ?? (isUnknown ? momentOf(desk) : trustedNow(session));
}

/** The entries of a case, each of them checked and as it counts now, and the moment at which they are judged. */
export type Judgeable = { readonly entries: readonly ConsentEntry[]; readonly at: Instant };

export function judgeable(
  desk: Desk,
  caseId: CaseId,
): Result<Judgeable, { readonly kind: 'LedgerBroken' }> {
  const ledger = readLedger(desk.session(), caseId);
  if (!ledger.ok) return ledger;
  const now = knownNow(desk);
  const latest = momentOf(desk);
  const others = anotherSince(desk);
  const { unused } = readLocal(desk.session().database, directoryList);
  const entries = ledger.value.map((entry) => {
    const since = others.get(entry.recipient);
    // Agreed to for whoever was in this place in the directory before.
    const isOfAnother = since !== undefined && entry.recordedAt <= since;
    const isOver = isOfAnother || unused.includes(entry.recipient);
    return asDated(isOver && now < entry.until ? { ...entry, until: now } : entry, now, latest);
  });
  return ok({ entries, at: now });
}

/** The helpers of this place that were described as another one, and when that was last. */
export function anotherSince(desk: Desk): ReadonlyMap<ContactId, Instant> {
  const { contacts } = readLocal(desk.session().database, directoryList);
  return new Map(
    contacts.flatMap(({ id, anotherSince: since }) => (since === undefined ? [] : [[id, since]])),
  );
}

/**
 * What rests on a ground was decided without the ledger. One that was changed from outside says
 * nothing about it, and does not hold up help for a life.
 */
export function withoutLedger(desk: Desk): Judgeable {
  return { entries: [], at: knownNow(desk) };
}

/**
 * Writes down that a passing happens now, or says why it may not.
 *
 * @param judged what the thing that leaves was just composed from, in the same turn: then one
 * ledger at one moment decides what is on it and whether it may leave
 */
export function issue(
  desk: Desk,
  about: Pick<Disclosure, 'caseId' | 'kind'> & Passing,
  groundId: GroundId | null = null,
  judged: Result<Judgeable, IssueProblem> = judgeable(desk, about.caseId),
): Result<Disclosure, IssueProblem> {
  const session = desk.session();
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const restsOnConsent = groundId === null || about.kind === 'missing-facts';
  if (about.items.length === 0) return err({ kind: 'ConsentMissing' });
  if (restsOnConsent && uncoveredItems(entries, about, at).length > 0)
    return err({ kind: 'ConsentMissing' });
  const disclosure: Disclosure = {
    ...about,
    id: desk.ids.next(),
    groundId,
    issuedAt: momentOf(desk),
  };
  const written = commitIfRoom(session.database, () => {
    const added = addDisclosure(session, disclosure);
    if (added.ok && groundId !== null) {
      const isMissing = about.kind === 'missing-facts';
      const kind = isMissing ? 'reported-missing-release' : 'disclosure-without-consent';
      appendAudit(session, { kind, caseId: about.caseId });
    }
    return added;
  });
  if (!written.ok) return written;
  return written.value.ok ? ok(disclosure) : written.value;
}
