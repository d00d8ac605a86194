import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '#core/base/result.ts';
import { readTicket } from '#core/ipc/sheet-channels.ts';
import * as channels from '#core/ipc/sheet-channels.ts';
import { copyOf } from '#core/ipc/sheet-order.ts';
import { isWritableFolder, replaceFile, systemErrorCode } from '../platform/files.ts';
import { auditNow } from '../vault/audit-log.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';
import type { Tickets } from './press.ts';
import { type Route, serve } from './serve.ts';
import { compose, composeToLeave } from './sheets/compose.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import { mayStillLeave, type PrintOrder } from './printing/print-order.ts';

export function sheetRoutes(
  desk: Desk,
  papers: DrawnPapers,
  tickets: Tickets,
  print: PrintOrder,
): readonly Route[] {
  return [
    serve(channels.previewSheet, 'unlocked', (order) => {
      const composed = compose(desk, order);
      if (!composed.ok) return composed;
      const { sheet } = composed.value;
      // Who looks at a sheet is likely to print it.
      papers.drawAhead({ sheet, format: order.format });
      return ok(sheet);
    }),

    serve(channels.printSheet, 'unlocked', (order) => print(order, desk.ids.next())),

    serve(channels.saveSheet, 'unlocked', async (order) => {
      const { saving } = readFacility(desk.session().database);
      if (saving.kind === 'never') return err({ kind: 'SavingNotAllowed' });
      const { folder } = saving;
      if (!isWritableFolder(folder)) return err({ kind: 'FolderUnusable', folder });
      const composed = composeToLeave(desk, order);
      if (!composed.ok) return composed;
      const { sheet, caseId, leaving } = composed.value;
      const paper = await papers.draw({ sheet, format: order.format });
      // Drawing took a moment, as it does before a sheet is printed.
      if (leaving !== null && caseId !== null && !mayStillLeave(desk, { ...leaving, caseId }))
        return err({ kind: 'ConsentMissing' });
      const file = neutralName(folder);
      auditNow(desk.session(), {
        kind: 'sheet-saved',
        caseId,
        sheet: sheet.kind,
        pages: paper.pages,
        ...copyOf(order),
      });
      try {
        replaceFile(join(folder, file), paper.bytes);
      } catch (error) {
        if (systemErrorCode(error) !== undefined) return err({ kind: 'FolderUnusable', folder });
        throw error;
      }
      return ok({ file, pages: paper.pages });
    }),

    serve(
      readTicket,
      // Also for sheets without a case. Those of a case are forgotten when it locks.
      'always',
      ({ ticket }) => {
        const drawing = tickets.take(ticket);
        return drawing === undefined ? err({ kind: 'TicketUnknown' }) : ok(drawing);
      },
      'paper',
    ),
    serve(
      channels.reportDrawn,
      'always',
      ({ ticket }) => {
        tickets.reportDrawn(ticket);
        return ok(null);
      },
      'paper',
    ),
  ];
}

/** `document-1.pdf`, or the first number that is free: the name of a file says nothing. */
function neutralName(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = `document-${number}.pdf`;
    if (!existsSync(join(folder, name))) return name;
  }
}
