import { err, ok, type Result } from '#core/base/result.ts';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import * as channels from '#core/ipc/printing-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { composeTestPage } from '#core/sheet/public-sheets.ts';
import { auditNow } from '../vault/audit-log.ts';
import { commitIfRoom } from '../vault/database.ts';
import {
  type PrintChoice,
  readPrintChoice,
  writePrintChoice,
} from '../vault/repositories/printing.ts';
import type { Desk } from './desk.ts';
import type { Press } from './press.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import type { PrintBook } from './printing/print-book.ts';
import { printOnce } from './printing/print-once.ts';
import type { PrintOrder } from './printing/print-order.ts';
import { type Route, serve } from './serve.ts';
import { openEncounter } from './open-encounter.ts';

/** The printer of a member, and what waits for it. */
export function printingRoutes(
  desk: Desk,
  press: Press,
  papers: DrawnPapers,
  book: PrintBook,
  print: PrintOrder,
  onChanged: () => void,
): readonly Route[] {
  /** Kept jobs that are being printed at this moment: a second click prints nothing twice. */
  const busy = new Set<string>();

  return [
    serve(channels.readPrinters, 'unlocked', async () => {
      const printers = await press.printers();
      if (desk.vault.state().kind !== 'open')
        return ok({ printers: [], chosen: null, wasTold: true });
      const { printer: chosen, wasTold } = readPrintChoice(desk.session());
      return ok({ printers: [...printers], chosen, wasTold });
    }),
    serve(channels.choosePrinter, 'unlocked', ({ printer }) => remember(desk, { printer })),
    serve(channels.noteToldOfQueue, 'unlocked', () => remember(desk, { wasTold: true })),

    serve(channels.printTestPage, 'unlocked', async () => {
      const drawing = { sheet: composeTestPage(desk.pack()), format: plainFormat };
      const paper = await papers.draw(drawing);
      return printOnce(desk, press, paper, plainFormat);
    }),

    serve(channels.listPrintJobs, 'unlocked', ({ encounterId }) => {
      const about = caseOf(desk, encounterId);
      if (!about.ok) return about;
      return ok(
        book.list(about.value).map(({ id, sheet, state, order: { language } }) => ({
          id,
          sheet,
          language,
          state,
        })),
      );
    }),

    serve(channels.printAgain, 'unlocked', async ({ id, tray }) => {
      const booked = book.find(id);
      if (booked === undefined || booked.job.state.kind !== 'kept' || busy.has(id))
        return err({ kind: 'PrintJobUnknown' });
      if (booked.job.state.mayBeOut && tray !== 'empty') return err({ kind: 'LookFirst' });
      busy.add(id);
      try {
        const state = await book.takeBack(booked);
        if (state === undefined) return err({ kind: 'AlreadyPrinted' });
        // While the queue may still have it, a second one could come out beside it.
        if (state.kind !== 'kept' || state.job !== null) return err({ kind: 'NoPrinter' });
        const printed = await print(booked.job.order, id);
        if (printed.ok) return ok(null);
        // What is not agreed to any more is not wanted later either.
        if (printed.error.kind === 'ConsentMissing') book.remove(booked);
        onChanged();
        return printed;
      } finally {
        busy.delete(id);
      }
    }),

    serve(channels.takeBackPrint, 'unlocked', async ({ id }) => {
      const booked = book.find(id);
      if (booked === undefined) return err({ kind: 'PrintJobUnknown' });
      await book.takeBack(booked);
      return ok(null);
    }),

    serve(channels.forgetPrint, 'unlocked', async ({ id }) => {
      const booked = book.find(id);
      if (booked === undefined) return err({ kind: 'PrintJobUnknown' });
      const state = await book.takeBack(booked);
      if (state?.kind === 'kept' && state.job !== null) return err({ kind: 'NoPrinter' });
      book.remove(booked);
      onChanged();
      return ok(null);
    }),

    serve(channels.reportDestroyed, 'unlocked', ({ encounterId, sheet }) => {
      const about = caseOf(desk, encounterId);
      if (!about.ok) return about;
      auditNow(desk.session(), { kind: 'sheet-destroyed', caseId: about.value, sheet });
      return ok(null);
    }),
  ];
}

/** The case of a visit whose gate is open; null for what is about the place. */
function caseOf(
  desk: Desk,
  id: EncounterId | null,
): Result<CaseId | null, { readonly kind: 'GateArmed' | 'EncounterUnknown' }> {
  if (id === null) return ok(null);
  const encounter = openEncounter(desk, id);
  return encounter.ok ? ok(encounter.value.caseId) : encounter;
}

function remember(
  desk: Desk,
  part: Partial<PrintChoice>,
): Result<null, { readonly kind: 'DiskFull' }> {
  const session = desk.session();
  return commitIfRoom(session.database, () => {
    writePrintChoice(session, { ...readPrintChoice(session), ...part });
    return null;
  });
}
