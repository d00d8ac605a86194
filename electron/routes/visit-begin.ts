import { CaseEntry, CaseEntryId, type CaseEntryContent } from '#core/domain/case-entry.ts';
import {
  type CaseId,
  emptyDraft,
  EncounterId,
  type EncounterListing,
  type VisitDraft,
} from '#core/domain/encounter.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { readVisitHolder } from '../vault/audit/visit-holder.ts';
import { addEntry, readEntries } from '../vault/repositories/case-entry.ts';
import { addEncounter } from '../vault/repositories/encounter.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import { readStaff } from '../vault/repositories/staff.ts';
import type { VaultSession } from '../vault/vault.ts';
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
  const empty = emptyDraft(staffLanguage);
  const { setting } = readFacility(session.database);
  addEncounter(session, listing, { ...empty, talk: { ...empty.talk, setting }, ...kept });
  recordEntry(desk, caseId, { kind: 'visit-begun', encounterId: id });
  return listing;
}

/** The ordinary record of a case, or undefined when this member holds no key of it. */
export function readRecord(
  session: VaultSession,
  caseId: CaseId,
): readonly CaseEntry[] | undefined {
  return readEntries(session, caseId, 'record')?.map((entry) => CaseEntry.parse(entry));
}

/** Who began each visit of a case, as far as it was written down. */
export function beginnersIn(entries: readonly CaseEntry[]): ReadonlyMap<EncounterId, StaffId> {
  return new Map(
    entries.flatMap(({ by, content }) =>
      content.kind === 'visit-begun' ? [[content.encounterId, by] as const] : [],
    ),
  );
}

/** The colleague who has an open visit in hand, as the error that says so: only they write in it. */
export function colleagueHolding(
  session: VaultSession,
  { state, caseId, id }: EncounterListing,
): { readonly kind: 'VisitOfColleague'; readonly colleague: string } | undefined {
  if (state === 'closed') return undefined;
  const holder = readVisitHolder(session, caseId, id);
  const colleague =
    holder === undefined ? undefined : readStaff(session.database, holder)?.displayName;
  return colleague === undefined ? undefined : { kind: 'VisitOfColleague', colleague };
}

/** Adds to the ordinary record of a case. Inside a transaction. */
export function recordEntry(desk: Desk, caseId: CaseId, content: CaseEntryContent): CaseEntry {
  const id = CaseEntryId.parse(desk.ids.next());
  const entry = addEntry(desk.session(), caseId, 'record', { id, at: momentOf(desk), content });
  return CaseEntry.parse(entry);
}
