import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import type { AuditEvent } from '#core/domain/audit-entry.ts';
import { isDiskFull } from '../platform/files.ts';
import { type Ledger } from './audit/ledger.ts';
import { commit, type Database, observeCommits } from './database.ts';

// What the rest of the vault and the routes call. An entry is written by the very transaction
// whose change it records; docs/adr/0013-audit-log.md says how the log is tied together.

type Signed = { readonly database: Database };

/** By the open database, because everything that writes has that in its hands. */
const ledgers = new WeakMap<Database, Ledger>();

export function attachLedger(database: Database, ledger: Ledger): void {
  ledgers.set(database, ledger);
  observeCommits(database, ledger.observer);
}

/** @throws when nobody is signed in on this database */
export function ledgerOf({ database }: Signed): Ledger {
  const ledger = ledgers.get(database);
  assert(ledger !== undefined, 'somebody is signed in');
  return ledger;
}

/**
 * Whether the log has, behind a place up to which all of it was read in this session, an entry of
 * one of these kinds. Nobody else writes into it: the store is open for this session alone.
 *
 * @param upTo 0 where nothing was read yet
 */
export function hasNewEntries(
  { database }: Signed,
  kinds: readonly AuditEvent['kind'][],
  upTo: number,
): boolean {
  const ledger = ledgers.get(database);
  return ledger === undefined || upTo === 0 || ledger.lastOf(kinds) > upTo;
}

/**
 * Records something that happens in the transaction that is running. Call it inside
 * `commit`, beside the write: both come to the disk together or not at all.
 *
 *   commit(session.database, () => {
 *     closeEncounter(session, id);
 *     appendAudit(session, { kind: 'case-closed', caseId, encounterId: id });
 *   });
 *
 * A transaction that names no event gets the entry `records-written`.
 */
export function appendAudit(session: Signed, event: AuditEvent): void {
  ledgers.get(session.database)?.append(event);
}

/**
 * Records something that changes no record, such as a reading, in a transaction of its own.
 * With a full disk the entry waits for the next save: nobody is kept from reading by it.
 */
export function auditNow(session: Signed, event: AuditEvent): void {
  const ledger = ledgerOf(session);
  const before = ledger.head().position;
  try {
    commit(session.database, () => ledger.append(event));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // Full only when the journal was folded in: the entry is written.
    if (ledger.head().position === before) ledger.putOff(event);
  }
}

/**
 * Notes what a record is after a write, as a text that holds all of it that matters. Call it
 * inside the transaction. The version grows by itself; undefined stands for a record that
 * was taken away.
 *
 * @param record such as `encounter:<id>`; the word before the colon says what it is
 */
export function keepVersion(session: Signed, record: string, content: string | undefined): void {
  ledgers.get(session.database)?.stage(record, content);
}

/** Thrown where a record is read that is not the latest one the log knows of. Nothing of it is served. */
export class RecordAltered extends Error {
  override readonly name = 'RecordAltered';
}

/**
 * Compares a record that was just read with the log. Call it wherever a record is used.
 *
 * @param content the same text as for `keepVersion`, or undefined when there is no such record
 * @throws RecordAltered when an older or another one was put in its place; every call can
 * come back with that, so it is answered in one place (electron/routes/serve.ts)
 */
export function checkVersion(session: Signed, record: string, content: string | undefined): void {
  const ledger = ledgers.get(session.database);
  if (ledger === undefined || ledger.isLatest(record, content)) return;
  ledger.refuse(record);
  throw new RecordAltered('A record is not the latest one.');
}

/**
 * The same for a kind of record that earlier layouts kept no versions of: one that the log knows
 * nothing of is taken as it is.
 *
 * @throws RecordAltered
 */
export function checkKeptVersion(session: Signed, record: string, content: string): void {
  if (ledgers.get(session.database)?.isKept(record) === true)
    checkVersion(session, record, content);
}

/** The time to write down and to judge every expiry by (core/domain/trusted-time.ts). */
export function trustedNow(session: Signed): Instant {
  return ledgerOf(session).time().at;
}
