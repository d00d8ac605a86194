import { dirname } from 'node:path';
import { err, ok } from '#core/base/result.ts';
import * as channels from '#core/ipc/backup-channels.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { isFolder, judgeTarget, listCopies } from '../vault/copies.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readBackupTarget, writeBackupTarget } from '../vault/repositories/backup-target.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import type { Desk } from './desk.ts';
import { type Route, serve } from './serve.ts';

/** @param folder the vault's own, beside which nothing of ours is a safe place for a copy */
export function backupRoutes(desk: Desk, keeper: BackupKeeper, folder: string): readonly Route[] {
  const mayDecide = () => desk.session().member.role !== 'clinician';
  return [
    serve(channels.readBackupState, 'unlocked', () => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      const { database } = desk.session();
      const target = readBackupTarget(database);
      const progress = keeper.progress();
      if (target === undefined) return ok({ target: { kind: 'none' }, progress });
      const vaultId = database.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]);
      const copies = listCopies(target, String(vaultId)).toReversed();
      const isThere = isFolder(target);
      return ok({ target: { kind: 'folder', folder: target, isThere, copies }, progress });
    }),

    serve(channels.chooseBackupTarget, 'unlocked', ({ folder: typed }) => {
      if (!mayDecide()) return err({ kind: 'NotAllowed' });
      const judged = judgeTarget(typed, dirname(folder));
      if (!judged.ok) return judged;
      const session = desk.session();
      const { database } = session;
      return commitIfRoom(database, () => {
        writeBackupTarget(database, judged.value, desk.clock.now());
        appendAudit(session, { kind: 'setting-changed', settings: ['backup-target'] });
        return null;
      });
    }),

    serve(channels.makeBackup, 'unlocked', () =>
      mayDecide() ? keeper.make() : err({ kind: 'NotAllowed' }),
    ),
  ];
}
