import { BrowserWindow, type Session, type WebContents } from 'electron';
import { ok, type Result } from '#core/base/result.ts';
import type { Paper } from '#core/sheet/paper.ts';
import type { PrintProblem } from '#core/sheet/printing.ts';
import { pagePreferences } from './hardening.ts';
import { createQueue, type Queue } from './print-queue.ts';
import { pageOrigin } from './protocol.ts';

const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };

export type Printer = Queue & {
  readonly isPaper: (contentsId: number) => boolean;
  readonly draw: (ticket: string) => Promise<Paper>;
  /** Prints a page as it stands, by the same way: from memory to the queue, under the same name. */
  readonly printPage: (contents: WebContents) => Promise<Result<null, PrintProblem>>;
  /** Destroys the hidden page, if there is one. */
  readonly close: () => void;
};

/** @param whenDrawn resolves when the hidden page has reported that a ticket's sheet is on it */
export function createPrinter(
  session: Session,
  preload: string,
  whenDrawn: (ticket: string) => Promise<void>,
): Printer {
  const queue = createQueue();
  let paper: BrowserWindow | undefined;

  return {
    ...queue,
    isPaper: (contentsId) =>
      paper !== undefined && !paper.isDestroyed() && paper.webContents.id === contentsId,

    /** One sheet at a time. Fails when the hidden page goes away before it has drawn, as at a lock. */
    async draw(ticket) {
      paper?.destroy();
      const window = new BrowserWindow({
        show: false,
        webPreferences: { ...pagePreferences, preload, session },
      });
      paper = window;
      const gone = new Promise<never>((_resolve, reject) => {
        window.once('closed', () => reject(new Error('The page that draws sheets was closed')));
      });
      // Also when nobody is waiting for it any more, as after the last line below.
      gone.catch(() => {});
      try {
        const drawn = whenDrawn(ticket);
        await Promise.race([window.loadURL(`${pageOrigin}/paper.html#${ticket}`), gone]);
        await Promise.race([drawn, gone]);
        const bytes = await Promise.race([window.webContents.printToPDF(pdfOptions), gone]);
        return { bytes, pages: countPages(bytes) };
      } finally {
        window.destroy();
      }
    },

    async printPage(contents) {
      const bytes = await contents.printToPDF(pdfOptions);
      const to = { printer: null, copies: 1, size: 'A4' } as const;
      const sent = await queue.send({ bytes, pages: countPages(bytes) }, to);
      return sent.ok ? ok(null) : sent;
    },
    close: () => paper?.destroy(),
  };
}

/** Page objects of a PDF as Chromium writes it: one dictionary each, never inside an object stream. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
