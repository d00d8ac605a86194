// Every sheet of a signed-in member. A new kind is one member of SheetOrder (core/ipc/sheet-order.ts),
// one name of SheetKind with its composer (core/sheet), and one row here.
import { assertNever } from '#core/base/assert.ts';
import type { Result } from '#core/base/result.ts';
import type { OrderProblem } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import type { Desk } from '../desk.ts';
import { issue } from '../issuing.ts';
import type { Composed } from './composed.ts';
import { clinicalSummaryRow } from './clinical-summary-row.ts';
import { groundRow } from './ground-row.ts';
import { missingRow } from './missing-row.ts';
import { personRow } from './person-row.ts';
import { referralRow } from './referral-row.ts';
import { safetyPlanRow } from './safety-plan-row.ts';
import { consentRecordRow, refusalNoteRow } from './staff-record-rows.ts';
import { stopNoticeRow } from './stop-notice-row.ts';

/** Composes a sheet from what the store holds at this moment. The page names one; it never hands one in. */
export function compose(desk: Desk, order: SheetOrder): Result<Composed, OrderProblem> {
  switch (order.kind) {
    case 'person':
      return personRow(desk, order);
    case 'clinical-summary':
      return clinicalSummaryRow(desk, order);
    case 'safety-plan':
      return safetyPlanRow(desk, order);
    case 'referral':
      return referralRow(desk, order);
    case 'ground':
      return groundRow(desk, order);
    case 'refusal-note':
      return refusalNoteRow(desk, order);
    case 'consent-record':
      return consentRecordRow(desk, order);
    case 'missing-person':
      return missingRow(desk, order);
    case 'stop-notice':
      return stopNoticeRow(desk, order);
    default:
      return assertNever(order);
  }
}

/**
 * A sheet that will leave: handed out only after the store has taken down what is on it. From
 * the reading of the ledger to that row nothing else has its turn.
 */
export function composeToLeave(desk: Desk, order: SheetOrder): Result<Composed, OrderProblem> {
  const composed = compose(desk, order);
  if (!composed.ok) return composed;
  const { caseId, leaving } = composed.value;
  if (leaving === null || caseId === null) return composed;
  const { judged, groundId, ...passing } = leaving;
  const issued = issue(desk, { caseId, ...passing }, groundId, { ok: true, value: judged });
  return issued.ok ? composed : issued;
}
