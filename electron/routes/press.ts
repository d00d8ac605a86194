import { randomUUID } from 'node:crypto';
import type { Result } from '#core/base/result.ts';
import type { Paper, PrintProblem } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';

/** What turns sheets into paper. The shell has the real one: it needs a window and a queue. */
export type Press = {
  /** Draws the sheet that a ticket stands for. */
  readonly draw: (ticket: string) => Promise<Paper>;
  /** Hands a finished document to the default printer. */
  readonly print: (paper: Paper) => Promise<Result<null, PrintProblem>>;
};

/**
 * Sheets on their way to the hidden page that draws them. The page gets a number, not the
 * sheet, in its address; each number is good for one reading.
 */
export type Tickets = {
  readonly issue: (sheet: Sheet) => string;
  readonly take: (ticket: string) => Sheet | undefined;
  /** Forgets a ticket that nobody will read any more. */
  readonly discard: (ticket: string) => void;
  readonly reportDrawn: (ticket: string) => void;
  readonly whenDrawn: (ticket: string) => Promise<void>;
};

export function createTickets(): Tickets {
  const sheets = new Map<string, Sheet>();
  const drawn = new Map<string, PromiseWithResolvers<void>>();
  const waiting = (ticket: string) => {
    const known = drawn.get(ticket);
    if (known !== undefined) return known;
    const made = Promise.withResolvers<void>();
    drawn.set(ticket, made);
    return made;
  };
  return {
    issue(sheet) {
      const ticket = randomUUID();
      sheets.set(ticket, sheet);
      return ticket;
    },
    take(ticket) {
      const sheet = sheets.get(ticket);
      sheets.delete(ticket);
      return sheet;
    },
    discard(ticket) {
      sheets.delete(ticket);
      drawn.delete(ticket);
    },
    reportDrawn: (ticket) => waiting(ticket).resolve(),
    whenDrawn: (ticket) => waiting(ticket).promise,
  };
}
