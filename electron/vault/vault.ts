import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Clock, IdSource } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Facility } from '#core/domain/facility.ts';
import { judgePassword, type PasswordProblem } from '#core/domain/password.ts';
import {
  type DisplayName,
  type SignInName,
  StaffId,
  type StaffMember,
} from '#core/domain/staff.ts';
import { isDiskFull, makePrivateFolder } from '../platform/files.ts';
import { commit, createDatabase, type Database, openDatabase } from './database.ts';
import { type KdfCost, type MemberKeys, randomKey, standardCost, wipe } from './keys.ts';
import { layOut, migrate } from './migrate.ts';
import { writeFacility } from './repositories/facility.ts';
import { addStaff, readStaff } from './repositories/staff.ts';
import { createHandleKdf, createSlot, type OpenedSlot, openSlot } from './slots.ts';
import { settleSlotFile, type SlotTable, writeSlotFile } from './slot-file.ts';
import {
  type ClosedStore,
  closedStore,
  finishSetUp,
  lookAtStore,
  type StoreProblem,
  storeName,
  unfinishedName,
} from './store-state.ts';

export type VaultState = ClosedStore | { readonly kind: 'open'; readonly session: VaultSession };

/** What one signed-in member works with. Gone, and its keys zeroed, as soon as the vault locks. */
export type VaultSession = {
  readonly database: Database;
  readonly member: StaffMember;
  readonly keys: MemberKeys;
};

export type SetUpProblem =
  | { readonly kind: 'PasswordRejected'; readonly problem: PasswordProblem }
  | { readonly kind: 'AlreadySetUp' }
  | { readonly kind: 'DiskFull' }
  | StoreProblem;

export type UnlockProblem =
  | { readonly kind: 'WrongPassword' }
  | { readonly kind: 'StoreUnreadable'; readonly folder: string }
  | { readonly kind: 'StoreInUse' | 'LockedMeanwhile' }
  | { readonly kind: 'SchemaTooNew'; readonly schema: number; readonly readable: number }
  | { readonly kind: 'DiskFull' }
  | StoreProblem;

export type SetUpRequest = {
  readonly facility: Pick<Facility, 'name' | 'jurisdiction'>;
  readonly displayName: z.infer<typeof DisplayName>;
  readonly signInName: z.infer<typeof SignInName>;
  readonly password: string;
};

export type Vault = {
  readonly state: () => VaultState;
  readonly setUp: (request: SetUpRequest) => Promise<Result<StaffMember, SetUpProblem>>;
  readonly unlock: (
    signInName: z.infer<typeof SignInName>,
    password: string,
  ) => Promise<Result<StaffMember, UnlockProblem>>;
  /** Closes the database and zeroes the keys. Does nothing when already locked. */
  readonly lock: () => void;
};

export function createVault(
  folder: string,
  clock: Clock,
  ids: IdSource,
  cost: KdfCost = standardCost,
): Vault {
  let session: VaultSession | undefined;
  /** Counts up, so that an unlock that was overtaken by a lock knows it. */
  let locks = 0;
  const storePath = join(folder, storeName);

  function state(): VaultState {
    return session === undefined ? closedStore(folder) : { kind: 'open', session };
  }

  async function setUp(request: SetUpRequest): Promise<Result<StaffMember, SetUpProblem>> {
    const found = lookAtStore(folder);
    if (!found.ok) return found;
    if (found.value.length > 0) return err({ kind: 'AlreadySetUp' });
    const rejected = judgePassword(request.password, [
      request.signInName,
      request.facility.name,
      'quietroom',
    ]);
    if (rejected !== undefined) return err({ kind: 'PasswordRejected', problem: rejected });

    const vaultId = ids.next();
    const member: StaffMember = {
      id: StaffId.parse(ids.next()),
      displayName: request.displayName,
      role: 'safeguarding-lead',
    };
    const databaseKey = randomKey();
    const handleKdf = createHandleKdf(cost);
    const { signInName, password } = request;
    const about = { vaultId, handleKdf, staffId: member.id, signInName, password, databaseKey };
    const { slot, member: keys } = await createSlot(about, cost);
    // Deriving the key took a while: nothing from here to the end waits for anything.
    const before = lookAtStore(folder);
    if (!before.ok) return before;
    if (before.value.length > 0) return err({ kind: 'AlreadySetUp' });
    const unfinished = join(folder, unfinishedName);
    try {
      makePrivateFolder(folder);
      for (const rest of ['', '-wal', '-journal']) rmSync(`${unfinished}${rest}`, { force: true });
      const database = createDatabase(unfinished, databaseKey);
      try {
        layOut(database);
        commit(database, () => {
          database
            .prepare('INSERT INTO vault (one, vault_id, created_at) VALUES (1, ?, ?)')
            .run([vaultId, clock.now()]);
          writeFacility(database, { ...request.facility, saving: { kind: 'never' } });
          addStaff(database, member, keys, clock.now());
        });
      } finally {
        database.close();
      }
      writeSlotFile(folder, { vaultId, generation: 1, handleKdf, slots: [slot] });
      finishSetUp(folder);
    } catch (error) {
      if (isDiskFull(error)) return err({ kind: 'DiskFull' });
      throw error;
    }
    const opened = openStore(vaultId, databaseKey);
    wipe(databaseKey);
    if (!opened.ok)
      throw new Error(`A store that was just made does not open: ${opened.error.kind}`);
    session = { database: opened.value, member, keys };
    return ok(member);
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
      const slot = await openSlot(table, signInName, password, cost);
      if (slot === undefined) continue;
      const opened =
        locks === mine ? openSession(table, slot) : err({ kind: 'LockedMeanwhile' as const });
      wipe(slot.databaseKey);
      if (opened.ok) {
        session = opened.value;
        // Of two vaults' slot files the store has just told its own.
        if (found.value.length > 1) settleSlotFile(folder, table);
        return ok(session.member);
      }
      wipe(slot.member.boxSecret, slot.member.signSecret);
      problem = opened.error;
    }
    return err(problem);
  }

  function openSession(table: SlotTable, slot: OpenedSlot): Result<VaultSession, UnlockProblem> {
    const store = openStore(table.vaultId, slot.databaseKey);
    if (!store.ok) return store;
    try {
      const member = readStaff(store.value, slot.staffId);
      if (member !== undefined) return ok({ database: store.value, member, keys: slot.member });
      store.value.close();
      return err({ kind: 'WrongPassword' });
    } catch {
      store.value.close();
      return err({ kind: 'StoreUnreadable', folder });
    }
  }

  function openStore(vaultId: string, databaseKey: Buffer): Result<Database, UnlockProblem> {
    const opened = openDatabase(storePath, databaseKey);
    if (!opened.ok)
      return err(
        opened.error === 'in-use' ? { kind: 'StoreInUse' } : { kind: 'StoreUnreadable', folder },
      );
    const database = opened.value;
    const isKept = (problem: UnlockProblem): Result<never, UnlockProblem> => {
      database.close();
      return err(problem);
    };
    try {
      const layout = migrate(database);
      if (!layout.ok && layout.error.kind === 'SchemaTooNew') return isKept(layout.error);
      const row = layout.ok ? database.prepare('SELECT vault_id FROM vault').get([]) : undefined;
      if (row?.['vault_id'] !== vaultId) return isKept({ kind: 'StoreUnreadable', folder });
      return ok(database);
    } catch (error) {
      if (isDiskFull(error)) return isKept({ kind: 'DiskFull' });
      return isKept({ kind: 'StoreUnreadable', folder });
    }
  }

  function lock(): void {
    locks += 1;
    if (session === undefined) return;
    const { database, keys } = session;
    session = undefined;
    wipe(keys.boxSecret, keys.signSecret);
    database.close();
  }

  return { state, setUp, unlock, lock };
}
