import { err, ok, type Result } from '#core/base/result.ts';
import * as channels from '#core/ipc/recovery-channels.ts';
import type { PrintProblem } from '#core/sheet/printing.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { composeRecoverySheet } from '#core/sheet/recovery-sheet.ts';
import { makeRecoverySheets, proveSheets, recoveryStateOf } from '../vault/recovery.ts';
import type { Desk } from './desk.ts';
import { judgeCommon } from './new-password.ts';
import type { Press } from './press.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import { printOnce } from './printing/print-once.ts';
import { type Route, serve } from './serve.ts';

/** The sheets that open a forgotten password. Only a lead makes them; whoever holds two of them gets in. */
export function recoveryRoutes(
  desk: Desk,
  folder: string,
  press: Press,
  papers: DrawnPapers,
): readonly Route[] {
  /** Whether the session that asked is still the open one. */
  function watchSession(): () => boolean {
    const mine = desk.session();
    return () => {
      const state = desk.vault.state();
      return state.kind === 'open' && state.session === mine;
    };
  }
  const isLead = () => desk.session().member.role === 'safeguarding-lead';

  async function make() {
    if (!isLead()) return err({ kind: 'NotAllowed' as const });
    const at = desk.clock.now();
    const sheets = await makeRecoverySheets(desk.session(), at, watchSession());
    return sheets.ok ? ok({ at, sheets: sheets.value }) : sheets;
  }

  return [
    serve(channels.readRecovery, 'unlocked', () => ok(recoveryStateOf(desk.session()))),

    serve(channels.printRecovery, 'unlocked', async () => {
      const made = await make();
      if (!made.ok) return made;
      const { at, sheets } = made.value;
      // Each is a document of its own: on a printer that prints both sides, two of them on one
      // paper would be one paper that opens everything.
      for (const [index, words] of sheets.entries()) {
        const sheet = composeRecoverySheet(words, index + 1, sheets.length, at);
        const printed = await printOne(sheet);
        if (!printed.ok) return printed;
      }
      return ok(null);
    }),

    serve(channels.writeRecovery, 'unlocked', async () => {
      const made = await make();
      return made.ok ? ok(made.value.sheets.map((words) => [...words])) : made;
    }),

    serve(channels.proveRecovery, 'unlocked', async ({ sheets }) =>
      isLead()
        ? proveSheets(desk.session(), folder, sheets, watchSession())
        : err({ kind: 'NotAllowed' as const }),
    ),

    serve(channels.lookWithSheets, 'always', async ({ sheets }) => {
      desk.lock();
      const leads = await desk.vault.membersBySheets(sheets);
      return leads.ok ? ok([...leads.value]) : leads;
    }),

    serve(channels.recover, 'always', async ({ sheets, ...request }) => {
      desk.lock();
      const judged = judgeCommon(desk, request.password);
      return judged.ok ? desk.vault.recover({ ...request, typed: sheets }) : judged;
    }),
  ];

  async function printOne(
    sheet: ReturnType<typeof composeRecoverySheet>,
  ): Promise<Result<null, PrintProblem>> {
    const paper = await papers.draw({ sheet, format: plainFormat });
    return printOnce(desk, press, paper, plainFormat);
  }
}
