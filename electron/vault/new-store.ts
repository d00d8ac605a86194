import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Facility } from '#core/domain/facility.ts';
import type { StaffMember } from '#core/domain/staff.ts';
import { isDiskFull, makePrivateFolder } from '../platform/files.ts';
import { layDownLog } from './audit/begin.ts';
import { layOutAttempts } from './attempts.ts';
import { commit, createDatabase } from './database.ts';
import type { MemberKeys } from './keys.ts';
import { layOut } from './migrate.ts';
import { writeFacility } from './repositories/facility.ts';
import { addStaff } from './repositories/staff.ts';
import { type SlotTable, writeSlotFile } from './slot-file.ts';
import { finishSetUp, unfinishedName } from './store-state.ts';

/**
 * Lays down the files of a new vault: the store under another name, what lies beside it, and the
 * name last. Cut off anywhere, there is either no vault or a whole one.
 */
export function makeStore(
  folder: string,
  databaseKey: Buffer,
  about: {
    readonly vaultId: string;
    readonly facility: Facility;
    readonly member: StaffMember;
    readonly keys: MemberKeys;
    readonly clock: Clock;
  },
  table: SlotTable,
): Result<null, { readonly kind: 'DiskFull' }> {
  const unfinished = join(folder, unfinishedName);
  try {
    makePrivateFolder(folder);
    for (const rest of ['', '-wal', '-journal']) rmSync(`${unfinished}${rest}`, { force: true });
    const database = createDatabase(unfinished, databaseKey);
    try {
      layOut(database);
      const at = about.clock.now();
      const beginLog = layDownLog({ ...about, database, folder });
      commit(database, () => {
        database
          .prepare('INSERT INTO vault (one, vault_id, created_at) VALUES (1, ?, ?)')
          .run([about.vaultId, at]);
        writeFacility(database, about.facility);
        addStaff(database, about.member, about.keys, at);
        beginLog();
      });
    } finally {
      database.close();
    }
    layOutAttempts(folder);
    writeSlotFile(folder, table);
    finishSetUp(folder);
    return ok(null);
  } catch (error) {
    if (isDiskFull(error)) return err({ kind: 'DiskFull' });
    throw error;
  }
}
