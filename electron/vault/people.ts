import type { z } from 'zod';
import type { IdSource } from '#core/base/capabilities.ts';
import { err, type Result } from '#core/base/result.ts';
import type { AuditEvent } from '#core/domain/audit-entry.ts';
import {
  afterChange,
  judgeChange,
  mayManage,
  type PeopleProblem,
  type StaffListing,
  type StandingChange,
} from '#core/domain/people.ts';
import { judgePassword } from '#core/domain/password.ts';
import {
  type DisplayName,
  type Role,
  type SignInName,
  StaffId,
  type StaffMember,
} from '#core/domain/staff.ts';
import { giveCasesOf, heldAlone, heldOutOfReach, settleCases, takeCasesFrom } from './access.ts';
import type { Attempts } from './attempts.ts';
import { appendAudit, RecordAltered, trustedNow } from './audit-log.ts';
import type { PasswordRejected } from './change-password.ts';
import { commitIfRoom } from './database.ts';
import { type KdfCost, wipeMember } from './keys.ts';
import { changeSlots, isTaken, ownTable, settleSlots } from './member-slots.ts';
import { readFacility } from './repositories/facility.ts';
import * as store from './repositories/staff.ts';
import { createSlot, handleOf } from './slots.ts';
import type { StoreProblem } from './store-state.ts';
import type { VaultSession } from './vault.ts';

export type NewMember = {
  readonly displayName: z.infer<typeof DisplayName>;
  readonly role: Role;
  readonly signInName: z.infer<typeof SignInName>;
  readonly password: string;
};

type Interrupted = StoreProblem | { readonly kind: 'DiskFull' | 'LockedMeanwhile' };
export type AddProblem =
  { readonly kind: 'NotAllowed' | 'NameTaken' } | PasswordRejected | Interrupted;
export type ReadmitProblem =
  | AddProblem
  | ChangeMemberProblem
  /** Nobody here now could give them these back; two recovery sheets can. */
  | { readonly kind: 'HoldsMore'; readonly cases: number };
export type ChangeMemberProblem =
  | PeopleProblem
  | Interrupted
  /** Nobody else could open these any more: they are handed over first. */
  | { readonly kind: 'HoldsCasesAlone'; readonly cases: number };

/** What an open vault is, as far as its people are concerned. */
export type OpenVault = {
  readonly session: VaultSession;
  readonly vaultId: string;
  readonly databaseKey: Buffer;
};

/** Who works here. Adding, changing and removing members, for the one who is signed in. */
export type People = {
  readonly list: () => readonly StaffListing[];
  /** The new member chooses name and password at the keyboard (docs/adr/0018-many-members.md). */
  readonly add: (request: NewMember) => Promise<Result<StaffMember, AddProblem>>;
  /**
   * A member who forgot the password chooses another one at the keyboard. Nobody can open their
   * old keys, so they begin with new ones as a new member of the same name and role, who is given
   * every case they held; the one they were is removed.
   */
  readonly readmit: (
    id: StaffId,
    request: Pick<NewMember, 'signInName' | 'password'>,
  ) => Promise<Result<StaffMember, ReadmitProblem>>;
  readonly change: (id: StaffId, change: StandingChange) => Result<null, ChangeMemberProblem>;
  /** For good, and with another key for the store and for every case they held. */
  readonly remove: (id: StaffId) => Result<null, ChangeMemberProblem>;
};

export function createPeople(about: {
  readonly folder: string;
  readonly ids: IdSource;
  readonly open: () => OpenVault | undefined;
  readonly chooseCost: () => Promise<KdfCost>;
  readonly attempts: Pick<Attempts, 'forgive'>;
  readonly remove: (open: OpenVault, id: StaffId) => Result<null, ChangeMemberProblem>;
}): People {
  const { folder } = about;
  const locked = err({ kind: 'LockedMeanwhile' as const });

  async function readmit(
    id: StaffId,
    request: Pick<NewMember, 'signInName' | 'password'>,
  ): Promise<Result<StaffMember, ReadmitProblem>> {
    const open = about.open();
    if (open === undefined) return locked;
    const { database, member: actor } = open.session;
    const people = store.listStaff(database);
    const problem = judgeChange(actor.id, id, { kind: 'remove' }, people);
    if (problem !== undefined) return err(problem);
    const former = people.find((one) => one.id === id);
    if (former === undefined) return err({ kind: 'MemberUnknown' });
    const cases = heldOutOfReach(open.session, id);
    if (cases > 0) return err({ kind: 'HoldsMore', cases });
    const { displayName, role } = former;
    // They come back first, with their cases: cut off here, the one they were is removed by hand.
    const added = await add({ displayName, role, ...request }, id);
    if (!added.ok) return added;
    // In a step of its own: a case is given to somebody whom the log knows.
    const given = commitIfRoom(database, () => {
      giveCasesOf(open.session, id, added.value.id);
      return null;
    });
    const done = given.ok ? about.remove(open, id) : given;
    return done.ok ? added : done;
  }

  /** @param former whose name and cases they take over */
  async function add(
    request: NewMember,
    former?: StaffId,
  ): Promise<Result<StaffMember, AddProblem>> {
    const open = about.open();
    if (open === undefined) return locked;
    const { database, member: actor } = open.session;
    const { role, displayName, signInName, password } = request;
    if (!mayManage(actor.role, role)) return err({ kind: 'NotAllowed' });
    const names = [signInName, displayName, readFacility(database).name, 'quietroom'];
    const rejected = judgePassword(password, names);
    if (rejected !== undefined) return err({ kind: 'PasswordRejected', problem: rejected });
    const found = ownTable(folder, open.vaultId);
    if (!found.ok) return found;
    const { vaultId, handleKdf } = found.value;
    const handle = await handleOf(signInName, handleKdf);
    if (about.open() !== open) return locked;
    if (isTaken(open.session, found.value, handle, former)) return err({ kind: 'NameTaken' });

    const member: StaffMember = { id: StaffId.parse(about.ids.next()), displayName, role };
    const { databaseKey } = open;
    const slotOf = { vaultId, handleKdf, staffId: member.id, signInName, password, databaseKey };
    const { slot, member: keys } = await createSlot(slotOf, await about.chooseCost());
    try {
      // Deriving the key took a while: nothing from here to the end waits for anything.
      if (about.open() !== open) return locked;
      if (isTaken(open.session, found.value, handle, former)) return err({ kind: 'NameTaken' });
      // The slot first: without the member it opens nothing, and the member's row decides.
      const put = changeSlots(folder, vaultId, (slots) => [
        ...slots.filter((other) => other.handle !== handle),
        slot,
      ]);
      if (!put.ok) return put;
      const at = trustedNow(open.session);
      const signPublic = keys.signPublic.toString('base64');
      const added = commitIfRoom(database, () => {
        store.addStaff(database, member, keys, at);
        appendAudit(open.session, { kind: 'member-added', member: member.id, role, signPublic });
        if (former !== undefined)
          appendAudit(open.session, { kind: 'member-readmitted', member: member.id, former });
        return member;
      });
      if (added.ok) {
        settle(folder, open);
        // Whoever was wrong under this name before, the newcomer was not.
        about.attempts.forgive(handle);
      } else
        changeSlots(folder, vaultId, (slots) =>
          slots.filter((other) => other.staffId !== member.id),
        );
      return added;
    } finally {
      wipeMember(keys);
    }
  }

  function change(id: StaffId, wanted: StandingChange): Result<null, ChangeMemberProblem> {
    const open = about.open();
    if (open === undefined) return locked;
    const { database, member: actor } = open.session;
    const people = store.listStaff(database);
    const problem = judgeChange(actor.id, id, wanted, people);
    if (problem !== undefined) return err(problem);
    const before = people.find((one) => one.id === id);
    const found = ownTable(folder, open.vaultId);
    if (!found.ok) return found;
    if (before === undefined) return err({ kind: 'MemberUnknown' });
    const after = afterChange(before, wanted);
    const losesCases = after.role === 'administrator' && before.role !== 'administrator';
    const alone = losesCases ? heldAlone(open.session, id) : 0;
    if (alone > 0) return err({ kind: 'HoldsCasesAlone', cases: alone });
    const slot = found.value.slots.find((other) => other.staffId === id);
    const done = commitIfRoom(database, () => {
      store.writeStanding(database, id, after);
      if (wanted.kind === 'suspend' && slot !== undefined) store.keepSlot(database, id, slot);
      appendAudit(open.session, eventOf(id, wanted, after.role));
      if (losesCases) takeCasesFrom(open.session, id);
      return null;
    });
    if (done.ok) settle(folder, open);
    return done;
  }

  return {
    list() {
      const open = about.open();
      return open === undefined ? [] : store.listStaff(open.session.database);
    },
    add: (request) => add(request),
    readmit,
    change,
    remove(id) {
      const open = about.open();
      if (open === undefined) return locked;
      const { database, member } = open.session;
      const people = store.listStaff(database);
      const problem = judgeChange(member.id, id, { kind: 'remove' }, people);
      if (problem !== undefined) return err(problem);
      const alone = heldAlone(open.session, id);
      if (alone > 0) return err({ kind: 'HoldsCasesAlone', cases: alone });
      return about.remove(open, id);
    },
  };
}

/** Brings slot file and grants to what the store says: after each change, and at each sign-in. */
export function settle(folder: string, open: OpenVault): void {
  try {
    settleSlots(folder, open);
    settleCases(open.session);
  } catch (error) {
    // It stays due, and whoever reads what was altered hears of it there.
    if (!(error instanceof RecordAltered)) throw error;
  }
}

function eventOf(member: StaffId, change: StandingChange, role: Role): AuditEvent {
  switch (change.kind) {
    case 'role':
      return { kind: 'member-changed', member, role };
    case 'suspend':
      return { kind: 'member-suspended', member };
    case 'resume':
      return { kind: 'member-resumed', member };
    default:
      return change satisfies never;
  }
}
