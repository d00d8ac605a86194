import { err, type Result } from '#core/base/result.ts';
import type { CaseId, EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { aboutAtDesk, aboutOf, type DeskTyped, type Typed } from '#core/domain/typed.ts';
import { appendAudit } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import { holdEncounter, readEncounter } from '../vault/repositories/encounter.ts';
import { readListing } from '../vault/repositories/case-list.ts';
import { writeAtDesk, writeTyped } from '../vault/repositories/typed.ts';
import type { VaultSession } from '../vault/vault.ts';
import { createGatherer } from './gatherer.ts';
import { colleagueHolding } from './visit-begin.ts';

export type SaveProblem =
  | { readonly kind: 'EncounterUnknown' | 'EncounterClosed' | 'DiskFull' }
  | NonNullable<ReturnType<typeof colleagueHolding>>;
type Saved = Result<{ version: number }, SaveProblem>;
type SavedAtDesk = Result<null, { readonly kind: 'CaseUnknown' | 'DiskFull' }>;
type SavedBeside = Result<null, { readonly kind: 'EncounterUnknown' | 'DiskFull' }>;

/**
 * Keeps every change of a draft from the moment the page reports it, and what is typed beside the
 * steps of a visit, which can be added to also when the visit itself is closed, or beside the page
 * of a case.
 */
export type DraftKeeper = {
  readonly keep: (id: EncounterId, draft: VisitDraft) => Promise<Saved>;
  readonly keepTyped: (id: EncounterId, typed: Typed) => Promise<SavedBeside>;
  readonly keepAtDesk: (caseId: CaseId, typed: DeskTyped) => Promise<SavedAtDesk>;
  /** Saves what is pending now. Whoever reads or locks calls this first. */
  readonly flush: () => void;
};

export function createDraftKeeper(session: () => VaultSession): DraftKeeper {
  function written(caseId: CaseId, encounterId: EncounterId): void {
    appendAudit(session(), { kind: 'case-written', caseId, encounterId });
  }

  function save(id: EncounterId, draft: VisitDraft): Saved {
    const saved = holdEncounter(session(), id, (encounter): Saved => {
      if (encounter.state === 'closed') return err({ kind: 'EncounterClosed' });
      const ofColleague = colleagueHolding(session(), encounter);
      if (ofColleague !== undefined) return err(ofColleague);
      return commitIfRoom(session().database, () => {
        written(encounter.caseId, id);
        return { version: encounter.write(draft) };
      });
    });
    return saved ?? err({ kind: 'EncounterUnknown' });
  }

  function saveBeside(id: EncounterId, typed: Typed): SavedBeside {
    const encounter = readEncounter(session(), id);
    if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
    return commitIfRoom(session().database, () => {
      written(encounter.caseId, id);
      writeTyped(session(), encounter.caseId, typed);
      return null;
    });
  }

  function saveAtDesk(caseId: CaseId, typed: DeskTyped): SavedAtDesk {
    if (readListing(session(), caseId) === undefined) return err({ kind: 'CaseUnknown' });
    return commitIfRoom(session().database, () => {
      appendAudit(session(), { kind: 'case-added-to', caseId });
      writeAtDesk(session(), caseId, typed);
      return null;
    });
  }

  const drafts = createGatherer(save, ([one], [other]) => one === other);
  const beside = createGatherer(
    saveBeside,
    ([one, typed], [other, next]) => one === other && aboutOf(typed) === aboutOf(next),
  );
  const atDesk = createGatherer(
    saveAtDesk,
    ([one, typed], [other, next]) => one === other && aboutAtDesk(typed) === aboutAtDesk(next),
  );
  return {
    keep: drafts.keep,
    keepTyped: beside.keep,
    keepAtDesk: atDesk.keep,
    flush() {
      drafts.flush();
      beside.flush();
      atDesk.flush();
    },
  };
}
