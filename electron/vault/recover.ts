import { err, ok, type Result } from '#core/base/result.ts';
import { judgePassword } from '#core/domain/password.ts';
import type { DisplayName, SignInName, StaffId } from '#core/domain/staff.ts';
import type { z } from 'zod';
import { appendAudit, RecordAltered } from './audit-log.ts';
import type { PasswordRejected } from './change-password.ts';
import { commitIfRoom, type Database } from './database.ts';
import { growMemberKeys, type KdfCost, type MemberKeys, openSealed, wipe } from './keys.ts';
import { joinSheets, type SheetsProblem, type TypedSheets } from './recovery-keys.ts';
import { isInFile } from './recovery.ts';
import { readFacility } from './repositories/facility.ts';
import {
  readRecoverySets,
  readUncheckedSets,
  writeRecoverySets,
} from './repositories/recovery-sets.ts';
import { readStaff } from './repositories/staff.ts';
import { replaceSlotTable, type Slot, type SlotTable } from './slot-file.ts';
import { handleOf, resealSlot } from './slots.ts';
import type { VaultSession } from './vault.ts';

/** A member whose keys the sheets open, to choose from. */
export type Recoverable = {
  readonly id: StaffId;
  readonly displayName: z.infer<typeof DisplayName>;
};

export type RecoveryRequest = {
  readonly typed: TypedSheets;
  readonly member: StaffId;
  /** The old one or another: it may be forgotten as well. */
  readonly signInName: z.infer<typeof SignInName>;
  readonly password: string;
};

export type SheetsDoNotOpen =
  | SheetsProblem
  /** No sheets have ever been proven for these records, or the slot file is an older one. */
  | { readonly kind: 'NoSheetsCount' };

export type RecoverProblem =
  | SheetsDoNotOpen
  | PasswordRejected
  | { readonly kind: 'SignInNameTaken' | 'DiskFull' | 'MemberUnknown' };

/** The keys that two sheets give, and the key of the database that they open. Both are to be wiped. */
export async function openWithSheets(
  table: SlotTable,
  typed: TypedSheets,
): Promise<Result<{ readonly keys: MemberKeys; readonly databaseKey: Buffer }, SheetsDoNotOpen>> {
  const { recovery } = table;
  if (recovery === undefined) return err({ kind: 'NoSheetsCount' });
  const joined = await joinSheets(typed, Buffer.from(recovery.recoveryPublic, 'base64'));
  if (!joined.ok) return joined;
  const databaseKey = openSealed(Buffer.from(recovery.sealedDatabaseKey, 'base64'), joined.value);
  return databaseKey === undefined
    ? err({ kind: 'NoSheetsCount' })
    : ok({ keys: joined.value, databaseKey });
}

/** Whether the store knows the set that the slot file is sealed for, as one that counts or is about to. */
export function doesStoreKnow(database: Database, table: SlotTable): boolean {
  const { proven, made } = readUncheckedSets(database);
  return [proven, made].some((set) => set !== undefined && isInFile(table, set));
}

/** Whom the sheets can bring back. */
export function recoverables(database: Database, table: SlotTable): readonly Recoverable[] {
  return table.slots.filter(hasSeedFor(table)).flatMap(({ staffId }) => {
    const member = readStaff(database, staffId);
    return member === undefined ? [] : [{ id: member.id, displayName: member.displayName }];
  });
}

function hasSeedFor(table: SlotTable) {
  return ({ recoverySeed }: Slot) => recoverySeed !== undefined && isInFile(table, recoverySeed);
}

/** The slot of a member under a new name and password, and the keys that stay the same. */
export async function resealWithSheets(
  database: Database,
  table: SlotTable,
  opening: { readonly keys: MemberKeys; readonly databaseKey: Buffer },
  { member, signInName, password }: Omit<RecoveryRequest, 'typed'>,
  chooseCost: () => Promise<KdfCost>,
): Promise<Result<{ readonly slot: Slot; readonly keys: MemberKeys }, RecoverProblem>> {
  const slot = table.slots.find(({ staffId }) => staffId === member);
  const sealed = slot?.recoverySeed?.sealed;
  if (slot === undefined || sealed === undefined) return err({ kind: 'MemberUnknown' });
  const names = [signInName, readFacility(database).name, 'quietroom'];
  const problem = judgePassword(password, names);
  if (problem !== undefined) return err({ kind: 'PasswordRejected', problem });
  const handle = await handleOf(signInName, table.handleKdf);
  if (table.slots.some((other) => other !== slot && other.handle === handle))
    return err({ kind: 'SignInNameTaken' });
  const seed = openSealed(Buffer.from(sealed, 'base64'), opening.keys);
  if (seed === undefined) return err({ kind: 'MemberUnknown' });
  const keys = growMemberKeys(seed);
  if (keys.boxPublic.toString('base64') !== slot.boxPublic) return err({ kind: 'MemberUnknown' });
  const { vaultId } = table;
  const cost = await chooseCost();
  const secrets = { seed, databaseKey: opening.databaseKey };
  const next = await resealSlot(vaultId, { ...slot, handle }, secrets, password, cost);
  wipe(seed);
  return ok({ slot: next, keys });
}

/**
 * Writes down that a recovery happens, and then lets it happen. Cut off in between, the log tells
 * of one that changed nothing; none ever changes anything without a line in the log.
 */
export function finishRecovery(
  session: VaultSession,
  folder: string,
  table: SlotTable,
  slot: Slot,
): Result<null, { readonly kind: 'DiskFull' | 'NoSheetsCount' }> {
  try {
    const written = commitIfRoom(session.database, () => {
      appendAudit(session, { kind: 'recovery', member: session.member.id });
      const { proven, made } = readRecoverySets(session.database);
      const counts = made !== undefined && isInFile(table, made) ? made : proven;
      if (counts !== undefined)
        writeRecoverySets(session.database, { proven: { ...counts, isUsed: true } });
      return null;
    });
    if (!written.ok) return written;
    const slots = table.slots.map((other) => (other.staffId === slot.staffId ? slot : other));
    return replaceSlotTable(folder, { ...table, generation: table.generation + 1, slots });
  } catch (error) {
    if (error instanceof RecordAltered) return err({ kind: 'NoSheetsCount' });
    throw error;
  }
}
