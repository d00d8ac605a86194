import { join } from 'node:path';
import { z } from 'zod';
import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { type CaseId, emptyDraft, EncounterListing } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import type { SheetOrder } from '#core/ipc/sheet-order.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { loadPack } from '../../../electron/packs/load-pack.ts';
import { createLog } from '../../../electron/platform/log.ts';
import { createIdSource } from '../../../electron/platform/system.ts';
import { consentRoutes } from '../../../electron/routes/consent-routes.ts';
import { createDesk } from '../../../electron/routes/desk.ts';
import { createPackKeeper } from '../../../electron/routes/pack-keeper.ts';
import { encounterRoutes } from '../../../electron/routes/encounter-routes.ts';
import { groundRoutes } from '../../../electron/routes/ground-routes.ts';
import { missingRoutes } from '../../../electron/routes/missing-routes.ts';
import { createTickets } from '../../../electron/routes/press.ts';
import {
  createDrawnPapers,
  type DrawnPapers,
} from '../../../electron/routes/printing/drawn-papers.ts';
import { createPrintBook } from '../../../electron/routes/printing/print-book.ts';
import { createPrintOrder } from '../../../electron/routes/printing/print-order.ts';
import { referralRoutes } from '../../../electron/routes/referral-routes.ts';
import { createDispatch } from '../../../electron/routes/serve.ts';
import { sheetRoutes } from '../../../electron/routes/sheet-routes.ts';
import { createVault, type VaultSession } from '../../../electron/vault/vault.ts';
import { readyPress } from '../../support/press.ts';
import { consentRequest, missingRequest } from '../../../build/bench/consent-request.ts';
import { provenSheets } from '../../../build/bench/recovery-sheets.ts';
import { cost, password, sessionOf, signInName } from '../disk/sample.ts';
import { JurisdictionId } from '#core/domain/facility.ts';

export const helper = ContactId.parse('contact.fi-nollalinja');
export const otherHelper = ContactId.parse('contact.fi-assistance-system');
const english = LanguageTag.parse('en');

/** The application behind its window, with a press that only counts what comes to it. */
export type AttackedDesk = {
  readonly session: () => VaultSession;
  readonly setClock: (at: Instant) => void;
  readonly passDays: (days: number) => void;
  readonly ask: (channel: string, request: unknown) => Promise<boolean>;
  /** The id that a call gives back under this name, or undefined when it was refused. */
  readonly idOf: (channel: string, request: unknown, name: string) => Promise<string | undefined>;
  /** As when the person has left the room. */
  readonly staffOnly: () => void;
  /** How many sheets were handed out as paper so far. */
  readonly pressed: () => number;
  readonly begin: () => Promise<EncounterListing>;
  /** Whether a referral sheet of this visit comes to the press. */
  readonly comesToPaper: (visit: EncounterListing) => Promise<boolean>;
  /** As when everybody left and the same member came back. */
  readonly lockAndReturn: () => Promise<void>;
  readonly close: () => void;
};

export async function openAttackedDesk(folder: string): Promise<AttackedDesk> {
  let at: Instant = '2031-03-05T09:00:00.000Z';
  /** Where time really is, whatever an attack did to the clock. */
  let latest = at;
  const clock = { now: () => at };
  const ids = createIdSource(clock);
  const vault = createVault(folder, clock, ids, cost);
  const facility = { name: 'Veldspaat', jurisdiction: JurisdictionId.parse('fi') };
  const made = await vault.setUp({ facility, displayName: 'Quibblewen', signInName, password });
  assert(made.ok, 'a vault can be set up');
  await provenSheets(sessionOf(vault), folder);
  const root = join(import.meta.dirname, '..', '..', '..');
  const pack = loadPack(join(root, 'content', 'base'), clock);
  assert(pack.ok, 'the pack is in order');
  const desk = createDesk(
    vault,
    createPackKeeper(() => pack.value),
    clock,
    ids,
  );
  const tickets = createTickets();
  let pressed = 0;
  const press = readyPress(async (ticket) => {
    assert(tickets.take(ticket) !== undefined, 'a ticket stands for a sheet');
    return { bytes: new Uint8Array([1]), pages: 1 };
  });
  const book = createPrintBook(desk, press, () => {});
  const drawn = createDrawnPapers(press, tickets);
  desk.onShut(drawn.forget);
  const papers: DrawnPapers = {
    ...drawn,
    async draw(drawing) {
      const paper = await drawn.draw(drawing);
      pressed += 1;
      return paper;
    },
  };
  const print = createPrintOrder(desk, papers, book);
  const dispatch = createDispatch(
    [
      ...encounterRoutes(desk),
      ...consentRoutes(desk, { changing: drawn.forget, changed: drawn.forget }),
      ...referralRoutes(desk),
      ...groundRoutes(desk),
      ...missingRoutes(desk, drawn.forget),
      ...sheetRoutes(desk, papers, tickets, print),
    ],
    () => vault.state().kind === 'open',
    createLog(() => {}),
  );
  const say = (channel: string, request: unknown) => dispatch('desk', { channel, request });

  return {
    session: desk.session,
    setClock: (moment) => (at = moment),
    passDays(days) {
      latest = new Date(Date.parse(latest) + days * 86_400_000).toISOString();
      at = latest;
    },
    ask: async (channel, request) => (await say(channel, request)).ok,
    async idOf(channel, request, name) {
      const reply = await say(channel, request);
      if (!reply.ok) return undefined;
      return z.looseObject({ [name]: z.string() }).parse(reply.value)[name];
    },
    staffOnly: () => desk.confirmStaffOnly(),
    pressed: () => pressed,
    async begin() {
      const started = await say('encounter.start', null);
      assert(started.ok, 'a visit begins');
      const visit = EncounterListing.parse(started.value);
      await say('encounter.confirmAlone', { id: visit.id });
      const outcome = Outcome.parse({ ...newOutcome('refer'), recipient: helper });
      const saving = say('encounter.saveDraft', {
        id: visit.id,
        draft: { ...emptyDraft(english), alias: 'Zqalias', outcome },
      });
      desk.drafts.flush();
      assert((await saving).ok, 'the draft is saved');
      return visit;
    },
    async comesToPaper({ id }) {
      const before = pressed;
      // Typed, so that an order which lacks something does not pass for a refusal.
      const order: SheetOrder = {
        kind: 'referral',
        encounterId: id,
        language: english,
        recipient: helper,
        format: plainFormat,
      };
      await say('sheet.print', order);
      return pressed > before;
    },
    async lockAndReturn() {
      desk.lock();
      const back = await vault.unlock(signInName, password);
      assert(back.ok, 'the member comes back');
    },
    close: () => vault.lock(),
  };
}

/** A request in which nothing is wrong, but for what is changed, from a window that has seen so many entries of the ledger. */
export function consentTo(
  { id }: EncounterListing,
  items: readonly ConsentItem[],
  seen: number,
  changes: Readonly<Record<string, unknown>> = {},
): unknown {
  return { ...consentRequest({ encounterId: id, recipient: helper, seen }, items), ...changes };
}

/** A ground in which nothing is wrong. A duty needs a second member, and a danger to life does not. */
export function groundFor(
  { id }: EncounterListing,
  kind: 'legal-duty' | 'danger-to-life',
): unknown {
  return {
    encounterId: id,
    facts: {
      kind,
      law: kind === 'legal-duty' ? 'law.fi-duty-to-report' : null,
      recipient: helper,
      facts: 'Something was said.',
      reason: 'It cannot wait.',
      items: ['alias'],
      told: { kind: 'told', words: 'Yes.' },
    },
    readers: [],
  };
}

/** A yes to what is kept for the day the person is reported missing, and to nothing else. */
export function missingFactsOf({ id }: EncounterListing, seen: number): unknown {
  return missingRequest({ encounterId: id, recipient: helper, seen }, { height: '170' });
}

/** What somebody with a hand on the application's own connection does to one case. */
export function statements(caseId: CaseId): Readonly<Record<string, readonly string[]>> {
  const about = `case_id = '${caseId}'`;
  const columns =
    'id, case_id, number, previous, token, decision, starts_at, until, recorded_at, recorded_by, sealed, signature';
  const next = `(SELECT 1 + max(number) FROM consent_entry WHERE ${about})`;
  const again = (decision: string, id: string) =>
    `INSERT OR REPLACE INTO consent_entry (${columns}) SELECT ${id}, case_id, ${next}, previous, token,
     ${decision}, starts_at, '9999-01-01T00:00:00.000Z', recorded_at, recorded_by, sealed, signature
     FROM consent_entry WHERE ${about} AND number = 1`;
  const paper = (at: string) =>
    `INSERT INTO disclosure (id, case_id, kind, tokens, issued_at, issued_by, sealed, signature)
     SELECT hex(randomblob(16)), case_id, 'sheet', json_array(token), ${at}, recorded_by, x'00', x'00'
     FROM consent_entry WHERE ${about} AND number = 1`;
  const unguarded = (name: string, ...then: string[]) => [`DROP TRIGGER ${name}`, ...then];
  return {
    forged: [again("'yes'", 'hex(randomblob(16))')],
    'forged over an old one': [again("'yes'", 'id')],
    turned: [`UPDATE consent_entry SET decision = 'yes' WHERE ${about}`],
    'turned without its guard': unguarded(
      'consent_entry_is_never_changed',
      `UPDATE consent_entry SET decision = 'yes', until = '9999-01-01T00:00:00.000Z' WHERE ${about}`,
    ),
    cut: [`DELETE FROM consent_entry WHERE ${about} AND number > 7`],
    'cut without its guard': unguarded(
      'consent_entry_is_never_removed',
      `DELETE FROM consent_entry WHERE ${about} AND number > 7`,
    ),
    'cut as if erased': [
      `INSERT INTO erased_case VALUES ('${caseId}', 'now')`,
      `DELETE FROM consent_entry WHERE ${about} AND number > 7`,
    ],
    reordered: unguarded(
      'consent_entry_is_never_changed',
      `UPDATE consent_entry SET number = 1000 - number WHERE ${about}`,
    ),
    'written as passed on': [paper("'9000-01-01T00:00:00.000Z'")],
    'written as passed on before': [paper("'2031-03-05T09:00:00.000Z'")],
  };
}
