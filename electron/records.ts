// Everything that holds or answers for records, put together: the vault, the content pack and
// the routes. It knows no window and no Electron.
import { usualWatchRules, type WatchRules } from '#core/domain/watch-rules.ts';
import { asks } from '#core/ipc/channel.ts';
import { changeFacility } from '#core/ipc/facility-channels.ts';
import type { CoverTopic } from '#core/pack/guidance.ts';
import type { Pack } from '#core/pack/pack.ts';
import { type BuiltIn, readBuiltIn, readBuiltInParts } from './packs/built-in.ts';
import type { Log } from './platform/log.ts';
import { createIdSource, systemClock } from './platform/system.ts';
import { allRoutes } from './routes/all-routes.ts';
import { createBackupKeeper } from './routes/backup-keeper.ts';
import type { ConsentTelling } from './routes/consent-routes.ts';
import { createDesk } from './routes/desk.ts';
import { createExpiryWatch } from './routes/expiry-watch.ts';
import { createPackKeeper } from './routes/pack-keeper.ts';
import { createTickets, type Press } from './routes/press.ts';
import { createDrawnPapers } from './routes/printing/drawn-papers.ts';
import { createPrintBook } from './routes/printing/print-book.ts';
import { createPrintOrder, mayStillLeave } from './routes/printing/print-order.ts';
import { createDispatch, type Dispatch } from './routes/serve.ts';
import type { About } from './routes/status-route.ts';
import type { WatchPost } from './routes/watch-routes.ts';
import { readFacility } from './vault/repositories/facility.ts';
import { createVault, type VaultSession } from './vault/vault.ts';

export type Records = {
  readonly dispatch: Dispatch;
  /** Resolves when the hidden page has reported that a ticket's sheet is on it. */
  readonly whenDrawn: (ticket: string) => Promise<void>;
  /** Saves, closes and wipes, if anything is open, and has the pages replaced. */
  readonly lock: () => void;
  /** Arms the alone-gate: the cover has come. */
  readonly cover: () => void;
  /** The cover has been taken away. */
  readonly uncover: () => void;
  readonly checkPin: (digits: string) => 'right' | 'wrong' | 'none';
  readonly coverTopics: () => readonly CoverTopic[];
};

/** What the watch over the window hears from here. */
export type Sessions = WatchPost & {
  readonly signedIn: (rules: WatchRules) => void;
  readonly rulesChanged: (rules: WatchRules) => void;
  readonly signedOut: () => void;
};

export function openRecords(about: {
  readonly folder: string;
  readonly builtIn: BuiltIn;
  readonly about: About;
  readonly press: Press;
  readonly log: Log;
  readonly onLocked: () => void;
  /** Tells the open pages that what may be passed on is about to change, and that it has. */
  readonly consent: ConsentTelling;
  /** Tells them that something became of a sheet on its way to the printer. */
  readonly onPrintingChanged: () => void;
  readonly sessions: Sessions;
}): Records {
  const ids = createIdSource(systemClock);
  const vault = createVault(about.folder, systemClock, ids);
  let loaded: Pack | undefined;
  const packs = createPackKeeper(
    () => (loaded ??= readBuiltIn(about.builtIn)),
    () => readBuiltInParts(about.builtIn),
  );
  const desk = createDesk(vault, packs, systemClock, ids);
  const tickets = createTickets();
  const book = createPrintBook(desk, about.press, about.onPrintingChanged);
  const papers = createDrawnPapers(about.press, tickets);
  desk.onShut(papers.forget);
  const print = createPrintOrder(desk, papers, book);
  setInterval(() => void book.look().catch(about.log.defect), 1_000).unref();
  const keeper = createBackupKeeper(desk, about.folder);
  // A stick may come at any time of the day. Looking for it costs one look at a folder.
  setInterval(() => void keeper.makeIfDue().catch(about.log.defect), 60_000).unref();

  const expiry = createExpiryWatch(desk, consentChanged);
  setInterval(() => {
    try {
      expiry.look();
    } catch (error) {
      about.log.defect(error);
    }
  }, 1_000).unref();

  function consentChanging() {
    papers.forget();
    about.consent.changing();
  }

  function consentChanged() {
    papers.forget();
    expiry.changed();
    about.consent.changed();
    // A sheet that still waits in the queue of the system is not on its way any more.
    void book.takeBackUnless((leaving) => mayStillLeave(desk, leaving)).catch(about.log.defect);
  }

  const routes = allRoutes({
    desk,
    folder: about.folder,
    about: about.about,
    press: about.press,
    papers,
    tickets,
    book,
    print,
    keeper,
    consent: { changing: consentChanging, changed: consentChanged },
    watch: about.sessions,
    onLocked: about.onLocked,
    onPrintingChanged: about.onPrintingChanged,
  });
  const dispatch = createDispatch(routes, () => vault.state().kind === 'open', about.log);

  /** The session that the watch was told about last. */
  let watched: VaultSession | undefined;

  /** Whatever route opened or closed a session: the watch over the window learns of it. */
  function tellWatch(haveRulesChanged: boolean): void {
    const state = vault.state();
    const session = state.kind === 'open' ? state.session : undefined;
    if (session !== undefined && session !== watched) vouch(session);
    if (session === watched && !haveRulesChanged) return;
    if (session === undefined) about.sessions.signedOut();
    else {
      const rules = rulesOf(session);
      if (session === watched) about.sessions.rulesChanged(rules);
      else {
        about.sessions.signedIn(rules);
        desk.caseIndex.refresh();
      }
    }
    watched = session;
  }

  /** A list of the content that was altered is said wherever it is used; it keeps nobody from signing in. */
  function vouch(session: VaultSession): void {
    try {
      packs.settle(session);
    } catch (error) {
      about.log.defect(error);
    }
  }

  return {
    async dispatch(caller, message) {
      const reply = await dispatch(caller, message);
      tellWatch(asks(message, changeFacility));
      return reply;
    },
    whenDrawn: tickets.whenDrawn,
    lock() {
      const wasOpen = vault.state().kind === 'open';
      // Also when a password is still being checked: that unlock is then overtaken.
      desk.lock('itself');
      tellWatch(false);
      if (wasOpen) about.onLocked();
    },
    cover: desk.cover,
    uncover: desk.uncover,
    checkPin: desk.pin.check,
    coverTopics: () => packs.public().coverTopics,
  };
}

/** Rules that cannot be read leave nobody unwatched. */
function rulesOf({ database }: VaultSession): WatchRules {
  try {
    return readFacility(database).watch;
  } catch {
    return usualWatchRules;
  }
}
