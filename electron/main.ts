// The composition root. Its first lines run before anything else in the process; the window
// opens next; what answers the page's first question follows (electron/doorway.ts), and the
// records, with their database and their cryptography, last (electron/records.ts).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, powerMonitor, session as electronSession } from 'electron';
import { createLog } from './platform/log.ts';
import { storeName, vaultFolder } from './platform/profile.ts';
import { uptimeMs } from './platform/system.ts';
import type { Records } from './records.ts';
import { forgetCopiesNow, forgetCopiesSoon } from './shell/copied-text.ts';
import { createCover } from './shell/cover.ts';
import { hardenProcess } from './shell/hardening.ts';
import { forbidCoreDumps } from './shell/no-dumps.ts';
import { isPracticeCopy, thisCopy } from './shell/practice.ts';
import { createPrinter } from './shell/printer.ts';
import { claimScheme, servePages } from './shell/protocol.ts';
import { refusalOf, refusedIn } from './shell/start-guard.ts';
import { listen } from './shell/transport.ts';
import { openDeskWindow } from './shell/window.ts';
import { createWatch } from './watch.ts';

// Whatever is written from here on is for this account alone.
process.umask(0o077);
/** The hash of the pack that ships, put in by the build (build/electron-vite.config.ts). */
declare const builtInDigest: string;

/** Everything is saved and shut by then; a runtime that does not end by itself is ended. */
const longestEndMs = 3_000;

const copy = thisCopy();
const refused = refusedIn({
  copy,
  words: process.argv.slice(1),
  variables: process.env,
  isRoot: process.getuid?.() === 0,
});
if (refused === undefined) open();
else end(4, refusalOf(refused));

function open(): void {
  hardenProcess();
  claimScheme();
  app.setName('Quietroom');
  // A day stands before its month and an hour has no a.m. or p.m., as on the papers and in every
  // country the content knows; in the runtime's own language the tenth of December reads as 12/10.
  app.commandLine.appendSwitch('lang', 'en-GB');
  app.setPath('userData', profileFolder());
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
  else
    end(3, 'Quietroom is already open on this profile. Its window has been brought to the front.');
}

function end(code: number, sentence: string): void {
  console.error(sentence);
  app.exit(code);
}

/** `--profile=DIR` keeps everything in a folder of one's own choosing, such as one on a stick. */
function profileFolder(): string {
  const word = process.argv.find((candidate) => candidate.startsWith('--profile='));
  return word === undefined
    ? join(app.getPath('appData'), 'Quietroom')
    : word.slice('--profile='.length);
}

function start(): void {
  const log = createLog((line) => console.error(line));
  process.on('uncaughtException', (error) => {
    log.defect(error);
  });
  const folder = join(app.getPath('userData'), vaultFolder);
  const about = {
    version: app.getVersion(),
    isPracticeCopy: isPracticeCopy(copy, process.versions['electron']),
  };
  /** A guess at what the page will be told, so that its picture can stand before it asks. */
  const firstPage = () => {
    if (watch.isSignedIn() || !existsSync(join(folder, storeName))) return 'index.html';
    return about.isPracticeCopy ? 'locked-practice.html' : 'locked.html';
  };
  // Nothing a page stores outlives the program: the session has no folder.
  const session = electronSession.fromPartition('desk');
  const topics = async () => (await needRecords()).coverTopics();
  servePages(session, join(import.meta.dirname, '..', 'renderer'), firstPage, topics);
  const preload = join(import.meta.dirname, '..', 'preload', 'preload.cjs');
  const printer = createPrinter(
    session,
    preload,
    async (ticket) => (await needRecords()).whenDrawn(ticket),
    () => watch.isSignedIn(),
  );
  const window = openDeskWindow(
    session,
    preload,
    () => createCover(session, topics, printer.printPage),
    {
      stroke: (stroke, isOnCover) => watch.stroke(stroke, isOnCover),
      touched: () => watch.touched(),
      pageGone: () => watch.pageGone(),
    },
    () => app.quit(),
  );
  const watch = createWatch(uptimeMs, window, {
    cover: () => opened?.cover(),
    uncover: () => opened?.uncover(),
    lock: () => opened?.lock(),
    checkPin: (digits) => opened?.checkPin(digits) ?? 'none',
  });
  const ticking = setInterval(watch.tick, 1_000);
  /** Before there is anything to cover, it would only cost memory; asked for sooner it loads at once. */
  const prepareCover = () => setTimeout(window.prepareCover, 300);

  const builtIn = {
    file: join(import.meta.dirname, '..', 'content', 'base.json'),
    digest: builtInDigest,
  };
  let doorway: ReturnType<typeof openDoor> | undefined;
  /** When the page first asks, and no sooner: until then this process serves it, and nothing else. */
  const openDoor = async () => {
    const { isForDoorway, openDoorway } = await import('./doorway.ts');
    return { isForDoorway, answer: openDoorway(folder, builtIn, about, log) };
  };
  let isEnding = false;
  let records: Promise<Records> | undefined;
  /** The same, once it is there: covering and locking wait for nothing. */
  let opened: Records | undefined;
  const loadRecords = () => {
    // Before these there is nothing in any process that a dump could show.
    forbidCoreDumps();
    return import('./records.ts');
  };
  const needRecords = () =>
    (records ??= loadRecords().then(({ openRecords }) => {
      opened = openRecords({
        folder,
        builtIn,
        about,
        press: printer,
        log,
        onLocked: closePages,
        consent: {
          changing: () => window.tell({ kind: 'ConsentChanging' }),
          changed: () => window.tell({ kind: 'ConsentChanged' }),
        },
        onPrintingChanged: () => window.tell({ kind: 'PrintingChanged' }),
        sessions: {
          ...watch,
          copied: forgetCopiesSoon,
          signedIn(rules) {
            watch.signedIn(rules);
            prepareCover();
          },
          reading(isReading) {
            watch.reading(isReading);
            if (isReading) prepareCover();
          },
        },
      });
      return opened;
    }));
  listen(
    (id) => (window.isDesk(id) ? 'desk' : printer.isPaper(id) ? 'paper' : undefined),
    async (caller, message) => {
      const door = await (doorway ??= openDoor());
      if (records !== undefined || !door.isForDoorway(caller, message))
        return (await needRecords()).dispatch(caller, message);
      // By then the first screen stands, and nobody has typed a password yet.
      setTimeout(() => void needRecords(), 150);
      return door.answer(caller, message);
    },
  );

  function closePages(): void {
    forgetCopiesNow();
    printer.close();
    // After the answer has gone out: the page that asked is about to be destroyed.
    setImmediate(() => {
      if (isEnding) return;
      window.replacePage();
      watch.pageReplaced();
    });
  }
  app.on('second-instance', () => window.show());
  // Before the windows: a page in the middle of drawing a sheet keeps the runtime from ever ending,
  // and behind a window that is gone nothing may stay open.
  app.on('before-quit', () => {
    isEnding = true;
    clearInterval(ticking);
    // Before the records are there, nothing is open.
    opened?.lock();
    printer.close();
    setTimeout(() => app.exit(0), longestEndMs).unref();
  });
  app.on('will-quit', forgetCopiesNow);
  powerMonitor.on('suspend', watch.lock);
  powerMonitor.on('lock-screen', watch.lock);
}
