import { err, ok, type Result } from '#core/base/result.ts';
import { type CaseReader, leadsIn } from '#core/domain/people.ts';
import { CaseId } from '#core/domain/encounter.ts';
import type { StaffId, StaffMember } from '#core/domain/staff.ts';
import { readRoster } from './audit/roster.ts';
import { appendAudit } from './audit-log.ts';
import { casesDue, casesOf, changeCaseKeys, markKeyDue } from './case-key.ts';
import { withCaseKey } from './case-seal.ts';
import { commitIfRoom } from './database.ts';
import * as grants from './repositories/case-file.ts';
import { readFacility } from './repositories/facility.ts';
import { keptSlots, listStaff } from './repositories/staff.ts';
import type { VaultSession } from './vault.ts';

export type AccessProblem = {
  readonly kind:
    | 'CaseUnknown'
    /** Not somebody who works here and may open cases. */
    | 'MemberUnknown'
    | 'AlreadySo'
    | 'NotAllowed'
    /** By the rule of the place a lead reads every case. */
    | 'LeadReadsAll'
    | 'DiskFull';
};
type Done = Result<null, AccessProblem>;

/** Who may open a case, for one of them. */
export function readersOf(
  session: VaultSession,
  caseId: CaseId,
): Result<{ readers: CaseReader[]; others: StaffMember[] }, { readonly kind: 'CaseUnknown' }> {
  if (!holds(session, caseId)) return err({ kind: 'CaseUnknown' });
  const { holders, opener } = grants.accessOf(session, caseId);
  const people = listStaff(session.database).filter(({ state }) => state !== 'removed');
  return ok({
    readers: people
      .filter(({ id }) => holders.has(id))
      .map((one) => ({
        ...one,
        hasOpened: one.id === opener,
        mayBeWithdrawn: judgeWithdrawal(session, caseId, one.id) === undefined,
      })),
    others: people
      .filter((one) => !holders.has(one.id) && one.state === 'active' && mayHold(one))
      .map(({ id, displayName, role }) => ({ id, displayName, role })),
  });
}

/** Gives a colleague the key of a case. */
export function share(session: VaultSession, caseId: CaseId, to: StaffId): Done {
  const problem = judgeSharing(session, caseId, to);
  if (problem !== undefined) return err(problem);
  return commitIfRoom(session.database, () => {
    give(session, caseId, to);
    return null;
  });
}

/** Gives a case to a colleague and keeps nothing of it. */
export function handOver(session: VaultSession, caseId: CaseId, to: StaffId): Done {
  const { member, database } = session;
  const problem = judgeSharing(session, caseId, to);
  if (problem !== undefined && problem.kind !== 'AlreadySo') return err(problem);
  if (to === member.id) return err({ kind: 'AlreadySo' });
  if (isLeadByRule(session, member.id)) return err({ kind: 'LeadReadsAll' });
  return commitIfRoom(database, () => {
    if (problem === undefined) give(session, caseId, to);
    takeAway(session, caseId, member.id);
    // Whoever gives it away must not be the one who makes the next key.
    markKeyDue(session, caseId);
    return null;
  });
}

/** Takes a case from a colleague; it gets another key at once. */
export function withdraw(session: VaultSession, caseId: CaseId, from: StaffId): Done {
  const problem = judgeWithdrawal(session, caseId, from);
  if (problem !== undefined) return err(problem);
  return commitIfRoom(session.database, () => {
    takeAway(session, caseId, from);
    changeCaseKeys(session, [caseId]);
    return null;
  });
}

/**
 * Whether a sign-in has anything to settle. Looked at before anything is written, so that a store
 * in which this comes upon damage stays as it is.
 */
export function isAnythingDue(session: VaultSession): boolean {
  return (
    keptSlots(session.database).length > 0 ||
    casesDue(session).length > 0 ||
    leadsWithout(session).length > 0
  );
}

/**
 * Does what has fallen due for the cases this member holds: another key where somebody lost the
 * right to the one before, and the grants of leads who came later.
 */
export function settleCases(session: VaultSession): void {
  const due = casesDue(session).filter((caseId) => holds(session, caseId));
  const missing = leadsWithout(session);
  if (due.length === 0 && missing.length === 0) return;
  // On a full disk it stays due.
  commitIfRoom(session.database, () => {
    changeCaseKeys(session, due);
    for (const { caseId, lead } of missing) give(session, caseId, lead);
    return null;
  });
}

/** How many cases nobody but this member can open: after that they would be lost. */
export function heldAlone(session: VaultSession, id: StaffId): number {
  const roster = readRoster(session.database);
  return casesOf(session.database, id).filter((caseId) => {
    const { holders } = grants.accessOf(session, caseId);
    const others = [...holders.keys()].filter((other) => other !== id);
    return (
      holders.has(id) &&
      !others.some(
        (other) => roster.get(other)?.state === 'active' && hasRow(session, caseId, other),
      )
    );
  }).length;
}

function hasRow({ database }: VaultSession, caseId: CaseId, id: string): boolean {
  return grants.granteesOf(database, caseId).some((grantee) => grantee === id);
}

/** How many cases a member holds that this session cannot open, and so cannot give to anybody. */
export function heldOutOfReach(session: VaultSession, id: StaffId): number {
  return casesHeldBy(session, id).filter((caseId) => !holds(session, caseId)).length;
}

/** Gives a colleague every case of another that this member holds. Inside a transaction. */
export function giveCasesOf(session: VaultSession, from: StaffId, to: StaffId): void {
  for (const caseId of casesHeldBy(session, from))
    if (holds(session, caseId)) give(session, caseId, to);
}

function casesHeldBy(session: VaultSession, id: StaffId): readonly CaseId[] {
  return casesOf(session.database, id).filter((caseId) =>
    grants.accessOf(session, caseId).holders.has(id),
  );
}

/** Takes every case from a member who may open none any more. Inside a transaction. */
export function takeCasesFrom(session: VaultSession, id: StaffId): void {
  const held = casesOf(session.database, id);
  for (const caseId of held) grants.dropGrant(session, caseId, id);
  for (const caseId of changeCaseKeys(session, held)) markKeyDue(session, caseId);
}

function leadsWithout({ database, member }: VaultSession) {
  if (readFacility(database).leadsRead !== 'all') return [];
  const leads = leadsIn([...readRoster(database).values()]).filter(({ id }) => id !== member.id);
  return leads.flatMap((lead) =>
    database
      .prepare(
        `SELECT case_id FROM case_grant WHERE staff_id = :me
         AND case_id NOT IN (SELECT case_id FROM case_grant WHERE staff_id = :lead)`,
        { pluck: true },
      )
      .all({ me: member.id, lead: lead.id })
      .map((caseId) => ({ caseId: CaseId.parse(caseId), lead: lead.id })),
  );
}

function give(session: VaultSession, caseId: CaseId, to: StaffId): void {
  withCaseKey(session, caseId, (key) => grants.grantWith(session, caseId, to, key));
}

function takeAway(session: VaultSession, caseId: CaseId, from: StaffId): void {
  grants.dropGrant(session, caseId, from);
  appendAudit(session, { kind: 'withdrawal', caseId, from });
}

function holds(session: VaultSession, caseId: CaseId): boolean {
  return withCaseKey(session, caseId, () => true) === true;
}

function judgeSharing(
  session: VaultSession,
  caseId: CaseId,
  to: StaffId,
): AccessProblem | undefined {
  if (!holds(session, caseId)) return { kind: 'CaseUnknown' };
  const member = readRoster(session.database).get(to);
  if (member?.state !== 'active' || !mayHold(member)) return { kind: 'MemberUnknown' };
  return grants.accessOf(session, caseId).holders.has(to) ? { kind: 'AlreadySo' } : undefined;
}

/** A lead, or whoever opened the case, takes it from others; nobody from themselves. */
function judgeWithdrawal(
  session: VaultSession,
  caseId: CaseId,
  from: StaffId,
): AccessProblem | undefined {
  if (!holds(session, caseId)) return { kind: 'CaseUnknown' };
  const { opener, holders } = grants.accessOf(session, caseId);
  const { id, role } = session.member;
  if (!holders.has(from)) return { kind: 'AlreadySo' };
  if (from === id) return { kind: 'NotAllowed' };
  if (isLeadByRule(session, from)) return { kind: 'LeadReadsAll' };
  return role === 'safeguarding-lead' || id === opener ? undefined : { kind: 'NotAllowed' };
}

function isLeadByRule({ database }: VaultSession, id: StaffId): boolean {
  const member = readRoster(database).get(id);
  return member?.role === 'safeguarding-lead' && readFacility(database).leadsRead === 'all';
}

/** An administrator opens no case. */
function mayHold({ role }: Pick<StaffMember, 'role'>): boolean {
  return role !== 'administrator';
}
