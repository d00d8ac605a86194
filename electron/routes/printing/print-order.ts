import { err, ok, type Result } from '#core/base/result.ts';
import { type Passing, uncoveredItems } from '#core/domain/consent.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { OrderProblem } from '#core/ipc/sheet-channels.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import type { PrintProblem } from '#core/sheet/printing.ts';
import type { Desk } from '../desk.ts';
import { judgeable } from '../issuing.ts';
import { composeToLeave } from '../sheets/compose.ts';
import type { Leaving } from '../sheets/composed.ts';
import type { DrawnPapers } from './drawn-papers.ts';
import type { PrintBook } from './print-book.ts';

/** Composes, draws and sends a sheet. With the id of a kept job it takes that job's place. */
export type PrintOrder = (
  order: SheetOrder,
  id: string,
) => Promise<Result<{ readonly pages: number }, OrderProblem | PrintProblem>>;

export function createPrintOrder(desk: Desk, papers: DrawnPapers, book: PrintBook): PrintOrder {
  return async (order, id) => {
    const composed = composeToLeave(desk, order);
    if (!composed.ok) return composed;
    const { sheet, caseId, leaving } = composed.value;
    const paper = await papers.draw({ sheet, format: order.format });
    // Drawing took a moment, in which somebody may have said no or locked the desk.
    if (desk.vault.state().kind !== 'open') return err({ kind: 'GateArmed' });
    if (leaving !== null && caseId !== null && !mayStillLeave(desk, { ...leaving, caseId }))
      return err({ kind: 'ConsentMissing' });
    const sent = await book.send({ id, order, sheet, caseId, leaving }, paper);
    return sent.ok ? ok({ pages: paper.pages }) : sent;
  };
}

/** Whether what stands on a sheet is still agreed to. What rests on a ground was decided without. */
export function mayStillLeave(
  desk: Desk,
  leaving: Passing & Pick<Leaving, 'groundId' | 'kind'> & { readonly caseId: CaseId },
): boolean {
  if (leaving.groundId !== null && leaving.kind !== 'missing-facts') return true;
  const judged = judgeable(desk, leaving.caseId);
  if (!judged.ok) return false;
  return uncoveredItems(judged.value.entries, leaving, judged.value.at).length === 0;
}
