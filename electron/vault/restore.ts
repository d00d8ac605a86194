import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import type { Clock, Instant } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { CopyName, Loss } from '#core/domain/backup.ts';
import type { SignInName, StaffId, StaffMember } from '#core/domain/staff.ts';
import { copyPrivateFile, isDiskFull, makePrivateFolder, syncFolder } from '../platform/files.ts';
import { storeName } from '../platform/profile.ts';
import type { Attempts } from './attempts.ts';
import { noteRestore } from './audit/begin.ts';
import { readRoster } from './audit/roster.ts';
import { listCopies, readAbout } from './copies.ts';
import { type Database, openDatabase } from './database.ts';
import { wipe, wipeMember } from './keys.ts';
import { finishRestore, readyPrefix } from './finish-restore.ts';
import { finishRotation } from './finish-rotation.ts';
import { countLoss } from './loss.ts';
import { migrate } from './migrate.ts';
import { readThrough, takeCensus } from './read-through.ts';
import { readStaff } from './repositories/staff.ts';
import { rotate } from './rotation.ts';
import { handleOf, type OpenedSlot } from './slots.ts';
import { readSlotFile, slotFileNames, type SlotTable } from './slot-file.ts';
import { type TryProblem, tryPassword } from './try-password.ts';

/** A copy that is being brought into the vault's folder. It counts for nothing. */
const stagedName = 'restore.new';

export type RestoreProblem =
  | { readonly kind: 'CopyUnusable' | 'CopyOfAnother' | 'NotAllowed' }
  | TryProblem
  | { readonly kind: 'DiskFull' };

/** A copy that was brought in, opened and read to the last row, and what going back to it costs. */
export type Staged = {
  readonly takenAt: Instant;
  readonly member: StaffMember;
  readonly loss: Loss;
};

export type RestoreRequest = {
  readonly folder: string;
  readonly target: string;
  readonly name: CopyName;
  readonly signInName: z.infer<typeof SignInName>;
  readonly password: string;
};

/**
 * Brings a copy beside the store, opens it with the password of somebody who may decide, and
 * reads it to the last row. Nothing of the store that is there changes.
 *
 * @param current the store as it is, when it is open
 */
export async function stageRestore(
  { folder, target, name, signInName, password }: RestoreRequest,
  attempts: Attempts,
  clock: Clock,
  current: Database | undefined,
): Promise<Result<Staged, RestoreProblem>> {
  const copy = join(target, name);
  const about = readAbout(copy);
  if (about === undefined) return err({ kind: 'CopyUnusable' });
  const here = readSlotFile(folder);
  if (here.ok && !here.value.some(({ vaultId }) => vaultId === about.vaultId))
    return err({ kind: 'CopyOfAnother' });
  const staged = join(folder, stagedName);
  try {
    bringIn(copy, folder, staged);
  } catch (error) {
    return err({ kind: isDiskFull(error) ? 'DiskFull' : 'CopyUnusable' });
  }
  const slots = readSlotFile(staged);
  const table = slots.ok ? slots.value.find(({ vaultId }) => vaultId === about.vaultId) : undefined;
  if (table === undefined) return err({ kind: 'CopyUnusable' });
  // Counted like a sign-in, or this would be the way around the wait.
  const handle = await handleOf(signInName, table.handleKdf);
  const tried = await tryPassword(attempts, table, handle, password);
  if (!tried.ok) return tried;
  const slot = tried.value;
  try {
    const gone = removedSince(folder, target, table.vaultId);
    if (gone.has(slot.staffId) || !mayStillSignIn(here, slot)) return err({ kind: 'NotAllowed' });
    const judged = await judgeCopy(staged, table, slot);
    if (!judged.ok) return judged;
    const loss = countLoss(join(staged, storeName), folder, slot.databaseKey, current);
    const member = judged.value;
    const written = writeDown(staged, { table, member, slot, loss, clock, gone });
    if (!written.ok) return written;
    return ok({ takenAt: about.takenAt, member, loss });
  } catch (error) {
    return err({ kind: isDiskFull(error) ? 'DiskFull' : 'CopyUnusable' });
  } finally {
    wipe(slot.databaseKey);
    wipeMember(slot.member);
  }
}

function bringIn(copy: string, folder: string, staged: string): void {
  makePrivateFolder(folder);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { mode: 0o700 });
  for (const name of [storeName, ...slotFileNames]) {
    if (existsSync(join(copy, name))) copyPrivateFile(join(copy, name), join(staged, name));
  }
  syncFolder(staged);
}

async function judgeCopy(
  staged: string,
  table: SlotTable,
  slot: OpenedSlot,
): Promise<Result<StaffMember, RestoreProblem>> {
  const opened = openDatabase(join(staged, storeName), slot.databaseKey);
  if (!opened.ok) return err({ kind: 'CopyUnusable' });
  try {
    for (const step of readThrough(opened.value, 'main', takeCensus(opened.value))) {
      if (step.done > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const vaultId = opened.value.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]);
    if (vaultId !== table.vaultId || !migrate(opened.value).ok)
      return err({ kind: 'CopyUnusable' });
    const member = readStaff(opened.value, slot.staffId);
    return member === undefined || member.role === 'clinician'
      ? err({ kind: 'NotAllowed' })
      : ok(member);
  } finally {
    opened.value.close();
  }
}

/**
 * Writes into the copy that somebody goes back to it, and how many saves that takes back. It
 * counts with the copy or not at all, so that no restore is without its line in the log.
 */
function writeDown(
  staged: string,
  about: {
    readonly table: SlotTable;
    readonly member: StaffMember;
    readonly slot: OpenedSlot;
    readonly loss: Loss;
    readonly clock: Clock;
    readonly gone: ReadonlySet<StaffId>;
  },
): Result<null, { readonly kind: 'DiskFull' }> {
  const { table, member, slot, loss, clock } = about;
  const { vaultId } = table;
  const opened = openDatabase(join(staged, storeName), slot.databaseKey);
  assert(opened.ok, 'a copy that was read through opens');
  try {
    const signing = { database: opened.value, folder: staged, vaultId, member, clock };
    noteRestore({ ...signing, keys: slot.member }, loss.kind === 'uncountable' ? null : loss.saves);
    const removed = removeAgain(staged, { ...about, database: opened.value });
    if (!removed.ok) return removed;
  } finally {
    opened.value.close();
  }
  finishRotation(staged, storeName);
  return ok(null);
}

/**
 * Who was removed stays removed: in the copy they lose their slot, and it gets another key, before
 * it comes into the place of the store.
 */
function removeAgain(
  staged: string,
  about: {
    readonly database: Database;
    readonly table: SlotTable;
    readonly member: StaffMember;
    readonly slot: OpenedSlot;
    readonly clock: Clock;
    readonly gone: ReadonlySet<StaffId>;
  },
): Result<null, { readonly kind: 'DiskFull' }> {
  const { database, table, member, slot, clock, gone } = about;
  const removed = [...readRoster(database).values()]
    .filter(({ id, state }) => gone.has(id) && state !== 'removed')
    .map(({ id }) => id);
  if (removed.length === 0) return ok(null);
  const session = { database, member, keys: slot.member };
  const rotated = rotate({
    folder: staged,
    session,
    table,
    databaseKey: slot.databaseKey,
    clock,
    removed,
  });
  if (!rotated.ok) return rotated;
  wipe(rotated.value);
  return ok(null);
}

/** Somebody who was suspended since the copy was made has no slot in place, and does not decide. */
function mayStillSignIn(here: ReturnType<typeof readSlotFile>, { staffId }: OpenedSlot): boolean {
  if (!here.ok) return true;
  return here.value.some(({ slots }) => slots.some((slot) => slot.staffId === staffId));
}

/**
 * Everybody of whom the slot file in place, or that of any copy in the folder, says that they were
 * removed. These lists only grow: the newest of all that can be reached has all of them.
 */
function removedSince(folder: string, target: string, vaultId: string): ReadonlySet<StaffId> {
  const folders = [folder, ...listCopies(target, vaultId).map(({ name }) => join(target, name))];
  return new Set(
    folders.flatMap((one) => {
      const found = readSlotFile(one);
      const tables = found.ok ? found.value.filter((table) => table.vaultId === vaultId) : [];
      return tables.flatMap(({ removed }) => removed);
    }),
  );
}

/**
 * Goes back to the copy that was staged. The vault has to be locked.
 *
 * From the first rename on the restore is decided: a program that is cut off finishes it when
 * it starts again, before it looks at the store.
 */
export function commitRestore(
  folder: string,
  at: Instant,
): Result<null, { readonly kind: 'CopyUnusable' }> {
  const staged = join(folder, stagedName);
  if (!existsSync(join(staged, storeName))) return err({ kind: 'CopyUnusable' });
  const stamp = at.replaceAll(/[^0-9]/g, '').slice(0, 17);
  renameSync(staged, join(folder, `${readyPrefix}${stamp}`));
  syncFolder(folder);
  finishRestore(folder, storeName);
  return ok(null);
}
