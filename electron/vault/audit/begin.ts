import type { Clock } from '#core/base/capabilities.ts';
import type { AuditEvent } from '#core/domain/audit-entry.ts';
import { StaffId, type StaffMember } from '#core/domain/staff.ts';
import { isDiskFull } from '../../platform/files.ts';
import type { Attempts, FailedTry } from '../attempts.ts';
import { appendAudit, attachLedger, ledgerOf } from '../audit-log.ts';
import { commit, type Database } from '../database.ts';
import { type Bytes, type MemberKeys, randomKey } from '../keys.ts';
import { readMark } from './high-water.ts';
import { createLedger } from './ledger.ts';
import * as table from './log-table.ts';

type Signing = {
  readonly database: Database;
  readonly folder: string;
  readonly vaultId: string;
  readonly member: StaffMember;
  readonly keys: MemberKeys;
  readonly clock: Clock;
};

/**
 * Makes ready to begin the log of a new store.
 *
 * @returns what to call inside the transaction that lays the store down
 */
export function layDownLog(signing: Signing): () => void {
  const markKey = randomKey();
  const log = table.openLog(signing.database);
  attachLedger(signing.database, createLedger({ ...signing, ...log, markKey }));
  return () => {
    table.writeMarkKey(signing.database, markKey);
    appendAudit(signing, { kind: 'set-up', signPublic: publicOf(signing.keys) });
  };
}

/**
 * Ties a session to the log: what is wrong with it, whether the store is behind its mark,
 * what the clock says, and that somebody signed in. None of it keeps anybody out.
 *
 * @param attempts the wrong tries since somebody signed in last, counted outside the store
 */
export function signIn(signing: Signing, attempts: Pick<Attempts, 'untold' | 'markTold'>): void {
  const { database, folder, vaultId, keys, member } = signing;
  const log = table.openLog(database);
  const known = table.readMarkKey(database);
  const markKey = known ?? randomKey();
  // Also in the session that begins the log: its records were there before.
  const beganLate = log.beganLate || log.head.position === 0;
  const ledger = createLedger({ ...signing, ...log, beganLate, markKey });
  attachLedger(database, ledger);
  const found: AuditEvent[] = failedTries(attempts.untold());
  if (log.head.position === 0) found.unshift(logBegun(database));
  else {
    const behind = table.compareWithMark(database, log.head, readMark(folder, markKey, vaultId));
    if (behind !== undefined) found.push(behind);
    const isMine = log.signers.get(member.id)?.every((byte, at) => byte === keys.signPublic[at]);
    if (!log.isSound || isMine !== true)
      found.push({ kind: 'log-verified', upTo: log.head.position, isSound: false });
  }
  const verdict = ledger.clockVerdict();
  if (verdict.kind !== 'sound') {
    const { kind: direction, clock, latest } = verdict;
    found.push({ kind: 'clock-jumped', direction, clock, latest });
  }
  found.push({ kind: 'unlock' });
  try {
    commit(database, () => {
      if (known === undefined) table.writeMarkKey(database, markKey);
      for (const event of found) appendAudit(signing, event);
    });
    // Of a store that was put back, both copies of the mark have to be told.
    ledger.markBoth();
    attempts.markTold();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    if (ledger.head().position === log.head.position)
      for (const event of found) ledger.putOff(event);
  }
}

/**
 * Ties the same session to a store that is about to take the place of its own, under another key.
 *
 * @param signing `folder` is where the marks of that store go
 * @param markKey another key of the mark, or nothing to keep the one it has
 * @returns what to call inside the first transaction
 */
export function carryLogOver(signing: Signing, markKey: Bytes | undefined): () => void {
  const { database } = signing;
  const log = table.openLog(database);
  const key = markKey ?? table.readMarkKey(database) ?? randomKey();
  attachLedger(database, createLedger({ ...signing, ...log, markKey: key }));
  return () => table.writeMarkKey(database, key);
}

/**
 * Says in a copy that somebody goes back to it.
 *
 * @param signing `folder` is that of the copy, so that the mark of the store stays as it is
 */
export function noteRestore(signing: Signing, lost: number | null): void {
  const { database } = signing;
  const log = table.openLog(database);
  const markKey = table.readMarkKey(database) ?? randomKey();
  const beganLate = log.beganLate || log.head.position === 0;
  attachLedger(database, createLedger({ ...signing, ...log, beganLate, markKey }));
  const upTo = log.head.position;
  commit(database, () => {
    // A copy from before there was a log.
    if (upTo === 0) appendAudit(signing, logBegun(database));
    appendAudit(signing, { kind: 'backup-restored', upTo, lost });
  });
}

/** Says that the session is over, if the disk takes it: a lock waits for nothing. */
export function signOut(database: Database): void {
  try {
    commit(database, () => appendAudit({ database }, { kind: 'lock' }));
    ledgerOf({ database }).markBoth();
  } catch {
    // The next unlock shows that a session ended without a word.
  }
}

function failedTries(tries: readonly FailedTry[]): AuditEvent[] {
  const times = tries.map(({ at }) => at).toSorted();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ kind: 'unlock-failed', count: tries.length, first, last }];
}

/** A store from before there was a log: whoever works there is taken as they are found. */
function logBegun(database: Database): AuditEvent {
  const rows = database.prepare('SELECT id, sign_public FROM staff').all([]);
  return {
    kind: 'log-begun',
    members: rows.flatMap(({ id, sign_public: key }) =>
      key instanceof Uint8Array
        ? [{ member: StaffId.parse(id), signPublic: Buffer.from(key).toString('base64') }]
        : [],
    ),
  };
}

function publicOf(keys: MemberKeys): string {
  return keys.signPublic.toString('base64');
}
