import { isDeepStrictEqual } from 'node:util';
import { err, ok, type Result } from '#core/base/result.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { commitIfRoom } from './database.ts';
import type { OpenVault } from './people.ts';
import * as store from './repositories/staff.ts';
import { replaceSlotTable, type Slot, type SlotTable } from './slot-file.ts';
import { lookAtStore, type StoreProblem } from './store-state.ts';
import type { VaultSession } from './vault.ts';

/**
 * Brings the slot file to what the store says: the slot of a suspended member lies in the store
 * alone, and goes back when they may sign in again. Done after each such change, and at each
 * sign-in, because a program may have been cut off between the two.
 */
export function settleSlots(folder: string, { session, vaultId }: OpenVault): void {
  const { database } = session;
  const kept = store.keptSlots(database);
  if (kept.length === 0) return;
  const stateOf = new Map(store.listStaff(database).map(({ id, state }) => [id, state]));
  const back = kept.filter(({ staffId }) => stateOf.get(staffId) === 'active');
  const away = kept.filter(({ staffId }) => stateOf.get(staffId) === 'suspended');
  const put = changeSlots(folder, vaultId, (slots) => [
    ...slots.filter((slot) => !away.some(({ staffId }) => slot.staffId === staffId)),
    ...back.filter(({ staffId }) => !slots.some((slot) => slot.staffId === staffId)),
  ]);
  if (!put.ok || back.length === 0) return;
  commitIfRoom(database, () => {
    for (const { staffId } of back) store.keepSlot(database, staffId, null);
    return null;
  });
}

/**
 * A name belongs to whoever works here, or may again.
 *
 * @param former who is about to be removed, and leaves the name free
 */
export function isTaken(
  { database }: VaultSession,
  table: SlotTable,
  handle: string,
  former?: StaffId,
): boolean {
  const known = new Set(
    store
      .listStaff(database)
      .filter(({ id, state }) => state !== 'removed' && id !== former)
      .map(({ id }) => id),
  );
  return [...table.slots, ...store.keptSlots(database)].some(
    (slot) => slot.handle === handle && known.has(slot.staffId),
  );
}

export function ownTable(folder: string, vaultId: string): Result<SlotTable, StoreProblem> {
  const found = lookAtStore(folder);
  if (!found.ok) return found;
  const table = found.value.find((one) => one.vaultId === vaultId);
  return table === undefined ? err({ kind: 'KeyFileMissing', folder }) : ok(table);
}

export function changeSlots(
  folder: string,
  vaultId: string,
  change: (slots: readonly Slot[]) => readonly Slot[],
): Result<null, StoreProblem | { readonly kind: 'DiskFull' }> {
  const found = ownTable(folder, vaultId);
  if (!found.ok) return found;
  const table = found.value;
  const slots = [...change(table.slots)];
  if (isDeepStrictEqual(slots, table.slots)) return ok(null);
  return replaceSlotTable(folder, { ...table, generation: table.generation + 1, slots });
}
