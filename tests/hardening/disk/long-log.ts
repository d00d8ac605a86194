import { assert } from '#core/base/assert.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { appendAudit } from '../../../electron/vault/audit-log.ts';
import { readMark } from '../../../electron/vault/audit/high-water.ts';
import type { StoredEntry } from '../../../electron/vault/audit/chain.ts';
import { openLog, readEntries, readMarkKey } from '../../../electron/vault/audit/log-table.ts';
import { commit } from '../../../electron/vault/database.ts';
import * as sample from './sample.ts';

export type LongLog = {
  readonly entries: readonly StoredEntry[];
  readonly head: ReturnType<typeof openLog>['head'];
  readonly mark: ReturnType<typeof readMark>;
};

/** Sets up a vault whose log has so many entries: saves, and readings between them. Locked when it is done. */
export async function makeLongLog(folder: string, length: number): Promise<LongLog> {
  const vault = await sample.makeVault(folder);
  const session = sample.sessionOf(vault);
  const visit = sample.beginVisit(session);
  const caseId = CaseId.parse(sample.ids.next());
  let written = openLog(session.database).head.position;
  while (written < length - 1) {
    sample.saveNext(session, visit);
    const reads = Math.min(9, length - 2 - written);
    if (reads > 0)
      commit(session.database, () => {
        for (let read = 0; read < reads; read += 1)
          appendAudit(session, { kind: 'case-read', caseId, encounterId: visit });
      });
    written += 1 + reads;
  }
  vault.lock();
  const again = sample.openVault(folder);
  const { database } = await sample.unlock(again);
  const markKey = readMarkKey(database);
  assert(markKey !== undefined, 'the store has a key for its mark');
  const vaultId = String(database.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]));
  const made = {
    entries: readEntries(database, 'true ORDER BY position', []),
    head: openLog(database).head,
    mark: readMark(folder, markKey, vaultId),
  };
  again.lock();
  return made;
}
