import type { AuditEvent } from '#core/domain/audit-entry.ts';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { hasNewEntries } from '../audit-log.ts';
import type { Database } from '../database.ts';
import { judgeEntry } from './chain.ts';
import { readEntries } from './log-table.ts';
import { readRoster, type Roster } from './roster.ts';

/**
 * Who may open a case, as the audit log tells it: the member who opened it, and whoever was
 * granted it by one who held it at that moment. That is the chain a grant hangs on. A grant that
 * somebody else wrote into the log, or only into the table, gives nobody anything.
 */
export type CaseAccess = {
  readonly opener: string | undefined;
  readonly holders: ReadonlyMap<string, Holder>;
  /** Who began each visit of it. */
  readonly begunBy: ReadonlyMap<EncounterId, StaffId>;
};

export type Holder = {
  /** Who signed the row that holds the key for this member: who gave it, or who changed the key since. */
  readonly grantedBy: string;
  /** The place in the log from which on they hold it. */
  readonly since: number;
};

type State = {
  /** How far the log was read for this case. */
  upTo: number;
  opener: string | undefined;
  readonly holders: Map<string, Holder>;
  readonly begunBy: Map<EncounterId, StaffId>;
};

const kinds = ['case-opened', 'visit-begun', 'grant', 'withdrawal', 'case-key-changed'] as const;
const known = new WeakMap<Database, Map<CaseId, State>>();

/**
 * @param pending what the running transaction says of the case and is not in the log yet
 * @param foundWith the opener of a case from before there was a log
 */
export function readCaseAccess(
  database: Database,
  caseId: CaseId,
  pending: { readonly by: string; readonly events: readonly AuditEvent[] },
  foundWith: string | undefined,
): CaseAccess {
  const cases = known.get(database) ?? new Map<CaseId, State>();
  known.set(database, cases);
  const state = cases.get(caseId) ?? {
    upTo: 0,
    opener: undefined,
    holders: new Map(),
    begunBy: new Map(),
  };
  cases.set(caseId, state);
  if (state.opener === undefined && foundWith !== undefined) open(state, foundWith, 0);
  const roster = readRoster(database);
  const list = kinds.map((kind) => `'${kind}'`).join();
  const where = `case_id = ? AND position > ? AND kind IN (${list}) ORDER BY position`;
  // A visit is saved a hundred times: the log is looked through again only when it has news.
  const isNew = hasNewEntries({ database }, kinds, state.upTo);
  for (const stored of isNew ? readEntries(database, where, [caseId, state.upTo]) : []) {
    state.upTo = stored.position;
    const judged = judgeEntry(stored, ({ staff }) => roster.get(staff)?.signPublic);
    if (typeof judged === 'string') continue;
    const { staff, event } = judged;
    if ('encounterId' in event && !state.begunBy.has(event.encounterId))
      state.begunBy.set(event.encounterId, staff);
    takeUp(state, roster, staff, event, stored.position);
  }
  const now = { ...state, holders: new Map(state.holders) };
  const later = Number.MAX_SAFE_INTEGER;
  for (const event of pending.events)
    if ('caseId' in event && event.caseId === caseId) takeUp(now, roster, pending.by, event, later);
  for (const [id, { since }] of now.holders)
    if (roster.get(id) === undefined || isVoid(roster, id, since, later)) now.holders.delete(id);
  return now;
}

function takeUp(state: State, roster: Roster, by: string, event: AuditEvent, at: number): void {
  if (event.kind === 'case-opened') {
    if (state.opener === undefined) open(state, by, at);
    return;
  }
  const own = state.holders.get(by);
  if (own === undefined || isVoid(roster, by, own.since, at)) return;
  if (event.kind === 'grant') state.holders.set(event.to, { grantedBy: by, since: at });
  if (event.kind === 'withdrawal') state.holders.delete(event.from);
  if (event.kind === 'case-key-changed')
    for (const [id, holder] of state.holders) state.holders.set(id, { ...holder, grantedBy: by });
}

function open(state: State, by: string, at: number): void {
  state.opener = by;
  state.holders.set(by, { grantedBy: by, since: at });
}

/** Whether the member lost everything in between, by being removed or made an administrator. */
function isVoid(roster: Roster, id: string, since: number, at: number): boolean {
  return roster.get(id)?.voids.some((place) => place > since && place <= at) === true;
}
