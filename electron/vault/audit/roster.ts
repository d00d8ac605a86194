import type { AuditEntry } from '#core/domain/audit-entry.ts';
import { mayManage, type StaffState } from '#core/domain/people.ts';
import { Role, StaffId } from '#core/domain/staff.ts';
import type { Database } from '../database.ts';
import { hasNewEntries } from '../audit-log.ts';
import { judgeEntry } from './chain.ts';
import { isNamedAfterKey, mayBegin } from '../vault-id.ts';
import { readEntries } from './log-table.ts';

/**
 * Everybody who works here, as the audit log tells it. The log is what counts: an entry about a
 * member is signed, and one whose signer was not entitled to it at that point changes nothing.
 * The table of staff has names and keys for sealing; a role written into it makes nobody a lead.
 */
export type RosterMember = {
  readonly id: StaffId;
  readonly role: Role;
  readonly state: StaffState;
  readonly signPublic: Uint8Array;
  /** The places in the log at which the member lost every case they held. */
  readonly voids: readonly number[];
};
export type Roster = ReadonlyMap<string, RosterMember>;

const kinds = [
  'set-up',
  'log-begun',
  'member-added',
  'member-changed',
  'member-suspended',
  'member-resumed',
  'member-removed',
  'recovery-shares-made',
  'recovery-drill',
] as const;

/** How far the log was read, and what it said. Entries are only ever added. */
const known = new WeakMap<
  Database,
  { readonly upTo: number; readonly roster: Map<string, RosterMember>; readonly sets: SaidSets }
>();

/**
 * The public keys of the sets of recovery sheets that a lead said were made, and proven, last: one
 * at most; null where the line is from a version that named none.
 */
export type SaidSets = {
  readonly made: readonly (string | null)[];
  readonly proven: readonly (string | null)[];
};

export function readSaidSets(database: Database): SaidSets {
  return readPeople(database).sets;
}

export function readRoster(database: Database): Roster {
  return readPeople(database).roster;
}

function readPeople(database: Database): { readonly roster: Roster; readonly sets: SaidSets } {
  const before = known.get(database);
  if (before !== undefined && !hasNewEntries({ database }, kinds, before.upTo)) return before;
  // A log that was begun is never taken away again.
  if (before === undefined && isUnlogged(database))
    return { roster: rosterOfTable(database), sets: { made: [], proven: [] } };
  const roster = before?.roster ?? new Map<string, RosterMember>();
  let sets: SaidSets = before?.sets ?? { made: [], proven: [] };
  let upTo = before?.upTo ?? 0;
  const list = kinds.map((kind) => `'${kind}'`).join();
  const where = `kind IN (${list}) AND position > ? ORDER BY position`;
  for (const stored of readEntries(database, where, [upTo])) {
    upTo = stored.position;
    const judged = judgeEntry(stored, (entry) => signerOf(roster, entry));
    if (typeof judged === 'string') continue;
    sets = setsAfter(sets, roster, judged);
    takeUp(roster, judged, database);
  }
  known.set(database, { upTo, roster, sets });
  return { roster, sets };
}

/** Only a lead makes sheets, and only a lead proves them. */
function setsAfter(sets: SaidSets, roster: Roster, { staff, event }: AuditEntry): SaidSets {
  const by = roster.get(staff);
  if (by?.role !== 'safeguarding-lead' || by.state !== 'active') return sets;
  if (event.kind === 'recovery-shares-made')
    return { ...sets, made: [event.recoveryPublic ?? null] };
  if (event.kind === 'recovery-drill') return { ...sets, proven: [event.recoveryPublic ?? null] };
  return sets;
}

function signerOf(roster: Roster, { position, staff, event }: AuditEntry): Uint8Array | undefined {
  const isFirst = position === 1;
  if (isFirst && event.kind === 'set-up') return Buffer.from(event.signPublic, 'base64');
  const own =
    isFirst && event.kind === 'log-begun'
      ? event.members.find(({ member }) => member === staff)
      : undefined;
  if (own !== undefined) return Buffer.from(own.signPublic, 'base64');
  return roster.get(staff)?.signPublic;
}

function takeUp(
  roster: Map<string, RosterMember>,
  { position, staff, event }: AuditEntry,
  database: Database,
): void {
  const actor = roster.get(staff);
  const set = (id: StaffId, change: Partial<RosterMember>) => {
    const member = roster.get(id);
    if (member !== undefined) roster.set(id, { ...member, ...change });
  };
  const loseCases = (id: StaffId) =>
    set(id, { voids: [...(roster.get(id)?.voids ?? []), position] });
  /** Whether whoever signed may do this to a member who has, or gets, these roles. */
  const isEntitled = (...roles: readonly (Role | undefined)[]) =>
    actor?.state === 'active' &&
    mayManage(actor.role, actor.role) &&
    roles.every((role) => role !== undefined && mayManage(actor.role, role));

  switch (event.kind) {
    case 'set-up': {
      const signPublic = Buffer.from(event.signPublic, 'base64');
      if (position === 1 && mayBegin(vaultIdIn(database), signPublic))
        roster.set(staff, {
          id: staff,
          role: 'safeguarding-lead',
          state: 'active',
          signPublic,
          voids: [],
        });
      return;
    }
    case 'log-begun':
      // A store from before there was a log is taken as it was found.
      if (position === 1 && !isNamedAfterKey(vaultIdIn(database)))
        for (const { member, signPublic } of event.members) {
          const role = roleInTable(database, member);
          if (role !== undefined)
            roster.set(member, {
              id: member,
              role,
              state: 'active',
              signPublic: Buffer.from(signPublic, 'base64'),
              voids: [],
            });
        }
      return;
    case 'member-added':
      if (isEntitled(event.role) && !roster.has(event.member))
        roster.set(event.member, {
          id: event.member,
          role: event.role,
          state: 'active',
          signPublic: Buffer.from(event.signPublic, 'base64'),
          voids: [],
        });
      return;
    case 'member-changed':
      if (isEntitled(roster.get(event.member)?.role, event.role)) {
        set(event.member, { role: event.role });
        if (event.role === 'administrator') loseCases(event.member);
      }
      return;
    case 'member-suspended':
    case 'member-resumed':
    case 'member-removed': {
      const member = roster.get(event.member);
      if (member?.state === 'removed' || !isEntitled(member?.role)) return;
      const state = { 'member-suspended': 'suspended', 'member-resumed': 'active' } as const;
      set(event.member, {
        state: event.kind === 'member-removed' ? 'removed' : state[event.kind],
      });
      if (event.kind === 'member-removed') loseCases(event.member);
      return;
    }
    default:
  }
}

/** A store that nobody has opened since there is a log: whoever signs in now begins it. */
function isUnlogged(database: Database): boolean {
  const first = database.prepare('SELECT 1 FROM audit_entry LIMIT 1', { pluck: true }).get([]);
  return first === undefined;
}

function vaultIdIn(database: Database): string {
  return String(database.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]));
}

function rosterOfTable(database: Database): Roster {
  // Its log was taken away: nobody can tell who works there.
  if (isNamedAfterKey(vaultIdIn(database))) return new Map();
  const rows = database.prepare('SELECT id, role, sign_public FROM staff').all([]);
  return new Map(
    rows.flatMap(({ id, role, sign_public: signPublic }) =>
      signPublic instanceof Uint8Array
        ? [
            [
              String(id),
              {
                id: StaffId.parse(id),
                role: Role.parse(role),
                state: 'active' as const,
                signPublic,
                voids: [],
              },
            ] as const,
          ]
        : [],
    ),
  );
}

function roleInTable(database: Database, id: StaffId): Role | undefined {
  const role = database.prepare('SELECT role FROM staff WHERE id = ?', { pluck: true }).get([id]);
  const parsed = Role.safeParse(role);
  return parsed.success ? parsed.data : undefined;
}
