import { err, type Result } from '#core/base/result.ts';
import { type BackupCopy, type BackupProgress } from '#core/domain/backup.ts';
import { dateOf } from '#core/domain/calendar-date.ts';
import { auditNow, ledgerOf } from '../vault/audit-log.ts';
import { type BackupProblem, takeBackup } from '../vault/backup.ts';
import { isFolder, listCopies } from '../vault/copies.ts';
import { readBackupTarget } from '../vault/repositories/backup-target.ts';
import type { VaultSession } from '../vault/vault.ts';
import type { Desk } from './desk.ts';

export type MakeProblem = BackupProblem | { readonly kind: 'NoTarget' | 'BackupRunning' };

/** Makes copies: when somebody asks, and by itself once a day. One at a time. */
export type BackupKeeper = {
  readonly progress: () => BackupProgress;
  readonly make: () => Promise<Result<BackupCopy, MakeProblem>>;
  /**
   * Makes today's copy if there is none yet, the target is there, and no visit is open: reading
   * a large store back holds up the main process for moments that a visit should not feel. Where
   * nobody knows which day it is, each session makes one.
   */
  readonly makeIfDue: () => Promise<void>;
};

export function createBackupKeeper(desk: Desk, folder: string): BackupKeeper {
  let progress: BackupProgress = { kind: 'idle' };
  let isRunning = false;
  const madeIn = new WeakSet<VaultSession>();

  async function make(): Promise<Result<BackupCopy, MakeProblem>> {
    if (isRunning) return err({ kind: 'BackupRunning' });
    const session = desk.session();
    const target = readBackupTarget(session.database);
    if (target === undefined) return err({ kind: 'NoTarget' });
    const isOpen = () => {
      const state = desk.vault.state();
      return state.kind === 'open' && state.session === session;
    };
    isRunning = true;
    try {
      desk.drafts.flush();
      const made = await takeBackup({
        database: session.database,
        folder,
        target,
        clock: desk.clock,
        isOpen,
        onProgress(next) {
          progress = next;
        },
      });
      if (made.ok) madeIn.add(session);
      if (isOpen()) note(session, made.ok);
      return made;
    } finally {
      isRunning = false;
    }
  }

  async function makeIfDue(): Promise<void> {
    if (isRunning || desk.vault.state().kind !== 'open' || desk.openVisit() !== undefined) return;
    const session = desk.session();
    const { database } = session;
    const target = readBackupTarget(database);
    if (target === undefined || !isFolder(target)) return;
    const vaultId = database.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]);
    const newest = listCopies(target, String(vaultId)).at(-1);
    const isOfToday = newest !== undefined && dateOf(newest.takenAt) === dateOf(desk.clock.now());
    if (isOfToday && (madeIn.has(session) || !ledgerOf(session).standsStill())) return;
    // A failure shows on the screen of the copies, as a newest copy that is too old.
    await make();
  }

  return { progress: () => progress, make, makeIfDue };
}

/** A store too damaged to be copied may be too damaged to write in: that is no news then. */
function note(session: ReturnType<Desk['session']>, isMade: boolean): void {
  const ledger = ledgerOf(session);
  const event = isMade
    ? { kind: 'backup-made' as const, upTo: ledger.head().position }
    : { kind: 'backup-failed' as const };
  try {
    auditNow(session, event);
  } catch {
    ledger.putOff(event);
  }
}
