// Everything that holds or answers for records, put together: the vault, the content pack and
// the routes. It knows no window and no Electron.
import { type BuiltIn, readBuiltIn } from './packs/built-in.ts';
import type { Log } from './platform/log.ts';
import { createIdSource, systemClock } from './platform/system.ts';
import { appRoutes } from './routes/app-routes.ts';
import { createBackupKeeper } from './routes/backup-keeper.ts';
import { backupRoutes } from './routes/backup-routes.ts';
import { consentRoutes } from './routes/consent-routes.ts';
import { createDesk } from './routes/desk.ts';
import { encounterRoutes } from './routes/encounter-routes.ts';
import { facilityRoutes } from './routes/facility-routes.ts';
import { createTickets, type Press } from './routes/press.ts';
import { restoreRoutes } from './routes/restore-routes.ts';
import { referralRoutes } from './routes/referral-routes.ts';
import { createDispatch, type Dispatch } from './routes/serve.ts';
import { sheetRoutes } from './routes/sheet-routes.ts';
import type { About } from './routes/status-route.ts';
import { vaultRoutes } from './routes/vault-routes.ts';
import { createVault } from './vault/vault.ts';

export type Records = {
  readonly dispatch: Dispatch;
  /** Resolves when the hidden page has reported that a ticket's sheet is on it. */
  readonly whenDrawn: (ticket: string) => Promise<void>;
  /** Saves, closes and wipes, if anything is open, and has the pages replaced. */
  readonly lock: () => void;
};

export function openRecords(about: {
  readonly folder: string;
  readonly builtIn: BuiltIn;
  readonly about: About;
  readonly press: Press;
  readonly log: Log;
  readonly onLocked: () => void;
  /** Tells the open pages that what may be passed on has changed. */
  readonly onConsentChanged: () => void;
}): Records {
  const ids = createIdSource(systemClock);
  const vault = createVault(about.folder, systemClock, ids);
  let loaded: ReturnType<typeof readBuiltIn> | undefined;
  const desk = createDesk(vault, builtInPack, systemClock, ids);
  const tickets = createTickets();
  const keeper = createBackupKeeper(desk, about.folder);
  // A stick may come at any time of the day. Looking for it costs one look at a folder.
  setInterval(() => void keeper.makeIfDue().catch(about.log.defect), 60_000).unref();

  function builtInPack() {
    loaded ??= readBuiltIn(about.builtIn);
    if (!loaded.ok) throw new Error('The built-in pack is damaged');
    return loaded.value;
  }

  const routes = [
    ...appRoutes(desk, about.about),
    ...vaultRoutes(desk, about.onLocked),
    ...facilityRoutes(desk),
    ...encounterRoutes(desk),
    ...consentRoutes(desk, about.onConsentChanged),
    ...referralRoutes(desk),
    ...sheetRoutes(desk, about.press, tickets),
    ...backupRoutes(desk, keeper, about.folder),
    ...restoreRoutes(desk, about.folder, about.onLocked),
  ];
  return {
    dispatch: createDispatch(routes, () => vault.state().kind === 'open', about.log),
    whenDrawn: tickets.whenDrawn,
    lock() {
      const wasOpen = vault.state().kind === 'open';
      // Also when a password is still being checked: that unlock is then overtaken.
      desk.lock();
      if (wasOpen) about.onLocked();
    },
  };
}
