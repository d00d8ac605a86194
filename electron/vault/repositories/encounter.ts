import { hash } from 'node:crypto';
import { assert } from '#core/base/assert.ts';
import { upToDate } from '#core/domain/earlier-draft.ts';
import {
  CaseId,
  Encounter,
  EncounterId,
  EncounterListing,
  VisitDraft,
} from '#core/domain/encounter.ts';
import { sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { Bytes } from '../keys.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import type { VaultSession } from '../vault.ts';

const listed = 'id, case_id AS caseId, state, started_at AS startedAt';

/** The encounters this member may open, newest first. */
export function listEncounters({ database, member }: VaultSession): EncounterListing[] {
  const rows = database
    .prepare(
      `SELECT ${listed} FROM encounter
       WHERE case_id IN (SELECT case_id FROM case_grant WHERE staff_id = ?) ORDER BY id DESC`,
    )
    .all([member.id]);
  return rows.map((row) => EncounterListing.parse(row));
}

export function addEncounter(
  session: VaultSession,
  listing: EncounterListing,
  draft: VisitDraft,
): void {
  const { id, caseId, state, startedAt } = listing;
  const sealedDraft = sealDraft(session, listing, 1, draft);
  assert(sealedDraft !== undefined, 'the member who starts an encounter holds the key of its case');
  session.database
    .prepare(
      `INSERT INTO encounter (id, case_id, state, version, started_at, sealed_draft)
       VALUES (?, ?, ?, 1, ?, ?)`,
    )
    .run([id, caseId, state, startedAt, sealedDraft]);
  keepEncounter(session, id);
}

/**
 * @throws RecordAltered when it is not the encounter as it was saved last
 * @returns undefined when there is none, or this member holds no key to it: the two look alike
 */
export function readEncounter(session: VaultSession, id: EncounterId): Encounter | undefined {
  const row = latestRow(session, id);
  if (row === undefined) return undefined;
  return withCaseKey(session, CaseId.parse(row['caseId']), (key) => openRow(row, key));
}

/** @throws RecordAltered */
function latestRow(session: VaultSession, id: EncounterId): Row | undefined {
  const row = rowOf(session, id);
  checkVersion(session, recordOf(id), contentOf(row));
  return row;
}

function rowOf({ database }: VaultSession, id: EncounterId): Row | undefined {
  return database
    .prepare(`SELECT ${listed}, version, sealed_draft FROM encounter WHERE id = ?`)
    .get([id]);
}

/**
 * All visits of a case, the latest first, with its key fetched once.
 *
 * @throws RecordAltered when one of them is not as it was saved last
 * @returns undefined when this member holds no key to the case
 */
export function readEncountersOf(
  session: VaultSession,
  caseId: CaseId,
): readonly Encounter[] | undefined {
  return openRowsOf(session, caseId, openRow);
}

/**
 * The same visits with no more of each than its name and when it began: a tenth of the work of
 * reading whole drafts, for what looks through every case there is.
 */
export function readNamesOf(
  session: VaultSession,
  caseId: CaseId,
): readonly NamedVisit[] | undefined {
  return openRowsOf(session, caseId, (row, key) => {
    const draft = unsealRow(row, key);
    return draft === undefined
      ? undefined
      : { startedAt: String(row['startedAt']), alias: Named.parse(draft).alias };
  });
}

const Named = VisitDraft.pick({ alias: true }).loose();
type NamedVisit = Pick<Encounter, 'startedAt'> & Pick<VisitDraft, 'alias'>;

function openRowsOf<Opened>(
  session: VaultSession,
  caseId: CaseId,
  open: (row: Row, key: Buffer) => Opened | undefined,
): readonly Opened[] | undefined {
  return withCaseKey(session, caseId, (key) =>
    session.database
      .prepare(
        `SELECT ${listed}, version, sealed_draft FROM encounter WHERE case_id = ? ORDER BY id DESC`,
      )
      .all([caseId])
      .flatMap((row) => {
        checkVersion(session, recordOf(EncounterId.parse(row['id'])), contentOf(row));
        return open(row, key) ?? [];
      }),
  );
}

type Row = Readonly<Record<string, unknown>>;

function openRow(row: Row, key: Buffer): Encounter | undefined {
  const draft = unsealRow(row, key);
  const { sealed_draft: _sealed, ...listing } = row;
  return draft === undefined ? undefined : Encounter.parse({ ...listing, draft: upToDate(draft) });
}

let listedLast: { readonly text: string; readonly listing: EncounterListing } | undefined;

function listingOf(row: Row): EncounterListing {
  const { version: _version, sealed_draft: _sealed, ...rest } = row;
  const text = JSON.stringify(rest);
  if (listedLast?.text === text) return listedLast.listing;
  const listing = EncounterListing.parse(rest);
  listedLast = { text, listing };
  return listing;
}

/** The draft of a row, still to be parsed, or undefined when it does not open in this very row. */
function unsealRow(row: Row, key: Buffer): unknown {
  const about = { id: String(row['id']), caseId: String(row['caseId']) };
  return unsealValue(row['sealed_draft'], key, contextOf(about, Number(row['version'])));
}

/** A visit with the key of its case at hand, as what is being typed is saved into it. */
export type HeldEncounter = EncounterListing & {
  /**
   * Inside a transaction.
   *
   * @returns the new version
   */
  readonly write: (draft: VisitDraft) => number;
};

/**
 * Does something with a visit whose draft is about to be written anew. The key of its case is
 * fetched once, and the draft before, of which nothing is needed, is not opened.
 *
 * @throws RecordAltered when it is not the encounter as it was saved last
 * @returns undefined when there is none, or this member holds no key to it
 */
export function holdEncounter<Value>(
  session: VaultSession,
  id: EncounterId,
  use: (held: HeldEncounter) => Value,
): Value | undefined {
  const row = latestRow(session, id);
  if (row === undefined) return undefined;
  const listing = listingOf(row);
  return withCaseKey(session, listing.caseId, (key) =>
    use({ ...listing, write: (draft) => writeRow(session, row, listing, key, draft) }),
  );
}

/** @returns the new version */
export function writeDraft(session: VaultSession, encounter: Encounter, draft: VisitDraft): number {
  const row = latestRow(session, encounter.id);
  assert(row?.['version'] === encounter.version, 'nobody else saved it meanwhile');
  const version = withCaseKey(session, encounter.caseId, (key) =>
    writeRow(session, row, encounter, key, draft),
  );
  assert(version !== undefined, 'the encounter was opened with the key of its case');
  return version;
}

function writeRow(
  session: VaultSession,
  row: Row,
  { id, caseId }: EncounterListing,
  key: Buffer,
  draft: VisitDraft,
): number {
  const before = Number(row['version']);
  const version = before + 1;
  const sealed = sealValue(draft, key, contextOf({ id, caseId }, version));
  const { changes } = session.database
    .prepare(
      "UPDATE encounter SET version = ?, sealed_draft = ? WHERE id = ? AND version = ? AND state = 'draft'",
    )
    .run([version, sealed, id, before]);
  assert(changes === 1, 'the encounter is open and nobody else saved it meanwhile');
  keepVersion(session, recordOf(id), contentOf({ ...row, version, sealed_draft: sealed }));
  return version;
}

export function closeEncounter(session: VaultSession, id: EncounterId): void {
  session.database.prepare("UPDATE encounter SET state = 'closed' WHERE id = ?").run([id]);
  keepEncounter(session, id);
}

function recordOf(id: EncounterId): string {
  return `encounter:${id}`;
}

/** Notes what the row is after a write, so that an older one in its place is noticed. */
export function keepEncounter(session: VaultSession, id: EncounterId): void {
  keepVersion(session, recordOf(id), contentOf(rowOf(session, id)));
}

let digestedLast: { readonly bytes: Uint8Array; readonly digest: string } = {
  bytes: new Uint8Array(),
  digest: hash('sha256', '', 'hex'),
};

function contentOf(row: Row | undefined): string | undefined {
  if (row === undefined) return undefined;
  const { sealed_draft: sealedDraft, ...rest } = row;
  assert(sealedDraft instanceof Uint8Array, 'a draft is sealed bytes');
  // What one save has written, the next one reads.
  if (Buffer.compare(digestedLast.bytes, sealedDraft) !== 0)
    digestedLast = { bytes: sealedDraft, digest: hash('sha256', sealedDraft, 'hex') };
  return JSON.stringify([rest, digestedLast.digest]);
}

function sealDraft(
  session: VaultSession,
  about: { readonly id: EncounterId; readonly caseId: CaseId },
  version: number,
  draft: VisitDraft,
): Bytes | undefined {
  return withCaseKey(session, about.caseId, (key) =>
    sealValue(draft, key, contextOf(about, version)),
  );
}

/** Binds a sealed draft to its row: an older one, or one of another encounter, does not open in its place. */
function contextOf(
  about: { readonly id: string; readonly caseId: string },
  version: number,
): string {
  return ['draft-1', about.caseId, about.id, version].join('|');
}
