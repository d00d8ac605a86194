import { dayHere } from '#core/domain/calendar-date.ts';
import type { CaseEntry } from '#core/domain/case-entry.ts';
import type { CaseBriefing, CasePage, VisitSummary } from '#core/domain/case-page.ts';
import type { CaseId, Encounter, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { askedByVisit } from '#core/journey/asked-before.ts';
import { aliasesOf, dangerOf, summariseVisit } from '#core/journey/visit-summary.ts';
import { accumulate } from '#core/screening/accumulate.ts';
import { latestLevel } from '#core/screening/risk-history.ts';
import { readVisitHolder } from '../vault/audit/visit-holder.ts';
import { readListing } from '../vault/repositories/case-list.ts';
import { readEncountersOf } from '../vault/repositories/encounter.ts';
import { readStaff } from '../vault/repositories/staff.ts';
import type { Desk } from './desk.ts';
import { beginnersIn, readRecord } from './visit-begin.ts';

/** Half a minute to read: the days of all of them stand under what shows only across visits. */
const fewCompanions = 3;

type Held = Encounter & { readonly by: StaffId | null };

/**
 * A case as staff read it. What is worked out from all its visits is worked out here: what each
 * of them says stays on this side.
 *
 * @param preparing the visit that the briefing is for; it says nothing of what was before
 * @returns undefined when this member holds no key of it
 */
export function readCasePage(
  desk: Desk,
  caseId: CaseId,
  preparing: EncounterId | undefined,
): CasePage | undefined {
  const session = desk.session();
  if (readListing(session, caseId) === undefined) return undefined;
  const visits = readEncountersOf(session, caseId);
  const entries = readRecord(session, caseId);
  if (visits === undefined || entries === undefined) return undefined;
  const begunBy = beginnersIn(entries);
  const namings = entries.flatMap(({ content }) =>
    content.kind === 'named-colleague' ? [content.member] : [],
  );
  const named = new Set([...entries.map(({ by }) => by), ...namings.filter((id) => id !== null)]);
  const held = visits.map((visit) => ({ ...visit, by: begunBy.get(visit.id) ?? null }));
  const summaries = held.map((visit) => summariseVisit(visit, visit.by));
  const isBefore = ({ id }: { readonly id: EncounterId }) => id !== preparing;
  return {
    caseId,
    aliases: [...aliasesOf(visits.map(({ draft }) => draft))],
    visits: summaries,
    heldByOthers: visits
      .filter(
        ({ state, id }) => state === 'draft' && readVisitHolder(session, caseId, id) !== undefined,
      )
      .map(({ id }) => id),
    // Who began each visit stands with the visit.
    entries: entries.filter(({ content }) => content.kind !== 'visit-begun'),
    briefing: briefingOf(desk, held.filter(isBefore), summaries.filter(isBefore), entries),
    namedColleague: namings.at(-1) ?? null,
    members: [...named].flatMap((id) => {
      const member = readStaff(session.database, id);
      return member === undefined ? [] : [{ id, displayName: member.displayName }];
    }),
  };
}

/** @param visits the latest first, and so their summaries */
function briefingOf(
  desk: Desk,
  visits: readonly Held[],
  summaries: readonly VisitSummary[],
  entries: readonly CaseEntry[],
): CaseBriefing {
  const [last] = visits;
  return {
    visits: visits.length,
    // The rules say no word here: what a place calls things makes no difference.
    level: latestLevel(desk.packs.plain().riskRules, dangers(visits)) ?? null,
    last:
      last === undefined
        ? null
        : {
            ownRating: last.draft.ownView.rating,
            language: last.draft.language,
            motherTongue: last.draft.motherTongue,
            inTheRoom: last.draft.inTheRoom,
          },
    asked: askedByVisit(summaries).map(({ visit: { startedAt, by }, subjects }) => ({
      startedAt,
      by,
      subjects: subjects.map(({ asked: subject, times }) => ({ asked: subject, times })),
    })),
    companions: visits
      .filter(({ draft }) => draft.company.came !== 'not-noted')
      .slice(0, fewCompanions)
      .map(({ startedAt, draft: { company } }) => ({ startedAt, company })),
    accumulated: accumulate(visits, entries, dayHere(desk.clock.now())),
  };
}

function* dangers(visits: readonly Held[]) {
  for (const visit of visits) yield dangerOf(visit);
}
