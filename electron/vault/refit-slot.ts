import { isNear, isOutgrown } from './calibrate.ts';
import { ownSlot, putSlot } from './change-password.ts';
import { type KdfCost, wipe } from './keys.ts';
import { openKeyOf, resealSlot } from './slots.ts';
import type { VaultSession } from './vault.ts';

/**
 * Seals a member's seed anew under the same password, where the sign-in has just shown that a
 * guess has become too cheap or a wait too long: a faster computer, or one that was busy when the
 * slot was made. One busy moment changes nothing, because the cost is measured again; and no
 * measurement leads below the floor. Where anything stands in the way, the slot stays as it is.
 *
 * @param tookMs what the derivation of this sign-in took
 * @param isCurrent whether the session is still open
 * @returns whether the slot has another cost now
 */
export async function refitSlot(
  folder: string,
  { member, keys }: VaultSession,
  password: string,
  tookMs: number,
  chooseCost: () => Promise<KdfCost>,
  isCurrent: () => boolean,
): Promise<boolean> {
  const found = ownSlot(folder, member.id);
  if (!found.ok || !isOutgrown(found.value.slot.kdf, tookMs)) return false;
  const cost = await chooseCost();
  const { table, slot } = found.value;
  if (!isCurrent() || isNear(cost, slot.kdf)) return false;
  const databaseKey = openKeyOf(table.vaultId, slot, keys);
  if (databaseKey === undefined) return false;
  // A copy: a lock in the meantime wipes the one of the session.
  const secrets = { seed: Buffer.from(keys.seed), databaseKey };
  try {
    const resealed = await resealSlot(table.vaultId, slot, secrets, password, cost);
    // A password that was changed meanwhile is not changed back.
    const now = ownSlot(folder, member.id);
    const isSame = now.ok && now.value.slot.sealedSeed === slot.sealedSeed;
    return isSame && isCurrent() && putSlot(folder, member.id, slot, resealed).ok;
  } finally {
    wipe(secrets.seed, databaseKey);
  }
}
