import { BrowserWindow, type Session, type WebContents } from 'electron';
import { ok, type Result } from '#core/base/result.ts';
import type { PageEvent } from '#core/ipc/page-event.ts';
import { wireEvent } from '#core/ipc/wire.ts';
import type { Paper } from '#core/sheet/paper.ts';
import type { PrintProblem } from '#core/sheet/printing.ts';
import { pagePreferences } from './hardening.ts';
import { createQueue, type Queue } from './print-queue.ts';
import { pageOrigin } from './protocol.ts';

const pdfOptions = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true };

/** A page that has not drawn by then never will, and the next sheet must not wait for it. */
const longestDrawingMs = 30_000;

const paperPage = `${pageOrigin}/paper.html`;

export type Printer = Queue & {
  readonly isPaper: (contentsId: number) => boolean;
  readonly draw: (ticket: string) => Promise<Paper>;
  /** Prints a page as it stands, by the same way: from memory to the queue, under the same name. */
  readonly printPage: (contents: WebContents) => Promise<Result<null, PrintProblem>>;
  /** Destroys the hidden page, if there is one, and gives up what was to be drawn on it. */
  readonly close: () => void;
};

/** A hidden page; `gone` rejects when it goes away, however that comes. */
type PaperPage = {
  readonly window: BrowserWindow;
  readonly loaded: Promise<void>;
  readonly gone: Promise<never>;
};

/**
 * @param whenDrawn resolves when the hidden page has reported that a ticket's sheet is on it
 * @param isKept whether the hidden page stays for the next sheet, empty: a new one costs more than
 *   the drawing, and its memory is only worth it while somebody is signed in
 */
export function createPrinter(
  session: Session,
  preload: string,
  whenDrawn: (ticket: string) => Promise<void>,
  isKept: () => boolean,
): Printer {
  const queue = createQueue();
  let paper: PaperPage | undefined;
  /** One sheet at a time: each waits for the one before it. */
  let last: Promise<unknown> = Promise.resolve();
  /** What was asked for before the page was closed is not drawn afterwards. */
  let closings = 0;

  function open(): PaperPage {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { ...pagePreferences, preload, session },
    });
    const gone = new Promise<never>((_resolve, reject) => {
      const fail = () => reject(new Error('The page that draws sheets was closed'));
      window.once('closed', fail);
      window.webContents.once('render-process-gone', fail);
    });
    const loaded = window.loadURL(paperPage);
    const page = { window, loaded, gone };
    // Also when nobody waits for either.
    loaded.catch(() => {});
    gone.catch(() => {
      if (paper === page) paper = undefined;
    });
    paper = page;
    return page;
  }

  async function drawNow(ticket: string): Promise<Paper> {
    const page = paper ?? open();
    const { window, loaded, gone } = page;
    let isClean = false;
    try {
      await Promise.race([loaded, gone]);
      want(window, ticket);
      await Promise.race([whenDrawn(ticket), gone, tooLong()]);
      const bytes = await Promise.race([window.webContents.printToPDF(pdfOptions), gone]);
      if (isKept()) {
        // The sheet is gone from the page before the page is used again.
        want(window, null);
        isClean = true;
      }
      return { bytes, pages: countPages(bytes) };
    } finally {
      if (!isClean) {
        if (paper === page) paper = undefined;
        window.destroy();
      }
    }
  }

  return {
    ...queue,
    isPaper: (contentsId) =>
      paper !== undefined &&
      !paper.window.isDestroyed() &&
      paper.window.webContents.id === contentsId,

    /** Fails when the hidden page goes away before it has drawn, as at a lock. */
    draw(ticket) {
      const at = closings;
      const drawing = last
        .catch(() => {})
        .then(() => {
          if (at !== closings) throw new Error('The page that draws sheets was closed');
          return drawNow(ticket);
        });
      last = drawing.catch(() => {});
      return drawing;
    },
    async printPage(contents) {
      const bytes = await contents.printToPDF(pdfOptions);
      const to = { printer: null, copies: 1, size: 'A4' } as const;
      const sent = await queue.send({ bytes, pages: countPages(bytes) }, to);
      return sent.ok ? ok(null) : sent;
    },
    close() {
      closings += 1;
      const page = paper;
      paper = undefined;
      page?.window.destroy();
    },
  };
}

function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(new Error('The page that draws sheets did not draw'));
    setTimeout(fail, longestDrawingMs).unref();
  });
}

/** Asks the hidden page for the sheet of a ticket, or to be empty. */
function want({ webContents }: BrowserWindow, ticket: string | null): void {
  webContents.send(wireEvent, { kind: 'SheetWanted', ticket } satisfies PageEvent);
}

/** Page objects of a PDF as Chromium writes it: one dictionary each, never inside an object stream. */
function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
