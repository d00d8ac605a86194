import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { accessOf } from '../repositories/case-file.ts';
import type { VaultSession } from '../vault.ts';
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
  const { begunBy, holders } = accessOf(session, caseId);
  const by = begunBy.get(id);
  if (by === undefined || by === session.member.id) return undefined;
  const isHere = readRoster(session.database).get(by)?.state === 'active';
  return isHere && holders.has(by) ? by : undefined;
}
