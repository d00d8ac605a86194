import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import type { AuditEntry, AuditEvent } from '#core/domain/audit-entry.ts';
import type { Bytes } from '../keys.ts';
import type { Database } from '../database.ts';
import {
  judgeEntry,
  learnKeys,
  noHash,
  signerOf,
  type SignerKeys,
  type StoredEntry,
} from './chain.ts';
import type { MarkReading } from './high-water.ts';
import { emptyRoot } from './record-heads.ts';

/** Where the log stands: what the next entry is tied to. */
export type LogHead = {
  readonly position: number;
  readonly hash: string;
  readonly saves: number;
  readonly heads: string;
};

const emptyLog: LogHead = { position: 0, hash: noHash, saves: 0, heads: emptyRoot };

export function insertEntry(database: Database, stored: StoredEntry): void {
  database
    .prepare(
      `INSERT INTO audit_entry (position, body, hash, signature)
       VALUES (:position, :body, :hash, :signature)`,
    )
    .run(stored);
}

/** Entries of the log as they lie there, in their order. `where` is a piece of SQL of ours. */
export function readEntries(
  database: Database,
  where: string,
  values: readonly (string | number)[],
): StoredEntry[] {
  return database
    .prepare(`SELECT position, body, hash, signature FROM audit_entry WHERE ${where}`)
    .all([...values])
    .map((row) => {
      const { hash, signature } = row;
      assert(hash instanceof Uint8Array && signature instanceof Uint8Array, 'bytes are bytes');
      return {
        position: Number(row['position']),
        body: String(row['body']),
        hash: Buffer.from(hash),
        signature: Buffer.from(signature),
      };
    });
}

/** What the end of the log says, and whether what was looked at is sound. All of it is `verifyLog`. */
export function openLog(database: Database): {
  readonly head: LogHead;
  readonly signers: SignerKeys;
  readonly latest: Instant | undefined;
  /** The log was begun in a store that had records already; those are not in it. */
  readonly beganLate: boolean;
  readonly isSound: boolean;
} {
  const signers: SignerKeys = new Map();
  let isSound = true;
  let beganLate = false;
  const judge = (stored: StoredEntry): AuditEntry | undefined => {
    const entry = judgeEntry(stored, (read) => signerOf(signers, read));
    if (typeof entry === 'string') isSound = false;
    return typeof entry === 'string' ? undefined : entry;
  };
  const kinds = "'set-up', 'log-begun', 'member-added'";
  for (const stored of readEntries(database, `kind IN (${kinds}) ORDER BY position`, [])) {
    const entry = judge(stored);
    if (entry === undefined) continue;
    learnKeys(signers, entry);
    beganLate ||= entry.event.kind === 'log-begun' && entry.position === 1;
  }
  const [last] = readEntries(database, 'true ORDER BY position DESC LIMIT 1', []);
  if (last === undefined) {
    return { head: emptyLog, signers, latest: undefined, beganLate: false, isSound: true };
  }
  const entry = judge(last);
  const head: LogHead = {
    position: last.position,
    hash: Buffer.from(last.hash).toString('base64url'),
    saves: entry?.saves ?? 0,
    heads: entry?.heads ?? emptyRoot,
  };
  return { head, signers, latest: latestTime(database), beganLate, isSound };
}

/** The latest time in the log that nobody had to doubt. */
function latestTime(database: Database): Instant | undefined {
  const at = database
    .prepare(
      `SELECT at FROM audit_entry WHERE NOT body ->> '$.isTimeDoubtful'
       ORDER BY position DESC LIMIT 1`,
      { pluck: true },
    )
    .get([]);
  return typeof at === 'string' ? at : undefined;
}

/** When the records last went back to a copy, or undefined. */
export function lastRestoreAt(database: Database): Instant | undefined {
  const at = database
    .prepare("SELECT max(at) FROM audit_entry WHERE kind = 'backup-restored'", { pluck: true })
    .get([]);
  return typeof at === 'string' ? at : undefined;
}

/**
 * Whether a copy of these records was ever made, wherever it is by now. A copy does not have the
 * line that tells of itself.
 */
export function wasEverCopied(database: Database): boolean {
  const where = "kind IN ('backup-made', 'backup-restored') LIMIT 1";
  return readEntries(database, where, []).length > 0;
}

/** What the mark outside the store has to say about the store: nothing, as a rule. */
export function compareWithMark(
  database: Database,
  head: LogHead,
  reading: MarkReading,
): AuditEvent | undefined {
  return judgeByMark(head, reading, (position) => {
    const [there] = readEntries(database, 'position = ?', [position]);
    return there === undefined ? undefined : Buffer.from(there.hash).toString('base64url');
  });
}

/** @param hashAt the hash of the entry at a place, or undefined where there is none */
export function judgeByMark(
  head: Pick<LogHead, 'position' | 'saves'>,
  reading: MarkReading,
  hashAt: (position: number) => string | undefined,
): AuditEvent | undefined {
  if (reading.kind === 'missing') return { kind: 'mark-missing' };
  if (reading.kind === 'damaged') return { kind: 'mark-damaged' };
  const { position, saves, hash } = reading.mark;
  if (position > head.position)
    return {
      kind: 'records-older',
      markedPosition: position,
      missingEntries: position - head.position,
      missingSaves: Math.max(0, saves - head.saves),
    };
  if (position === 0) return undefined;
  // A store that is ahead is what a program leaves that was stopped before it had acknowledged.
  return hashAt(position) === hash
    ? undefined
    : { kind: 'records-replaced', markedPosition: position };
}

/** The key of the mark. It lies in the store, so that only who has the database key can make a mark. */
export function readMarkKey(database: Database): Bytes | undefined {
  const key = database.prepare('SELECT key FROM mark_key', { pluck: true }).get([]);
  return key instanceof Uint8Array ? Buffer.from(key) : undefined;
}

/** Sets the key of the mark: also due, with a new one, whenever the database key is changed. */
export function writeMarkKey(database: Database, key: Bytes): void {
  database
    .prepare(
      'INSERT INTO mark_key (one, key) VALUES (1, :key) ON CONFLICT DO UPDATE SET key = :key',
    )
    .run({ key });
}
