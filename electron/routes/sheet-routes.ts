import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '#core/base/result.ts';
import { readTicket } from '#core/ipc/sheet-channels.ts';
import * as channels from '#core/ipc/sheet-channels.ts';
import { isWritableFolder, replaceFile, systemErrorCode } from '../platform/files.ts';
import { auditNow } from '../vault/audit-log.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';
import { drawPaper, type Press, type Tickets } from './press.ts';
import { type Route, serve } from './serve.ts';
import { compose, composeToLeave } from './sheets/compose.ts';
import type { Composed } from './sheets/composed.ts';

export function sheetRoutes(desk: Desk, press: Press, tickets: Tickets): readonly Route[] {
  return [
    serve(channels.previewSheet, 'unlocked', (order) => {
      const composed = compose(desk, order);
      return composed.ok ? ok(composed.value.sheet) : composed;
    }),

    serve(channels.printSheet, 'unlocked', async (order) => {
      const composed = composeToLeave(desk, order);
      if (!composed.ok) return composed;
      const { sheet } = composed.value;
      const paper = await drawPaper(press, tickets, { sheet, format: order.format });
      // Before it leaves: what was printed is written down, also when it locks meanwhile.
      note(desk, composed.value, { kind: 'sheet-printed', pages: paper.pages });
      const printed = await press.print(paper);
      if (!printed.ok && desk.vault.state().kind === 'open')
        note(desk, composed.value, { kind: 'sheet-not-printed' });
      return printed.ok ? ok({ pages: paper.pages }) : printed;
    }),

    serve(channels.saveSheet, 'unlocked', async (order) => {
      const { saving } = readFacility(desk.session().database);
      if (saving.kind === 'never') return err({ kind: 'SavingNotAllowed' });
      const { folder } = saving;
      if (!isWritableFolder(folder)) return err({ kind: 'FolderUnusable', folder });
      const composed = composeToLeave(desk, order);
      if (!composed.ok) return composed;
      const { sheet } = composed.value;
      const paper = await drawPaper(press, tickets, { sheet, format: order.format });
      const file = neutralName(folder);
      note(desk, composed.value, { kind: 'sheet-saved', pages: paper.pages });
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

/** Writes down what becomes of a sheet: which kind, of which case, and nothing of its text. */
function note(
  desk: Desk,
  { caseId, sheet }: Composed,
  what:
    | { readonly kind: 'sheet-printed' | 'sheet-saved'; readonly pages: number }
    | { readonly kind: 'sheet-not-printed' },
): void {
  auditNow(desk.session(), { ...what, caseId, sheet: sheet.kind });
}

/** `document-1.pdf`, or the first number that is free: the name of a file says nothing. */
function neutralName(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = `document-${number}.pdf`;
    if (!existsSync(join(folder, name))) return name;
  }
}
