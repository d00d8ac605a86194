import { err, type Result } from '#core/base/result.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { readEncounter, writeDraft } from '../vault/repositories/encounter.ts';
import type { VaultSession } from '../vault/vault.ts';

export type SaveProblem = { readonly kind: 'EncounterUnknown' | 'EncounterClosed' | 'DiskFull' };
type Saved = Result<{ version: number }, SaveProblem>;

/** Typing is gathered for this long before it goes to the disk; a lock does not wait for it. */
const gatherMs = 250;

/**
 * Keeps every change of a draft from the moment the page reports it. A page reports each
 * key press; the disk sees one save in each quarter of a second. Each report is answered when a save that
 * holds it is on the disk.
 */
export type DraftKeeper = {
  readonly keep: (id: EncounterId, draft: VisitDraft) => Promise<Saved>;
  /** Saves what is pending now. Whoever reads or locks calls this first. */
  readonly flush: () => void;
};

export function createDraftKeeper(session: () => VaultSession): DraftKeeper {
  let pending:
    | {
        readonly id: EncounterId;
        draft: VisitDraft;
        readonly waiting: PromiseWithResolvers<Saved>[];
      }
    | undefined;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const due = pending;
    pending = undefined;
    if (due === undefined) return;
    try {
      const saved = save(due.id, due.draft);
      for (const { resolve } of due.waiting) resolve(saved);
    } catch (error) {
      // Each report is answered with the defect; whoever flushed goes on with what it was doing.
      for (const { reject } of due.waiting) reject(error);
    }
  }

  function save(id: EncounterId, draft: VisitDraft): Saved {
    const encounter = readEncounter(session(), id);
    if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
    if (encounter.state === 'closed') return err({ kind: 'EncounterClosed' });
    return commitIfRoom(session().database, () => {
      appendAudit(session(), {
        kind: 'case-written',
        caseId: encounter.caseId,
        encounterId: id,
      });
      return { version: writeDraft(session(), encounter, draft) };
    });
  }

  return {
    keep(id, draft) {
      if (pending !== undefined && pending.id !== id) flush();
      const answered = Promise.withResolvers<Saved>();
      pending = { id, draft, waiting: [...(pending?.waiting ?? []), answered] };
      timer ??= setTimeout(flush, gatherMs);
      return answered.promise;
    },
    flush,
  };
}
