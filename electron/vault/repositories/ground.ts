import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { GroundBody, type GroundFacts, type GroundId, GroundListing } from '#core/domain/ground.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import { bytesOf, withCaseKey } from '../case-seal.ts';
import { openSealed, sealFor, sign, wipe } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { passingToken } from './consent.ts';
import { copyIn, digestOfEnvelope, openBody, sealEnvelope } from './ground-envelope.ts';
import { isSignedByMember, readBoxPublic } from './staff.ts';

/**
 * Puts down on what ground something will be passed on without a yes. Inside a transaction.
 *
 * @param readers members who get a copy of their own: whoever countersigns reads it first, and
 * needs no key to the case for that
 */
export function addGround(
  session: VaultSession,
  body: GroundBody,
  readers: readonly StaffId[],
): void {
  const { id, caseId, facts, madeAt } = body;
  const made = withCaseKey(session, caseId, (key) => ({
    tokens: JSON.stringify(tokensOf(facts, key)),
    sealed: sealEnvelope(
      body,
      key,
      contextOf(caseId, id),
      copiesOf(session.database, body, readers),
    ),
  }));
  assert(made !== undefined, 'a member who names a ground holds the key of the case');
  const { tokens, sealed } = made;
  const row = { id, caseId, kind: facts.kind, tokens, madeAt, madeBy: session.member.id, sealed };
  session.database
    .prepare(
      `INSERT INTO ground (id, case_id, kind, tokens, made_at, made_by, sealed, signature)
       VALUES (:id, :caseId, :kind, :tokens, :madeAt, :madeBy, :sealed, :signature)`,
    )
    .run({ ...row, signature: sign(groundText(row), session.keys) });
  keep(session, id);
}

/** Another member has read the ground and signs it. Inside a transaction. */
export function addCountersignature(session: VaultSession, id: GroundId, at: Instant): void {
  const row = rowsOf(session, id)?.row;
  assert(row !== undefined, 'what is countersigned is there');
  const text = countersignText(row, at, session.member.id);
  session.database
    .prepare(
      `INSERT INTO countersignature (ground_id, signed_at, signed_by, signature)
       VALUES (?, ?, ?, ?)`,
    )
    .run([id, at, session.member.id, sign(text, session.keys)]);
  keep(session, id);
}

/** The grounds that this member made or may read, oldest first. One that was forged is left out. */
export function listGrounds(session: VaultSession): readonly GroundListing[] {
  const { database, member } = session;
  return database
    .prepare(
      `SELECT id, sealed, case_id IN (SELECT case_id FROM case_grant WHERE staff_id = :me) AS isOpen
       FROM ground ORDER BY position`,
    )
    .all({ me: member.id })
    .filter(({ sealed, isOpen }) => isOpen === 1 || copyFor(session, sealed) !== undefined)
    .flatMap(({ id }) => listingOf(session, String(id)) ?? []);
}

export type GroundUnknown = { readonly kind: 'GroundUnknown' };

/**
 * A ground with its facts, for whoever holds the key of the case or a copy.
 *
 * @throws RecordAltered when the log knows another state of it
 */
export function readGround(
  session: VaultSession,
  id: GroundId,
): Result<{ readonly listing: GroundListing; readonly body: GroundBody }, GroundUnknown> {
  const listing = listingOf(session, id);
  const body = listing && (bodyByCase(session, listing) ?? bodyByCopy(session, listing));
  if (listing === undefined || body === undefined) return err({ kind: 'GroundUnknown' });
  const { caseId, kind, madeAt, madeBy } = listing;
  const isSame =
    body.id === id &&
    body.caseId === caseId &&
    body.facts.kind === kind &&
    body.madeAt === madeAt &&
    body.madeBy === madeBy;
  return isSame ? ok({ listing, body }) : err({ kind: 'GroundUnknown' });
}

function listingOf(session: VaultSession, id: string): GroundListing | undefined {
  const { database } = session;
  const found = rowsOf(session, id);
  if (found === undefined) return undefined;
  checkVersion(session, recordOf(id), contentOf(found));
  const { row, signature, signed } = found;
  if (!isSignedByMember(database, row.madeBy, groundText(row), signature)) return undefined;
  const isSigned =
    signed !== undefined &&
    isSignedByMember(
      database,
      signed.by,
      countersignText(row, signed.at, signed.by),
      signed.signature,
    );
  return GroundListing.parse({
    id,
    caseId: row.caseId,
    kind: row.kind,
    madeAt: row.madeAt,
    madeBy: row.madeBy,
    signedBy: isSigned ? signed.by : null,
    signedAt: isSigned ? signed.at : null,
  });
}

function bodyByCase(session: VaultSession, { id, caseId }: GroundListing): GroundBody | undefined {
  const sealed = rowsOf(session, id)?.row.sealed;
  if (sealed === undefined) return undefined;
  const opened = withCaseKey(session, caseId, (key) =>
    openBody(sealed, key, contextOf(caseId, id)),
  );
  const body = GroundBody.safeParse(opened);
  return body.success ? body.data : undefined;
}

/** The copy for this member. It is signed with the rest of the row, which was checked before. */
function bodyByCopy(session: VaultSession, { id }: GroundListing): GroundBody | undefined {
  const copy = copyFor(session, rowsOf(session, id)?.row.sealed);
  if (copy === undefined) return undefined;
  const message = openSealed(Buffer.from(copy, 'base64'), session.keys);
  if (message === undefined) return undefined;
  const body = GroundBody.safeParse(JSON.parse(message.toString('utf8')));
  wipe(message);
  return body.success ? body.data : undefined;
}

/** An administrator opens no case, and no copy from the time before they were one. */
function copyFor({ member }: VaultSession, sealed: unknown): string | undefined {
  return member.role === 'administrator' ? undefined : copyIn(sealed, member.id);
}

function copiesOf(
  database: VaultSession['database'],
  body: GroundBody,
  readers: readonly StaffId[],
): Readonly<Record<string, string>> {
  const message = Buffer.from(JSON.stringify(body));
  const copies = readers.flatMap((reader) => {
    const boxPublic = readBoxPublic(database, reader);
    return boxPublic === undefined
      ? []
      : [[reader, sealFor(boxPublic, message).toString('base64')] as const];
  });
  wipe(message);
  return Object.fromEntries(copies);
}

function tokensOf({ kind, recipient, items }: GroundFacts, key: Buffer): readonly string[] {
  return kind === 'reported-missing'
    ? [passingToken(key, recipient, 'missing-facts', 'reported-missing')]
    : items.map((item) => passingToken(key, recipient, item, 'referral'));
}

type Row = {
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly tokens: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly sealed: Uint8Array;
};

type Found = {
  readonly row: Row;
  readonly signature: Uint8Array;
  readonly signed:
    { readonly by: string; readonly at: string; readonly signature: Uint8Array } | undefined;
};

function rowsOf({ database }: VaultSession, id: string): Found | undefined {
  const row = database.prepare('SELECT * FROM ground WHERE id = ?').get([id]);
  if (row === undefined) return undefined;
  const signed = database.prepare('SELECT * FROM countersignature WHERE ground_id = ?').get([id]);
  return {
    row: {
      id,
      caseId: CaseId.parse(row['case_id']),
      kind: String(row['kind']),
      tokens: String(row['tokens']),
      madeAt: String(row['made_at']),
      madeBy: String(row['made_by']),
      sealed: bytesOf(row['sealed']),
    },
    signature: bytesOf(row['signature']),
    signed: signed && {
      by: String(signed['signed_by']),
      at: String(signed['signed_at']),
      signature: bytesOf(signed['signature']),
    },
  };
}

/** Notes what the ground and its countersignature are, so that another in their place is noticed. */
function keep(session: VaultSession, id: string): void {
  const found = rowsOf(session, id);
  keepVersion(session, recordOf(id), found && contentOf(found));
}

function contentOf({ row, signature, signed }: Found): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const second = signed === undefined ? [] : [signed.by, signed.at, base64(signed.signature)];
  return canonical('ground', [groundText(row), base64(signature), ...second]);
}

function groundText({ id, caseId, kind, tokens, madeAt, madeBy, sealed }: Row): string {
  return canonical('ground-1', [
    id,
    caseId,
    kind,
    tokens,
    madeAt,
    madeBy,
    digestOfEnvelope(sealed),
  ]);
}

function countersignText(row: Row, at: string, by: string): string {
  return canonical('countersign-1', [row.id, digest(groundText(row)), at, by]);
}

function recordOf(id: string): string {
  return `ground:${id}`;
}

function contextOf(caseId: string, id: string): string {
  return canonical('ground', [caseId, id]);
}
