import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import type { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import type { Role } from '#core/domain/staff.ts';
import type { Caller, Channel } from '#core/ipc/channel.ts';
import { readConsent, recordConsent } from '#core/ipc/consent-channels.ts';
import { confirmAlone, saveDraft, startEncounter } from '#core/ipc/encounter-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import { readTicket } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { consentRequest as requestOf } from '../../build/bench/consent-request.ts';
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
  typedDraft,
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

export const helper = ContactId.parse('contact.fi-nollalinja');
export const otherHelper = ContactId.parse('contact.gb-helpline');

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

/** An office in which a visit was begun and somebody confirmed to be alone. */
export async function officeWithVisit(
  folder?: string,
  press?: Press,
): Promise<{ readonly office: Office; readonly id: EncounterId }> {
  const office = await openedOffice(folder, press);
  const { id } = valueOf(await call(office, startEncounter, null));
  valueOf(await call(office, confirmAlone, { id }));
  return { office, id };
}

/** The same with a yes of somebody who wants to be referred, and the order of the sheet for the helper. */
export async function officeWithReferral(press: Press) {
  const { office, id } = await officeWithVisit(join(freshFolder(), 'vault'), press);
  valueOf(await saveAtOnce(office, id, referralDraft()));
  valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
  return { office, id, order: referralOrder(id) };
}

/** What a page orders to have the sheet for the helper. */
export function referralOrder(encounterId: EncounterId) {
  const about = { kind: 'referral' as const, encounterId, recipient: helper };
  return { ...about, language: 'en', format: plainFormat };
}

/** What a page orders to have the sheet of information for the person, without a helper on it. */
export function personOrder(encounterId: EncounterId) {
  const wanted = { form: 'information' as const };
  const about = { kind: 'person' as const, encounterId, helper: null, wanted };
  return { ...about, language: 'en', format: plainFormat };
}

/** A draft in which everything was typed, of somebody who wants to be referred to `helper`. */
export function referralDraft(changes: Partial<VisitDraft> = {}): VisitDraft {
  return typedDraft({ outcome: referredTo(helper), ...changes });
}

/** An outcome of somebody who wants to be referred, to whom everything was explained. */
export function referredTo(
  recipient: ContactId | null,
  items: readonly ConsentItem[] = [],
): Outcome {
  return Outcome.parse({ ...newOutcome('refer'), recipient, items });
}

/** A request to record consent in which nothing is wrong, from a window that has seen an empty ledger. */
export function consentRequest(
  encounterId: EncounterId,
  yesTo: readonly ConsentItem[],
  recipient: ContactId = helper,
  seen = 0,
): z.input<typeof recordConsent.request> {
  return requestOf({ encounterId, recipient, seen }, yesTo);
}

/** Records what the person agrees to as a window does that has seen the ledger of this moment. */
export async function agreeTo(
  office: Office,
  id: EncounterId,
  items: readonly ConsentItem[],
  recipient: ContactId = helper,
) {
  const { length } = valueOf(await call(office, readConsent, { encounterId: id }));
  return call(office, recordConsent, consentRequest(id, items, recipient, length));
}

/** Saves a draft without the pause in which typing is gathered. */
export function saveAtOnce(office: Office, id: EncounterId, draft: VisitDraft) {
  const saving = call(office, saveDraft, { id, draft });
  office.desk.drafts.flush();
  return saving;
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
