import { assert } from '#core/base/assert.ts';
import type { Clock, Instant } from '#core/base/capabilities.ts';
import { type AuditEvent, isSave, type RecordChange } from '#core/domain/audit-entry.ts';
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import type { StaffId, StaffMember } from '#core/domain/staff.ts';
import {
  type ClockVerdict,
  judgeClock,
  type StatedDate,
  statedTime,
  type TrustedTime,
  trustedTime,
} from '#core/domain/trusted-time.ts';
import type { CommitObserver, Database } from '../database.ts';
import type { Bytes, MemberKeys } from '../keys.ts';
import { encodeEntry, hashText } from './chain.ts';
import { loadHeads, type LoadedHeads, writeHead } from './heads-table.ts';
import { createMarkWriter, type MarkReading, readMark } from './high-water.ts';
import { insertEntry, type LogHead } from './log-table.ts';
import type { Head } from './record-heads.ts';

export type LedgerBasis = {
  readonly database: Database;
  readonly folder: string;
  readonly vaultId: string;
  readonly member: StaffMember;
  readonly keys: MemberKeys;
  readonly clock: Clock;
  readonly markKey: Bytes;
  readonly head: LogHead;
  readonly latest: Instant | undefined;
  /** Records from before the log was begun are taken as they are. */
  readonly beganLate: boolean;
};

/**
 * The audit log as one session writes it. It takes part in every commit: whatever a
 * transaction changes, its last statement is the entry that says so, and the mark outside
 * the store moves on before anybody is told that the save is done.
 */
export type Ledger = {
  readonly observer: CommitObserver;
  readonly head: () => LogHead;
  readonly append: (event: AuditEvent) => void;
  /** An event that found no room on the disk; it is written with the next save. */
  readonly putOff: (event: AuditEvent) => void;
  readonly stage: (record: string, content: string | undefined) => void;
  /** Whether this is the latest version of a record. Undefined stands for a record that is not there. */
  readonly isLatest: (record: string, content: string | undefined) => boolean;
  /** What the running transaction has said so far. */
  readonly pending: () => { readonly by: StaffId; readonly events: readonly AuditEvent[] };
  /** The place of the latest entry of one of these kinds that was written since the database was opened, or 0. */
  readonly lastOf: (kinds: readonly AuditEvent['kind'][]) => number;
  /** The log was begun in a store that had records already. */
  readonly beganLate: boolean;
  /** Whether the log knows any version of a record. */
  readonly isKept: (record: string) => boolean;
  /** Notes that a record was not served, once in a session. */
  readonly refuse: (record: string) => void;
  readonly time: () => TrustedTime;
  readonly clockVerdict: () => ClockVerdict;
  /** The time by the date that somebody gave in this session, also where it is before the log's latest. */
  readonly statedNow: () => Instant | undefined;
  /** Whether the time does not go on, because clock and stated date are before the log's latest. */
  readonly standsStill: () => boolean;
  readonly stateDate: (date: CalendarDate) => void;
  /** What the mark outside the store says now. */
  readonly readMark: () => MarkReading;
  /** Brings both copies of the mark up to date, as at the end of a session. */
  readonly markBoth: () => void;
};

/** Where the latest entry of each kind stands that was written since the database was opened. */
const placesIn = new WeakMap<Database, Map<AuditEvent['kind'], number>>();

export function createLedger(basis: LedgerBasis): Ledger {
  const { database, folder, vaultId, member, keys, clock } = basis;
  const marks = createMarkWriter(folder, basis.markKey);
  let { head, latest } = basis;
  let loaded: LoadedHeads | undefined;
  let stated: StatedDate | undefined;
  let putOff: readonly AuditEvent[] = [];
  let running: Transaction | undefined;
  const refused = new Set<string>();
  const places = placesIn.get(database) ?? new Map<AuditEvent['kind'], number>();
  placesIn.set(database, places);

  /** Read when first needed: signing in waits for none of it. */
  function heads(): LoadedHeads['heads'] {
    if (loaded === undefined) {
      loaded = loadHeads(database, head.heads);
      if (loaded.mended.length > 0 || !loaded.isSound)
        putOff = [
          ...putOff,
          { kind: 'log-verified', upTo: head.position, isSound: loaded.isSound },
        ];
    }
    return loaded.heads;
  }

  const statedNow = () => stated && statedTime(clock.now(), stated);
  function time(): TrustedTime {
    return trustedTime(clock.now(), latest, stated);
  }

  function seal(): void {
    assert(running !== undefined, 'a transaction is running');
    const { staged } = running;
    // Before the events are gathered: reading the heads may find something to say.
    if (staged.size > 0) heads();
    const events = [...putOff, ...running.events];
    const isSaid = events.some(({ kind }) => isSave(kind));
    if (events.length === 0 || (staged.size > 0 && !isSaid))
      events.push({ kind: 'records-written' });
    const carrier = events.findLastIndex(({ kind }) => isSave(kind));
    const firstSave = events.findIndex(({ kind }) => isSave(kind));
    const changed = staged.size === 0 ? [] : bringForward(staged, running.before);
    const root = changed.length === 0 ? head.heads : heads().root();
    const { at, isDoubtful } = time();
    let last = head;
    const written: (readonly [AuditEvent['kind'], number])[] = [];
    events.forEach((event, index) => {
      const saves = head.saves + (firstSave >= 0 && index >= firstSave ? 1 : 0);
      const hasChanges = carrier >= 0 && index >= carrier;
      const stored = encodeEntry(
        {
          position: last.position + 1,
          at,
          isTimeDoubtful: isDoubtful,
          staff: member.id,
          event,
          changed: index === carrier ? changed : [],
          saves,
          heads: hasChanges ? root : head.heads,
          previous: last.hash,
        },
        keys,
      );
      insertEntry(database, stored);
      written.push([event.kind, stored.position]);
      last = {
        position: stored.position,
        hash: Buffer.from(stored.hash).toString('base64url'),
        saves,
        heads: hasChanges ? root : head.heads,
      };
    });
    running.after = { head: last, latest: isDoubtful ? latest : at, written };
  }

  /** Moves the heads of what was written on by one version, in memory and in the table. */
  function bringForward(
    staged: ReadonlyMap<string, string | undefined>,
    before: Map<string, Head | undefined>,
  ): RecordChange[] {
    // What an old page had put back is put right with the next write.
    for (const record of loaded?.mended ?? []) writeHead(database, record, heads().get(record));
    return [...staged].map(([record, digest]) => {
      const old = heads().get(record);
      before.set(record, old);
      const next = digest === undefined ? undefined : { version: (old?.version ?? 0) + 1, digest };
      heads().set(record, next);
      writeHead(database, record, next);
      return { record, version: next?.version ?? 0, digest: digest ?? '' };
    });
  }

  const observer: CommitObserver = {
    begin() {
      running = { events: [], staged: new Map(), before: new Map(), after: undefined };
    },
    seal,
    settle(isCommitted) {
      const over = running;
      running = undefined;
      if (over === undefined) return;
      if (isCommitted && over.after !== undefined) {
        ({ head, latest } = over.after);
        for (const [kind, position] of over.after.written) places.set(kind, position);
        putOff = [];
      } else for (const [record, old] of over.before) heads().set(record, old);
    },
    mark() {
      marks.write({ vaultId, position: head.position, hash: head.hash, saves: head.saves });
    },
  };

  return {
    observer,
    head: () => head,
    append(event) {
      assert(running !== undefined, 'an entry belongs to the transaction of what it records');
      running.events.push(event);
    },
    putOff(event) {
      putOff = [...putOff, event];
    },
    stage(record, content) {
      assert(running !== undefined, 'a version belongs to the transaction of the write');
      running.staged.set(record, content === undefined ? undefined : digestOf(content));
    },
    isLatest(record, content) {
      // What the running transaction has written is the latest there is.
      const known = running?.staged.has(record)
        ? running.staged.get(record)
        : heads().get(record)?.digest;
      if (known === undefined && basis.beganLate) return true;
      return known === (content === undefined ? undefined : digestOf(content));
    },
    pending: () => ({ by: member.id, events: running?.events ?? [] }),
    lastOf: (kinds) => Math.max(0, ...kinds.map((kind) => places.get(kind) ?? 0)),
    beganLate: basis.beganLate,
    isKept: (record) => running?.staged.has(record) === true || heads().get(record) !== undefined,
    refuse(record) {
      if (refused.has(record)) return;
      refused.add(record);
      putOff = [...putOff, { kind: 'record-refused', record }];
    },
    time,
    clockVerdict: () =>
      stated === undefined ? judgeClock(clock.now(), latest) : { kind: 'sound' },
    statedNow,
    standsStill: () => judgeClock(statedNow() ?? clock.now(), latest).kind === 'behind',
    stateDate(date) {
      stated = { date, clockThen: clock.now() };
    },
    readMark: () => readMark(folder, basis.markKey, vaultId),
    markBoth() {
      marks.writeBoth({ vaultId, position: head.position, hash: head.hash, saves: head.saves });
    },
  };
}

type Transaction = {
  readonly events: AuditEvent[];
  readonly staged: Map<string, string | undefined>;
  /** What to go back to when the transaction is undone. */
  readonly before: Map<string, Head | undefined>;
  after:
    | {
        readonly head: LogHead;
        readonly latest: Instant | undefined;
        readonly written: readonly (readonly [AuditEvent['kind'], number])[];
      }
    | undefined;
};

function digestOf(content: string): string {
  return hashText('record-1\n', content);
}
