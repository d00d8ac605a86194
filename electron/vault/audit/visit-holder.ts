import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { accessOf } from '../repositories/case-file.ts';
import type { VaultSession } from '../vault.ts';
import { judgeEntry } from './chain.ts';
import { readEntries } from './log-table.ts';
import { readRoster } from './roster.ts';

/**
 * The colleague whose open visit this is: what they typed is theirs to go on with, and nobody
 * writes over it. Whoever began it holds it for as long as they work here and may open the case.
 *
 * @returns undefined when the visit is the member's own, or nobody's any more
 */
export function readVisitHolder(
  session: VaultSession,
  caseId: CaseId,
  id: EncounterId,
): StaffId | undefined {
  const roster = readRoster(session.database);
  const begun = readEntries(
    session.database,
    "case_id = ? AND kind IN ('case-opened', 'visit-begun') ORDER BY position",
    [caseId],
  ).flatMap((stored) => {
    const judged = judgeEntry(stored, ({ staff }) => roster.get(staff)?.signPublic);
    if (typeof judged === 'string' || !('encounterId' in judged.event)) return [];
    return judged.event.encounterId === id ? [judged.staff] : [];
  });
  const [by] = begun;
  if (by === undefined || by === session.member.id) return undefined;
  const isHere = roster.get(by)?.state === 'active';
  return isHere && accessOf(session, caseId).holders.has(by) ? by : undefined;
}
