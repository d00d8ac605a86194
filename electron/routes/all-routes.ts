import { accessRoutes } from './access-routes.ts';
import { addedSignRoutes } from './added-sign-routes.ts';
import { appRoutes } from './app-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import type { BackupKeeper } from './backup-keeper.ts';
import { backupRoutes } from './backup-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { colleagueRoutes } from './colleague-routes.ts';
import { type ConsentTelling, consentRoutes } from './consent-routes.ts';
import { consultationRoutes } from './consultation-routes.ts';
import type { Desk } from './desk.ts';
import { directoryRoutes } from './directory-routes.ts';
import { encounterRoutes } from './encounter-routes.ts';
import { facilityRoutes } from './facility-routes.ts';
import { groundRoutes } from './ground-routes.ts';
import { instrumentRoutes } from './instrument-routes.ts';
import { lawRoutes } from './law-routes.ts';
import { missingRoutes } from './missing-routes.ts';
import type { Press, Tickets } from './press.ts';
import type { DrawnPapers } from './printing/drawn-papers.ts';
import type { PrintBook } from './printing/print-book.ts';
import type { PrintOrder } from './printing/print-order.ts';
import { printingRoutes } from './printing-routes.ts';
import { publicSheetRoutes } from './public-sheet-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { referralRoutes } from './referral-routes.ts';
import { restoreRoutes } from './restore-routes.ts';
import { restrictedRoutes } from './restricted-routes.ts';
import { retentionRoutes } from './retention-routes.ts';
import type { Route } from './serve.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { staffRoutes } from './staff-routes.ts';
import type { About } from './status-route.ts';
import { typedRoutes } from './typed-routes.ts';
import { updateRoutes } from './update-routes.ts';
import { vaultRoutes } from './vault-routes.ts';
import { type WatchPost, watchRoutes } from './watch-routes.ts';

/** What the routes work with, and whom they tell. */
type RouteWorks = {
  readonly desk: Desk;
  /** Of the vault. */
  readonly folder: string;
  readonly about: About;
  readonly press: Press;
  readonly papers: DrawnPapers;
  readonly tickets: Tickets;
  readonly book: PrintBook;
  readonly print: PrintOrder;
  readonly keeper: BackupKeeper;
  readonly consent: ConsentTelling;
  readonly watch: WatchPost;
  readonly onLocked: () => void;
  readonly onPrintingChanged: () => void;
};

/** Every call that the pages can make: the program has these, and so have the tests. */
export function allRoutes(works: RouteWorks): readonly Route[] {
  const { desk, folder, press, papers, book, print, onLocked } = works;
  return [
    ...appRoutes(desk, works.about),
    ...vaultRoutes(desk, onLocked),
    ...staffRoutes(desk, onLocked),
    ...accessRoutes(desk),
    ...facilityRoutes(desk),
    ...lawRoutes(desk),
    ...directoryRoutes(desk, works.consent.changed),
    ...updateRoutes(desk),
    ...addedSignRoutes(desk),
    ...instrumentRoutes(desk),
    ...encounterRoutes(desk),
    ...caseRoutes(desk),
    ...restrictedRoutes(desk),
    ...colleagueRoutes(desk),
    ...consentRoutes(desk, works.consent),
    ...referralRoutes(desk),
    ...groundRoutes(desk),
    ...missingRoutes(desk, works.consent.changed),
    ...typedRoutes(desk),
    ...consultationRoutes(desk),
    ...auditRoutes(desk, press, papers),
    ...sheetRoutes(desk, papers, works.tickets, print),
    ...printingRoutes(desk, press, papers, book, print, works.onPrintingChanged),
    ...retentionRoutes(desk, () => works.keeper.progress().kind !== 'idle'),
    ...publicSheetRoutes(desk.packs.public, press, papers),
    ...recoveryRoutes(desk, folder, press, papers),
    ...backupRoutes(desk, works.keeper, folder),
    ...restoreRoutes(desk, folder, onLocked),
    ...watchRoutes(desk, works.watch),
  ];
}
