import { spawn } from 'node:child_process';
import { BrowserWindow, type Session, type WebContents } from 'electron';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Paper, PrintProblem } from '#core/sheet/paper.ts';
import { pagePreferences } from './hardening.ts';
import { pageOrigin } from './protocol.ts';

/** The name of every job in the queue, whatever is on the paper. */
const jobName = 'Document';

const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };

export type Printer = {
  readonly isPaper: (contentsId: number) => boolean;
  readonly draw: (ticket: string) => Promise<Paper>;
  readonly print: (paper: Paper) => Promise<Result<null, PrintProblem>>;
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
  let paper: BrowserWindow | undefined;

  return {
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

    print: ({ bytes }) => printToQueue(bytes),
    printPage: async (contents) => printToQueue(await contents.printToPDF(pdfOptions)),
    close: () => paper?.destroy(),
  };
}

/** Page objects of a PDF as Chromium writes it: one dictionary each, never inside an object stream. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/**
 * Hands the document to the default printer on the queue's standard input, so that no file of
 * ours exists at any moment. What the queue itself keeps is its own affair (docs/security.md).
 */
function printToQueue(bytes: Uint8Array): Promise<Result<null, PrintProblem>> {
  if (process.platform === 'win32') return Promise.resolve(err({ kind: 'NoPrinter' }));
  return new Promise((resolve) => {
    const queue = spawn('lp', ['-t', jobName, '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let words = '';
    queue.stderr.on('data', (part: Buffer) => (words += part.toString('utf8')));
    queue.on('error', () => resolve(err({ kind: 'NoPrinter' })));
    queue.on('close', (code) => {
      if (code === 0) resolve(ok(null));
      else if (/no default destination|scheduler is not running|unable to connect/i.test(words))
        resolve(err({ kind: 'NoPrinter' }));
      else resolve(err({ kind: 'PrinterRefused', words: words.trim().slice(0, 200) }));
    });
    queue.stdin.on('error', () => {
      // The queue went away while it was being written to; its exit code says so above.
    });
    queue.stdin.end(bytes);
  });
}
