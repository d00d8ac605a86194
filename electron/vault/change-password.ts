import { isDeepStrictEqual } from 'node:util';
import { err, ok, type Result } from '#core/base/result.ts';
import { judgePassword, type PasswordProblem } from '#core/domain/password.ts';
import type { StaffId } from '#core/domain/staff.ts';
import type { Attempts } from './attempts.ts';
import { auditNow } from './audit-log.ts';
import { type KdfCost, wipe, wipeMember } from './keys.ts';
import { replaceSlotTable, type Slot, type SlotTable } from './slot-file.ts';
import { resealSlot } from './slots.ts';
import { lookAtStore, type StoreProblem } from './store-state.ts';
import { type TryProblem, tryPassword } from './try-password.ts';
import type { VaultSession } from './vault.ts';

export type PasswordRejected = {
  readonly kind: 'PasswordRejected';
  readonly problem: PasswordProblem;
};
export type ChangeProblem =
  TryProblem | PasswordRejected | { readonly kind: 'DiskFull' | 'LockedMeanwhile' } | StoreProblem;

/**
 * Seals a member's seed under another password. The keys stay the same, and with them every
 * case. On the disk it is one replaced file: at every moment exactly one of the two opens.
 *
 * @param names words a guesser would try for this member
 * @param session whose password it is
 * @param isCurrent whether that session is still open
 */
export async function changePassword(
  folder: string,
  session: VaultSession,
  words: { readonly old: string; readonly next: string; readonly names: readonly string[] },
  attempts: Attempts,
  chooseCost: () => Promise<KdfCost>,
  isCurrent: () => boolean,
): Promise<Result<null, ChangeProblem>> {
  const problem = judgePassword(words.next, words.names);
  if (problem !== undefined) return err({ kind: 'PasswordRejected', problem });
  const staffId = session.member.id;
  const found = ownSlot(folder, staffId);
  if (!found.ok) return found;
  const { table, slot } = found.value;
  const opened = await tryPassword(attempts, table, slot.handle, words.old);
  if (!opened.ok) return opened;
  const { member, databaseKey } = opened.value;
  const secrets = { seed: member.seed, databaseKey };
  const cost = await chooseCost();
  const resealed = await resealSlot(table.vaultId, slot, secrets, words.next, cost);
  wipe(databaseKey);
  wipeMember(member);
  if (!isCurrent()) return err({ kind: 'LockedMeanwhile' });
  const put = putSlot(folder, staffId, slot, resealed);
  if (put.ok) auditNow(session, { kind: 'password-changed', member: staffId });
  return put;
}

/** From here to the end nothing waits: whatever changed the table meanwhile is kept. */
export function putSlot(
  folder: string,
  staffId: StaffId,
  read: Slot,
  slot: Slot,
): Result<null, ChangeProblem> {
  const found = ownSlot(folder, staffId);
  if (!found.ok) return found;
  const { table, slot: before } = found.value;
  // Somebody was removed meanwhile, and the key changed: the new slot holds the old one.
  if (!isDeepStrictEqual(before.links, read.links)) return err({ kind: 'LockedMeanwhile' });
  const { kdf, sealedSeed, sealedDatabaseKey, links } = slot;
  const slots = table.slots.map((other) =>
    other === before ? { ...before, kdf, sealedSeed, sealedDatabaseKey, links } : other,
  );
  return replaceSlotTable(folder, { ...table, generation: table.generation + 1, slots });
}

/** The slot of a member, in the table that holds it. */
export function ownSlot(
  folder: string,
  staffId: StaffId,
): Result<{ readonly table: SlotTable; readonly slot: Slot }, StoreProblem> {
  const found = lookAtStore(folder);
  if (!found.ok) return found;
  for (const table of found.value) {
    const slot = table.slots.find((other) => other.staffId === staffId);
    if (slot !== undefined) return ok({ table, slot });
  }
  return err({ kind: 'KeyFileMissing', folder });
}
