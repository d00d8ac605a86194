import { CaseEntry, CaseEntryId, type CaseEntryContent } from '#core/domain/case-entry.ts';
import {
  type CaseId,
  emptyDraft,
  EncounterId,
  type EncounterListing,
  type VisitDraft,
} from '#core/domain/encounter.ts';
import { staffLanguage } from '#core/domain/language.ts';
import { addEntry } from '../vault/repositories/case-entry.ts';
import { addEncounter } from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';
import { momentOf } from './issuing.ts';

/** One more visit of a case, and in the case who began it. Inside a transaction. */
export function beginVisit(
  desk: Desk,
  caseId: CaseId,
  kept: Partial<Pick<VisitDraft, 'alias' | 'language' | 'plan'>> = {},
  id: EncounterId = EncounterId.parse(desk.ids.next()),
): EncounterListing {
  const session = desk.session();
  const listing: EncounterListing = { id, caseId, state: 'draft', startedAt: desk.clock.now() };
  addEncounter(session, listing, { ...emptyDraft(staffLanguage), ...kept });
  recordEntry(desk, caseId, { kind: 'visit-begun', encounterId: id });
  return listing;
}

/** Adds to the ordinary record of a case. Inside a transaction. */
export function recordEntry(desk: Desk, caseId: CaseId, content: CaseEntryContent): CaseEntry {
  const id = CaseEntryId.parse(desk.ids.next());
  const entry = addEntry(desk.session(), caseId, 'record', { id, at: momentOf(desk), content });
  return CaseEntry.parse(entry);
}
