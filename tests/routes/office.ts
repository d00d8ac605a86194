import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Role } from '#core/domain/staff.ts';
import type { Caller, Channel } from '#core/ipc/channel.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { readTicket } from '#core/ipc/sheet-channels.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { loadPack } from '../../electron/packs/load-pack.ts';
import { createLog } from '../../electron/platform/log.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { allRoutes } from '../../electron/routes/all-routes.ts';
import { createBackupKeeper, type BackupKeeper } from '../../electron/routes/backup-keeper.ts';
import { createDesk, type Desk } from '../../electron/routes/desk.ts';
import { createPackKeeper } from '../../electron/routes/pack-keeper.ts';
import { createTickets, type Drawing, type Press } from '../../electron/routes/press.ts';
import { createDrawnPapers } from '../../electron/routes/printing/drawn-papers.ts';
import { createPrintBook, type PrintBook } from '../../electron/routes/printing/print-book.ts';
import { createPrintOrder, mayStillLeave } from '../../electron/routes/printing/print-order.ts';
import { createDispatch, type Dispatch, type Route } from '../../electron/routes/serve.ts';
import { createVault } from '../../electron/vault/vault.ts';
import {
  freshFolder,
  patientStopwatch,
  sampleRequest,
  type SettableClock,
  settableClock,
  testCost,
  valueOf,
} from '../support/vault.ts';
import { readyPress } from '../support/press.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { whenFinished } from '../support/when-finished.ts';

/** Everything behind the window, put together as the composition root does, with a press that only reads. */
export type Office = {
  readonly folder: string;
  readonly desk: Desk;
  readonly clock: SettableClock;
  readonly keeper: BackupKeeper;
  readonly book: PrintBook;
  readonly routes: readonly Route[];
  readonly dispatch: Dispatch;
  /** What went to the error stream. */
  readonly logged: readonly string[];
  /** The sheets that were asked for as paper. */
  readonly pressed: readonly Sheet[];
  /** When the open pages were told that what may be passed on has changed. */
  readonly changed: readonly string[];
};

const contentFolder = join(import.meta.dirname, '..', '..', 'content', 'base');

/** Read before any test gives up the right to read it. */
const pack = valueOf(loadPack(contentFolder, settableClock()));

export function openOffice(
  folder: string = join(freshFolder(), 'vault'),
  clock: SettableClock = settableClock(),
  given: Press = readyPress(async () => ({ bytes: Buffer.from('%PDF-made-up'), pages: 1 })),
): Office {
  const ids = createIdSource(clock);
  const vault = createVault(folder, clock, ids, testCost, patientStopwatch());
  const desk = createDesk(
    vault,
    createPackKeeper(() => pack),
    clock,
    ids,
  );
  const tickets = createTickets();
  const keeper = createBackupKeeper(desk, folder);
  const logged: string[] = [];
  const pressed: Sheet[] = [];
  const changed: string[] = [];
  const press = {
    ...given,
    async draw(ticket: string) {
      valueOf(await call({ dispatch }, readTicket, { ticket }, 'paper'));
      return given.draw(ticket);
    },
  };
  const book = createPrintBook(desk, press, () => {});
  const drawn = createDrawnPapers(press, tickets);
  desk.onShut(drawn.forget);
  const papers = {
    ...drawn,
    draw(drawing: Drawing) {
      pressed.push(drawing.sheet);
      return drawn.draw(drawing);
    },
  };
  const print = createPrintOrder(desk, papers, book);
  const routes = allRoutes({
    desk,
    folder,
    about: { version: '0.0.0', isPracticeCopy: true },
    press,
    papers,
    tickets,
    book,
    print,
    keeper,
    consent: {
      changing: papers.forget,
      changed() {
        papers.forget();
        changed.push(clock.now());
        void book.takeBackUnless((leaving) => mayStillLeave(desk, leaving));
      },
    },
    watch: { coverAsked() {}, reading() {}, cleared() {}, redrawn() {}, copied() {} },
    onLocked() {},
    onPrintingChanged() {},
  });
  const isUnlocked = () => vault.state().kind === 'open';
  const dispatch = createDispatch(
    routes,
    isUnlocked,
    createLog((line) => logged.push(line)),
  );
  whenFinished(() => vault.lock());
  return { folder, desk, clock, keeper, book, routes, dispatch, logged, pressed, changed };
}

/** An office that has been set up, with its lead signed in and recovery sheets that work. */
export async function openedOffice(folder?: string, press?: Press): Promise<Office> {
  const office = openOffice(folder, undefined, press);
  valueOf(await office.desk.vault.setUp(sampleRequest));
  await provenSheets(office.desk.session(), office.folder);
  return office;
}

const Failed = z.looseObject({ kind: z.string() });

/** Calls a channel as a page does: only what survives the copy between processes gets through. */
export async function call<
  Request extends z.ZodType,
  Value extends z.ZodType,
  Failure extends z.ZodType,
>(
  { dispatch }: Pick<Office, 'dispatch'>,
  channel: Channel<Request, Value, Failure>,
  request: z.input<Request>,
  caller: Caller = 'desk',
): Promise<Result<z.output<Value>, z.infer<typeof Failed>>> {
  const message = structuredClone({ channel: channel.name, request });
  const reply = structuredClone(await dispatch(caller, message));
  return reply.ok ? ok(channel.value.parse(reply.value)) : err(Failed.parse(reply.error));
}

/** As the lead does under Languages of sheets. */
export async function enableAllDrafts(office: Office): Promise<void> {
  const facility = valueOf(await call(office, readFacility, null));
  const enabledDrafts = office.desk.pack().manifest.languages.map(({ tag }) => tag);
  valueOf(await call(office, changeFacility, { ...facility, enabledDrafts }));
}

/** The same office with somebody of another role at the desk, and only the routes that are asked about. */
export function asRole(
  office: Office,
  role: Role,
  routesOf: (desk: Desk) => readonly Route[],
): Pick<Office, 'dispatch'> {
  const session = () => {
    const mine = office.desk.session();
    return { ...mine, member: { ...mine.member, role } };
  };
  const log = createLog(() => {});
  return { dispatch: createDispatch(routesOf({ ...office.desk, session }), () => true, log) };
}
