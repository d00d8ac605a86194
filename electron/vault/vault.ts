import { totalmem } from 'node:os';
import type { z } from 'zod';
import type { Clock, IdSource, Stopwatch } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { SignInName, StaffMember } from '#core/domain/staff.ts';
import { systemStopwatch } from '../platform/system.ts';
import { isAnythingDue } from './access.ts';
import { type AttemptRefused, type Attempts, createAttempts } from './attempts.ts';
import { signIn, signOut } from './audit/begin.ts';
import { readRoster } from './audit/roster.ts';
import { membersBySheets, recoverBySheets } from './by-sheets.ts';
import { calibrate } from './calibrate.ts';
import { changePassword, type ChangeProblem } from './change-password.ts';
import { commitIfRoom, type Database } from './database.ts';
import { type KdfCost, type MemberKeys, wipe, wipeMember } from './keys.ts';
import type { Recoverable, RecoverProblem, RecoveryRequest, SheetsDoNotOpen } from './recover.ts';
import type { TypedSheets } from './recovery-keys.ts';
import { isRecoverySettled, mendRecovery } from './recovery.ts';
import { openStore, type OpenProblem } from './open-store.ts';
import { createPeople, type OpenVault, type People, settle } from './people.ts';
import { readFacility } from './repositories/facility.ts';
import { lacksOwnSignature, readStaff, signOwnKeys } from './repositories/staff.ts';
import { refitSlot } from './refit-slot.ts';
import { removeMember } from './removal.ts';
import { setUpStore, type SetUpProblem, type SetUpRequest } from './set-up.ts';
import { handleOf, type OpenedSlot } from './slots.ts';
import { rebindSlot, settleSlotFile, type SlotTable } from './slot-file.ts';
import { type ClosedStore, closedStore, lookAtStore, type StoreProblem } from './store-state.ts';
import { tryPassword } from './try-password.ts';

export type VaultState = ClosedStore | { readonly kind: 'open'; readonly session: VaultSession };

/** What one signed-in member works with. Gone, and its keys zeroed, as soon as the vault locks. */
export type VaultSession = {
  readonly database: Database;
  readonly member: StaffMember;
  readonly keys: MemberKeys;
};

export type UnlockProblem = { readonly kind: 'WrongPassword' } | AttemptRefused | EntryProblem;

/** What can keep any way in from opening the store. */
type EntryProblem = OpenProblem | { readonly kind: 'LockedMeanwhile' } | StoreProblem;

export type Vault = {
  readonly state: () => VaultState;
  readonly setUp: (request: SetUpRequest) => Promise<Result<StaffMember, SetUpProblem>>;
  readonly unlock: (
    signInName: z.infer<typeof SignInName>,
    password: string,
  ) => Promise<Result<StaffMember, UnlockProblem>>;
  /** Whoever tries a password in another way has it counted here too. */
  readonly attempts: Attempts;
  /** Whom two recovery sheets can bring back. */
  readonly membersBySheets: (
    typed: TypedSheets,
  ) => Promise<Result<readonly Recoverable[], SheetsDoNotOpen | EntryProblem>>;
  /** Opens for a member who chooses a new password, and signs them in. */
  readonly recover: (
    request: RecoveryRequest,
  ) => Promise<Result<StaffMember, RecoverProblem | EntryProblem>>;
  readonly people: People;
  /** For the member who is signed in, and only with the old password. */
  readonly changePassword: (old: string, next: string) => Promise<Result<null, ChangeProblem>>;
  /** Closes the database and zeroes the keys. Does nothing when already locked. */
  readonly lock: () => void;
};

/** By then nobody waits for a screen any more. */
const refitAfterMs = 10_000;

/** @param fixedCost the work of a guess; without it, what fits this machine */
export function createVault(
  folder: string,
  clock: Clock,
  ids: IdSource,
  fixedCost?: KdfCost,
  stopwatch: Stopwatch = systemStopwatch,
): Vault {
  let open: OpenVault | undefined;
  /** As the member typed it to sign in; a guesser would try it. */
  let signedInAs = '';
  /** Counts up, so that an unlock that was overtaken by a lock knows it. */
  let locks = 0;
  const attempts = createAttempts(folder, clock, stopwatch, () => {
    const found = lookAtStore(folder);
    const slots = found.ok ? found.value.flatMap((table) => table.slots) : [];
    return new Set(slots.map(({ handle }) => handle));
  });

  const chooseCost = async () => fixedCost ?? calibrate(totalmem());

  function state(): VaultState {
    return open === undefined ? closedStore(folder) : { kind: 'open', session: open.session };
  }

  async function setUp(request: SetUpRequest): Promise<Result<StaffMember, SetUpProblem>> {
    const mine = locks;
    const made = await setUpStore(request, { folder, clock, ids, attempts, chooseCost });
    if (!made.ok) return made;
    open = made.value;
    signedInAs = request.signInName;
    // The store is made and stays; only the session ends with the lock that overtook it.
    if (locks !== mine) {
      lock();
      return err({ kind: 'LockedMeanwhile' });
    }
    return ok(open.session.member);
  }

  async function unlock(
    signInName: z.infer<typeof SignInName>,
    password: string,
  ): Promise<Result<StaffMember, UnlockProblem>> {
    lock();
    const mine = locks;
    const found = lookAtStore(folder);
    if (!found.ok) return found;
    if (found.value.length === 0) return err({ kind: 'StoreMissing', folder });
    let problem: UnlockProblem = { kind: 'WrongPassword' };
    for (const table of found.value) {
      const handle = await handleOf(signInName, table.handleKdf);
      const from = stopwatch.elapsedMs();
      const tried = await tryPassword(attempts, table, handle, password);
      const tookMs = stopwatch.elapsedMs() - from;
      if (!tried.ok) {
        problem = tried.error;
        continue;
      }
      const slot = tried.value;
      const opened =
        locks === mine ? openSession(table, slot) : err({ kind: 'LockedMeanwhile' as const });
      if (opened.ok) {
        const { vaultId } = table;
        open = { session: opened.value, vaultId, databaseKey: slot.databaseKey };
        signedInAs = signInName;
        // Of two vaults' slot files the store has just told its own.
        if (found.value.length > 1) settleSlotFile(folder, table);
        if (slot.rebound !== undefined) rebindSlot(folder, vaultId, slot.rebound);
        if (fixedCost === undefined) refit(opened.value, password, tookMs);
        return ok(opened.value.member);
      }
      wipe(slot.databaseKey);
      wipeMember(slot.member);
      problem = opened.error;
    }
    return err(problem);
  }

  function openSession(table: SlotTable, slot: OpenedSlot): Result<VaultSession, UnlockProblem> {
    const store = openStore(folder, table.vaultId, slot.databaseKey);
    if (!store.ok) return store;
    try {
      const member = readStaff(store.value, slot.staffId);
      if (member === undefined) {
        const isLogGone = readRoster(store.value).size === 0;
        store.value.close();
        return err(isLogGone ? { kind: 'StoreUnreadable', folder } : { kind: 'WrongPassword' });
      }
      const opened = { database: store.value, member, keys: slot.member };
      // Read before the first word is written: a damaged store stays as it is.
      const isDue = isAnythingDue(opened);
      const isSettled = isRecoverySettled(opened, folder);
      const lacksSignature = lacksOwnSignature(store.value, member.id);
      signIn({ ...opened, folder, vaultId: table.vaultId, clock }, attempts);
      if (!isSettled) mendRecovery(opened, folder);
      if (lacksSignature)
        commitIfRoom(store.value, () => signOwnKeys(store.value, member.id, slot.member));
      const { vaultId } = table;
      if (isDue) settle(folder, { session: opened, vaultId, databaseKey: slot.databaseKey });
      return ok(opened);
    } catch {
      store.value.close();
      return err({ kind: 'StoreUnreadable', folder });
    }
  }

  /** Once the first screen stands: it measures, which takes seconds of a processor. */
  function refit(session: VaultSession, password: string, tookMs: number): void {
    const isCurrent = () => open?.session === session;
    setTimeout(() => {
      if (!isCurrent()) return;
      void refitSlot(folder, session, password, tookMs, chooseCost, isCurrent).catch(() => {
        // As without memory for the derivation: the slot opens as it is.
      });
    }, refitAfterMs).unref();
  }

  function lock(): void {
    locks += 1;
    if (open === undefined) return;
    const { session, databaseKey } = open;
    const { database, keys } = session;
    open = undefined;
    signedInAs = '';
    signOut(database);
    wipeMember(keys);
    wipe(databaseKey);
    database.close();
  }

  /** The way in by sheets closes what is open first, like any other. */
  function doorstep() {
    lock();
    const mine = locks;
    const openHere = (vaultId: string, key: Buffer) => openStore(folder, vaultId, key);
    return { folder, openStore: openHere, isCurrent: () => locks === mine };
  }

  return {
    state,
    setUp,
    unlock,
    lock,
    attempts,
    membersBySheets: (typed) => membersBySheets(doorstep(), typed),
    async recover(request) {
      const opened = await recoverBySheets(doorstep(), request, { clock, attempts, chooseCost });
      if (!opened.ok) return opened;
      open = opened.value;
      signedInAs = request.signInName;
      return ok(open.session.member);
    },
    people: createPeople({
      folder,
      ids,
      open: () => open,
      chooseCost,
      attempts,
      remove: (from, id) =>
        removeMember({ folder, clock, from, id, replace: (next) => (open = next) }),
    }),
    async changePassword(old, next) {
      const mine = open?.session;
      if (mine === undefined) return err({ kind: 'LockedMeanwhile' });
      const { database, member } = mine;
      const names = [signedInAs, member.displayName, readFacility(database).name, 'quietroom'];
      const isCurrent = () => open?.session === mine;
      const words = { old, next, names };
      return changePassword(folder, mine, words, attempts, chooseCost, isCurrent);
    },
  };
}
