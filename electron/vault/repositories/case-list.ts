import { CaseListing } from '#core/domain/case-page.ts';
import { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { readVisitHolder } from '../audit/visit-holder.ts';
import type { VaultSession } from '../vault.ts';
import { readStaff } from './staff.ts';

/** The cases this member may open, the one with the latest visit first. */
const mine = `FROM encounter e JOIN case_grant g ON g.case_id = e.case_id AND g.staff_id = ?`;

type Row = Readonly<Record<string, unknown>>;
type Listed = {
  /** How many rows the store had changed by then: the list is read anew when that has moved. */
  readonly changes: unknown;
  readonly inOrder: readonly Row[];
  readonly byCase: ReadonlyMap<string, Row>;
};

/** The list as it was read last. Scrolling and searching ask for it many times in a second. */
const lists = new WeakMap<VaultSession, Listed>();

function listed(session: VaultSession): Listed {
  const { database, member } = session;
  const changes = database.prepare('SELECT total_changes()', { pluck: true }).get();
  const known = lists.get(session);
  if (known !== undefined && known.changes === changes) return known;
  const inOrder = database
    .prepare(
      `SELECT l.case_id AS caseId, l.visits, e.id, e.state, e.started_at AS startedAt
       FROM (SELECT e.case_id, max(e.id) AS id, count(*) AS visits ${mine} GROUP BY e.case_id) l
       JOIN encounter e ON e.id = l.id ORDER BY l.id DESC`,
    )
    .all([member.id]);
  const byCase = new Map(inOrder.map((row) => [String(row['caseId']), row]));
  const list = { changes, inOrder, byCase };
  lists.set(session, list);
  return list;
}

export function countCases(session: VaultSession): number {
  return listed(session).inOrder.length;
}

/** A piece of the list, without opening any case. */
export function listCases(
  session: VaultSession,
  { after, count }: { readonly after: number; readonly count: number },
): CaseListing[] {
  return listed(session)
    .inOrder.slice(after, after + count)
    .map((row) => listingOf(session, row));
}

/** One case as the list shows it, or undefined when this member was not granted it. */
export function readListing(session: VaultSession, caseId: CaseId): CaseListing | undefined {
  const row = listed(session).byCase.get(caseId);
  return row === undefined ? undefined : listingOf(session, row);
}

/**
 * Every case this member may open with what tells whether anything in it was saved since. The ids
 * are parsed by whoever opens one: 10,000 at once would keep a screen waiting.
 */
export function listVersions({
  database,
  member,
}: VaultSession): readonly { readonly caseId: string; readonly versions: number }[] {
  return database
    .prepare(
      `SELECT e.case_id AS caseId, sum(e.version) AS versions ${mine}
       GROUP BY e.case_id ORDER BY max(e.id) DESC`,
    )
    .all([member.id])
    .map(({ caseId, versions }) => ({
      caseId: String(caseId),
      versions: Number(versions),
    }));
}

function listingOf(session: VaultSession, row: Row): CaseListing {
  const { caseId, visits, id, state, startedAt } = row;
  const holder =
    state === 'draft'
      ? readVisitHolder(session, CaseId.parse(caseId), EncounterId.parse(id))
      : undefined;
  return CaseListing.parse({
    caseId,
    visits: Number(visits),
    last: { id, caseId, state, startedAt },
    openOf:
      holder === undefined ? null : (readStaff(session.database, holder)?.displayName ?? null),
  });
}
