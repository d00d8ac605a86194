import type { Instant } from '#core/base/capabilities.ts';
import { assert } from '#core/base/assert.ts';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { leadsIn } from '#core/domain/people.ts';
import { StaffId } from '#core/domain/staff.ts';
import { type CaseAccess, readCaseAccess } from '../audit/case-access.ts';
import { readRoster } from '../audit/roster.ts';
import { appendAudit, checkKeptVersion, keepVersion, ledgerOf, trustedNow } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import type { Database } from '../database.ts';
import { isSignedBy, openSealed, randomKey, sealFor, sign, wipe } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { readFacility } from './facility.ts';
import { readBoxPublic } from './staff.ts';

/**
 * Opens a case with a key of its own, for the member who opens it and, where the rule of the
 * place says so, for its leads: by a grant like any other. Inside a transaction.
 */
export function addCaseFile(
  session: VaultSession,
  id: CaseId,
  encounterId: EncounterId,
  at: Instant,
): void {
  session.database
    .prepare('INSERT INTO case_file (id, opened_at, opened_by) VALUES (?, ?, ?)')
    .run([id, at, session.member.id]);
  appendAudit(session, { kind: 'case-opened', caseId: id, encounterId });
  const key = randomKey();
  writeGrant(session, id, session.member.id, key, session.keys.boxPublic);
  for (const lead of leadsDue(session, id)) grantWith(session, id, lead, key);
  wipe(key);
}

/** The leads who hold no key of a case and, by the rule of the place, should. */
export function leadsDue({ database }: VaultSession, id: CaseId): readonly StaffId[] {
  if (readFacility(database).leadsRead !== 'all') return [];
  const granted = new Set(granteesOf(database, id));
  return leadsIn([...readRoster(database).values()])
    .map((lead) => lead.id)
    .filter((lead) => !granted.has(lead));
}

/** Everybody for whom there is a row with the key of a case. */
export function granteesOf(database: Database, id: CaseId): readonly StaffId[] {
  return database
    .prepare('SELECT staff_id FROM case_grant WHERE case_id = ? ORDER BY granted_at, staff_id', {
      pluck: true,
    })
    .all([id])
    .map((staff) => StaffId.parse(staff));
}

/**
 * Gives a case to a member, in words that the log keeps. Inside a transaction.
 *
 * @returns false when it could not be sealed: the member's own key for sealing cannot be trusted
 */
export function grantWith(session: VaultSession, id: CaseId, to: StaffId, key: Buffer): boolean {
  const boxPublic = readBoxPublic(session.database, to);
  if (boxPublic === undefined) return false;
  writeGrant(session, id, to, key, boxPublic);
  appendAudit(session, { kind: 'grant', caseId: id, to });
  return true;
}

/** Writes the row that holds the key for a member. Inside a transaction. */
export function writeGrant(
  session: VaultSession,
  caseId: CaseId,
  staffId: StaffId,
  key: Buffer,
  boxPublic: Buffer,
): void {
  const { database, member, keys } = session;
  const sealedKey = sealFor(boxPublic, key);
  const grant = {
    caseId,
    staffId,
    sealedKey,
    grantedAt: trustedNow(session),
    grantedBy: member.id,
  };
  database
    .prepare(
      `INSERT OR REPLACE INTO case_grant
         (case_id, staff_id, sealed_key, granted_at, granted_by, signature)
       VALUES (:caseId, :staffId, :sealedKey, :grantedAt, :grantedBy, :signature)`,
    )
    .run({ ...grant, signature: sign(grantText(grant), keys) });
  keepVersion(session, recordOf(caseId, staffId), contentOf(grant));
}

/** Takes the row of a member away. Inside a transaction. */
export function dropGrant(session: VaultSession, caseId: CaseId, staffId: StaffId): void {
  session.database
    .prepare('DELETE FROM case_grant WHERE case_id = ? AND staff_id = ?')
    .run([caseId, staffId]);
  keepVersion(session, recordOf(caseId, staffId), undefined);
}

/** Who may open a case. */
export function accessOf(session: VaultSession, id: CaseId): CaseAccess {
  const { database } = session;
  const ledger = ledgerOf(session);
  const opener = ledger.beganLate
    ? database.prepare('SELECT opened_by FROM case_file WHERE id = ?', { pluck: true }).get([id])
    : undefined;
  const foundWith = typeof opener === 'string' ? opener : undefined;
  return readCaseAccess(database, id, ledger.pending(), foundWith);
}

/**
 * The key of a case, if this member was granted it. Its user wipes it.
 *
 * @returns undefined also when the grant was not signed by the member it names, or by one who had
 * no right to grant it
 * @throws RecordAltered when an older row was put in the place of the one the log knows
 */
export function readCaseKey(session: VaultSession, id: CaseId): Buffer | undefined {
  const { database, member, keys } = session;
  if (member.role === 'administrator') return undefined;
  const row = database
    .prepare(
      `SELECT sealed_key, granted_at, granted_by, signature FROM case_grant
       WHERE case_id = ? AND staff_id = ?`,
    )
    .get([id, member.id]);
  if (row === undefined) return undefined;
  const { sealed_key: sealedKey, signature } = row;
  assert(sealedKey instanceof Uint8Array && signature instanceof Uint8Array, 'a grant holds bytes');
  const grant = {
    caseId: id,
    staffId: member.id,
    sealedKey,
    grantedAt: String(row['granted_at']),
    grantedBy: String(row['granted_by']),
  };
  if (accessOf(session, id).holders.get(member.id)?.grantedBy !== grant.grantedBy) return undefined;
  if (!isSignedGrant(database, grant, signature)) return undefined;
  checkKeptVersion(session, recordOf(id, member.id), contentOf(grant));
  return openSealed(sealedKey, keys);
}

/** The grant that was found to be rightly signed last, and by which key. */
const signedLast = new WeakMap<Database, { readonly text: string; readonly mark: Buffer }>();

/** A visit is saved under one grant four times a second: the very same one is not judged again. */
function isSignedGrant(database: Database, grant: Grant, signature: Uint8Array): boolean {
  const signPublic = readRoster(database).get(grant.grantedBy)?.signPublic;
  if (signPublic === undefined) return false;
  const text = grantText(grant);
  const mark = Buffer.concat([signPublic, signature]);
  const last = signedLast.get(database);
  if (last?.text === text && last.mark.equals(mark)) return true;
  if (!isSignedBy(text, signature, signPublic)) return false;
  signedLast.set(database, { text, mark });
  return true;
}

type Grant = {
  readonly caseId: string;
  readonly staffId: string;
  readonly sealedKey: Uint8Array;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
};

function grantText(grant: Grant): string {
  const sealedKey = Buffer.from(grant.sealedKey).toString('base64');
  return ['grant-1', grant.caseId, grant.staffId, sealedKey, grant.grantedAt, grant.grantedBy].join(
    '|',
  );
}

function recordOf(caseId: CaseId, staffId: StaffId): string {
  return `grant:${caseId}:${staffId}`;
}

function contentOf({ caseId, staffId, sealedKey, grantedAt, grantedBy }: Grant): string {
  return canonical('grant', [caseId, staffId, digest(sealedKey), grantedAt, grantedBy]);
}
