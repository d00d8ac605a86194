import { CaseListing } from '#core/domain/case-page.ts';
import { CaseId } from '#core/domain/encounter.ts';
import type { VaultSession } from '../vault.ts';

/** The cases this member may open, the one with the latest visit first. */
const mine = `FROM encounter e JOIN case_grant g ON g.case_id = e.case_id AND g.staff_id = ?`;

export function countCases({ database, member }: VaultSession): number {
  return Number(
    database.prepare(`SELECT count(DISTINCT e.case_id) ${mine}`, { pluck: true }).get([member.id]),
  );
}

/** A piece of the list, without opening any case. */
export function listCases(
  { database, member }: VaultSession,
  { after, count }: { readonly after: number; readonly count: number },
): CaseListing[] {
  return database
    .prepare(
      `SELECT l.case_id AS caseId, l.visits, e.id, e.state, e.started_at AS startedAt
       FROM (SELECT e.case_id, max(e.id) AS id, count(*) AS visits ${mine}
             GROUP BY e.case_id ORDER BY max(e.id) DESC LIMIT ? OFFSET ?) l
       JOIN encounter e ON e.id = l.id ORDER BY l.id DESC`,
    )
    .all([member.id, count, after])
    .map(listingOf);
}

/** One case as the list shows it, or undefined when this member was not granted it. */
export function readListing(
  { database, member }: VaultSession,
  caseId: CaseId,
): CaseListing | undefined {
  const row = database
    .prepare(
      `SELECT l.case_id AS caseId, l.visits, e.id, e.state, e.started_at AS startedAt
       FROM (SELECT e.case_id, max(e.id) AS id, count(*) AS visits ${mine}
             WHERE e.case_id = ? GROUP BY e.case_id) l
       JOIN encounter e ON e.id = l.id`,
    )
    .get([member.id, caseId]);
  return row === undefined ? undefined : listingOf(row);
}

/** Every case this member may open with what tells whether anything in it was saved since. */
export function listVersions({
  database,
  member,
}: VaultSession): readonly { readonly caseId: CaseId; readonly versions: number }[] {
  return database
    .prepare(
      `SELECT e.case_id AS caseId, sum(e.version) AS versions ${mine}
       GROUP BY e.case_id ORDER BY max(e.id) DESC`,
    )
    .all([member.id])
    .map(({ caseId, versions }) => ({
      caseId: CaseId.parse(caseId),
      versions: Number(versions),
    }));
}

function listingOf(row: Readonly<Record<string, unknown>>): CaseListing {
  const { caseId, visits, id, state, startedAt } = row;
  return CaseListing.parse({
    caseId,
    visits: Number(visits),
    last: { id, caseId, state, startedAt },
  });
}
