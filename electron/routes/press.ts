import { randomUUID } from 'node:crypto';
import type { Result } from '#core/base/result.ts';
import type { Format, Paper, PaperSize } from '#core/sheet/paper.ts';
import type { Printer, PrintProblem, QueueJob, Standing } from '#core/sheet/printing.ts';
import type { Sheet } from '#core/sheet/sheet.ts';

/** What turns sheets into paper. The shell has the real one: it needs a window and a queue. */
export type Press = {
  /** Draws the sheet that a ticket stands for. */
  readonly draw: (ticket: string) => Promise<Paper>;
  readonly printers: () => Promise<readonly Printer[]>;
  /** Hands a finished document to a printer; null stands for the default one. */
  readonly send: (
    paper: Paper,
    to: { readonly printer: string | null; readonly copies: number; readonly size: PaperSize },
  ) => Promise<Result<QueueJob, PrintProblem>>;
  readonly look: (job: QueueJob) => Promise<Standing>;
  readonly takeBack: (job: QueueJob) => Promise<void>;
};

/** What the hidden page draws: a sheet, and on what. */
export type Drawing = { readonly sheet: Sheet; readonly format: Format };

/**
 * Sheets on their way to the hidden page that draws them. The page gets a number, not the
 * sheet, in its address; each number is good for one reading.
 */
export type Tickets = {
  readonly issue: (drawing: Drawing) => string;
  readonly take: (ticket: string) => Drawing | undefined;
  /** Forgets a ticket that nobody will read any more. */
  readonly discard: (ticket: string) => void;
  readonly reportDrawn: (ticket: string) => void;
  readonly whenDrawn: (ticket: string) => Promise<void>;
};

export function createTickets(): Tickets {
  const drawings = new Map<string, Drawing>();
  const drawn = new Map<string, PromiseWithResolvers<void>>();
  const waiting = (ticket: string) => {
    const known = drawn.get(ticket);
    if (known !== undefined) return known;
    const made = Promise.withResolvers<void>();
    drawn.set(ticket, made);
    return made;
  };
  return {
    issue(drawing) {
      const ticket = randomUUID();
      drawings.set(ticket, drawing);
      return ticket;
    },
    take(ticket) {
      const drawing = drawings.get(ticket);
      drawings.delete(ticket);
      return drawing;
    },
    discard(ticket) {
      drawings.delete(ticket);
      drawn.delete(ticket);
    },
    reportDrawn: (ticket) => waiting(ticket).resolve(),
    whenDrawn: (ticket) => waiting(ticket).promise,
  };
}
