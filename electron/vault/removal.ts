import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { carryLogOver } from './audit/begin.ts';
import { finishRotation } from './finish-rotation.ts';
import { wipe, wipeMember } from './keys.ts';
import { ownTable } from './member-slots.ts';
import { openStore } from './open-store.ts';
import type { ChangeMemberProblem, OpenVault } from './people.ts';
import { rotate } from './rotation.ts';
import { storeName } from '../platform/profile.ts';

/**
 * Removes a member for good. The session of whoever does it goes on, in the store that takes the
 * place of its own.
 *
 * @param about `replace` is told what is open from then on; nothing, when the new store does not
 * open: then it is locked, and the next sign-in finishes what was decided
 */
export function removeMember(about: {
  readonly folder: string;
  readonly clock: Clock;
  readonly from: OpenVault;
  readonly id: StaffId;
  readonly replace: (next: OpenVault | undefined) => void;
}): Result<null, ChangeMemberProblem> {
  const { folder, clock, from, replace } = about;
  const { session, vaultId, databaseKey } = from;
  const found = ownTable(folder, vaultId);
  if (!found.ok) return found;
  const [table, removed] = [found.value, [about.id]];
  const rotated = rotate({ folder, session, table, databaseKey, clock, removed });
  if (!rotated.ok) return rotated;
  let next: OpenVault | undefined;
  try {
    replace(undefined);
    session.database.close();
    wipe(databaseKey);
    finishRotation(folder, storeName);
    const opened = openStore(folder, vaultId, rotated.value);
    if (!opened.ok) return err({ kind: 'LockedMeanwhile' });
    const open = { ...session, database: opened.value };
    carryLogOver({ ...open, folder, vaultId, clock }, undefined);
    next = { session: open, vaultId, databaseKey: rotated.value };
    replace(next);
    return ok(null);
  } finally {
    if (next === undefined) {
      wipe(rotated.value);
      wipeMember(session.keys);
    }
  }
}
