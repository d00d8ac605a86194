import { ok, type Result } from '#core/base/result.ts';
import type { Format, Paper } from '#core/sheet/paper.ts';
import type { PrintProblem } from '#core/sheet/printing.ts';
import { readPrintChoice } from '../../vault/repositories/printing.ts';
import type { Desk } from '../desk.ts';
import type { Press } from '../press.ts';

/**
 * Prints a paper about the place, such as a page of the log. It is not kept when the printer fails:
 * whoever asked is told, and asks again. For a sheet of a case there is `PrintOrder`.
 */
export async function printOnce(
  desk: Desk,
  press: Press,
  paper: Paper,
  { size, copies }: Format,
): Promise<Result<null, PrintProblem>> {
  const state = desk.vault.state();
  const printer = state.kind === 'open' ? readPrintChoice(state.session).printer : null;
  const sent = await press.send(paper, { printer, copies, size });
  return sent.ok ? ok(null) : sent;
}
