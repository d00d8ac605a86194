import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { ConsentEntry, type ConsentPurpose, type LedgerItem } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { lastRestoreAt } from '../audit/log-table.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import { canonical, digest, tokenOf } from '../canonical.ts';
import { bytesOf, sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { Database } from '../database.ts';
import { sign } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { isSignedByMember } from './staff.ts';

/** The ledger of a case was changed past the program, or cut. Nothing is passed on until somebody has looked. */
export type LedgerBroken = { readonly kind: 'LedgerBroken' };

type Row = {
  readonly id: string;
  readonly caseId: string;
  readonly number: number;
  readonly previous: string;
  readonly token: string;
  readonly decision: string;
  readonly from: string;
  readonly until: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly sealed: Uint8Array;
};

/**
 * The ledger of each case as this session has checked it, link by link: what was checked needs
 * no second look, and a ledger that has become shorter, or another, was changed.
 */
const checked = new WeakMap<VaultSession, Map<CaseId, readonly Link[]>>();
type Link = { readonly hash: string; readonly entry: ConsentEntry };

/** Adds entries to the ledger of a case, signed and chained. Inside a transaction. */
export function addConsentEntries(
  session: VaultSession,
  caseId: CaseId,
  entries: readonly ConsentEntry[],
): void {
  // Nothing added is no new end of the chain either: an empty ledger has none.
  if (entries.length === 0) return;
  const added = withCaseKey(session, caseId, (key) => {
    let { number, hash } = headOf(session.database, caseId);
    for (const entry of entries) {
      number += 1;
      const { id, decision, from, until, recordedAt, recordedBy } = entry;
      const clear = { id, caseId, number, previous: hash, decision, from, until, recordedAt };
      const token = passingToken(key, entry.recipient, entry.item, entry.purpose);
      const sealed = sealValue(entry, key, contextOf(caseId, number));
      const row: Row = { ...clear, recordedBy, token, sealed };
      const text = signedText(row);
      const signature = sign(text, session.keys);
      session.database
        .prepare(
          `INSERT INTO consent_entry (id, case_id, number, previous, token, decision, starts_at, until,
             recorded_at, recorded_by, sealed, signature)
           VALUES (:id, :caseId, :number, :previous, :token, :decision, :from, :until,
             :recordedAt, :recordedBy, :sealed, :signature)`,
        )
        .run({ ...row, sealed, signature });
      hash = hashOf(text, signature);
    }
    keepVersion(session, recordOf(caseId), hash);
    return true;
  });
  assert(added, 'a member who records consent holds the key of the case');
}

/**
 * All entries of a case in the order in which they were recorded, each checked: its number, the
 * one before it, the signature of the member it names, its seal, and that what stands in clear
 * is what was sealed. A yes from before the records went back to a copy has ended with that: it may
 * have been taken back since the copy, and nobody can know.
 *
 * @throws RecordAltered when the log knows a later one: a withdrawal was cut off, or an old page put back
 */
export function readLedger(
  session: VaultSession,
  caseId: CaseId,
): Result<readonly ConsentEntry[], LedgerBroken> {
  const links = withCaseKey(session, caseId, (key) => {
    const known = checked.get(session)?.get(caseId) ?? [];
    const found: Link[] = [];
    for (const { row, signature } of rowsOf(session.database, caseId)) {
      const previous = found.at(-1)?.hash ?? firstHash(caseId);
      if (row.number !== found.length + 1 || row.previous !== previous) return undefined;
      const hash = hashOf(signedText(row), signature);
      const before = known[found.length];
      if (before !== undefined && before.hash !== hash) return undefined;
      const entry = before?.entry ?? checkedEntry(session, row, signature, key);
      if (entry === undefined) return undefined;
      found.push({ hash, entry });
    }
    return found.length < known.length ? undefined : found;
  });
  if (links === undefined) return err({ kind: 'LedgerBroken' });
  checkVersion(session, recordOf(caseId), links.at(-1)?.hash);
  const ledgers = checked.get(session) ?? new Map<CaseId, readonly Link[]>();
  checked.set(session, ledgers.set(caseId, links));
  const wentBackAt = lastRestoreAt(session.database);
  return ok(links.map(({ entry }) => endedBy(wentBackAt, entry)));
}

function endedBy(wentBackAt: Instant | undefined, entry: ConsentEntry): ConsentEntry {
  const isOlder = wentBackAt !== undefined && entry.recordedAt <= wentBackAt;
  return isOlder && wentBackAt < entry.until ? { ...entry, until: wentBackAt } : entry;
}

/** When the next yes of any case runs out after a moment, or undefined. */
export function nextExpiry({ database }: VaultSession, after: Instant): Instant | undefined {
  const until = database
    .prepare("SELECT min(until) FROM consent_entry WHERE decision = 'yes' AND until > ?", {
      pluck: true,
    })
    .get([after]);
  return typeof until === 'string' ? until : undefined;
}

/** The entry of a row, if the member it names signed it and it is what was sealed. */
function checkedEntry(
  session: VaultSession,
  row: Row,
  signature: Uint8Array,
  key: Buffer,
): ConsentEntry | undefined {
  if (!isSignedByMember(session.database, row.recordedBy, signedText(row), signature))
    return undefined;
  const opened = unsealValue(row.sealed, key, contextOf(row.caseId, row.number));
  const entry = ConsentEntry.safeParse(opened);
  return entry.success && isSame(row, entry.data, key) ? entry.data : undefined;
}

/** What stands in the store for one item, one recipient and one purpose of a case. */
export function passingToken(
  caseKey: Buffer,
  recipient: ContactId,
  item: LedgerItem,
  purpose: ConsentPurpose,
): string {
  return tokenOf(canonical('passing', [recipient, item, purpose]), caseKey);
}

function isSame(row: Row, entry: ConsentEntry, key: Buffer): boolean {
  return (
    row.id === entry.id &&
    row.decision === entry.decision &&
    row.from === entry.from &&
    row.until === entry.until &&
    row.recordedAt === entry.recordedAt &&
    row.recordedBy === entry.recordedBy &&
    row.token === passingToken(key, entry.recipient, entry.item, entry.purpose)
  );
}

function headOf(database: Database, caseId: CaseId): { number: number; hash: string } {
  const last = rowsOf(database, caseId).at(-1);
  if (last === undefined) return { number: 0, hash: firstHash(caseId) };
  return { number: last.row.number, hash: hashOf(signedText(last.row), last.signature) };
}

function rowsOf(
  database: Database,
  caseId: CaseId,
): readonly { readonly row: Row; readonly signature: Uint8Array }[] {
  return database
    .prepare('SELECT * FROM consent_entry WHERE case_id = ? ORDER BY number')
    .all([caseId])
    .map((row) => ({
      row: {
        id: String(row['id']),
        caseId: String(row['case_id']),
        number: Number(row['number']),
        previous: String(row['previous']),
        token: String(row['token']),
        decision: String(row['decision']),
        from: String(row['starts_at']),
        until: String(row['until']),
        recordedAt: String(row['recorded_at']),
        recordedBy: String(row['recorded_by']),
        sealed: bytesOf(row['sealed']),
      },
      signature: bytesOf(row['signature']),
    }));
}

function signedText(row: Row): string {
  const { id, caseId, number, previous, token, decision, from, until } = row;
  const about = [id, caseId, number, previous, token, decision, from, until];
  return canonical('consent-2', [...about, row.recordedAt, row.recordedBy, digest(row.sealed)]);
}

function hashOf(text: string, signature: Uint8Array): string {
  return digest(canonical('link', [text, Buffer.from(signature).toString('base64')]));
}

function recordOf(caseId: CaseId): string {
  return `consent-ledger:${caseId}`;
}

function firstHash(caseId: CaseId): string {
  return digest(canonical('consent-first', [caseId]));
}

function contextOf(caseId: string, number: number): string {
  return canonical('consent-entry', [caseId, number]);
}
