import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/base/result.ts';
import { agreementsInForce } from '#core/domain/consent.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { readTicket, type SheetOrder } from '#core/ipc/sheet-channels.ts';
import * as channels from '#core/ipc/sheet-channels.ts';
import { composeForPerson } from '#core/sheet/person-form.ts';
import { composeReferralSheet } from '#core/sheet/referral-sheet.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { wordingOf } from '#core/sheet/wording.ts';
import { isWritableFolder, replaceFile, systemErrorCode } from '../platform/files.ts';
import { auditNow } from '../vault/audit-log.ts';
import { readEncounter } from '../vault/repositories/encounter.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';
import { drawPaper, type Press, type Tickets } from './press.ts';
import { issue, type IssueProblem, judgeable } from './issuing.ts';
import { type Route, serve } from './serve.ts';

/** What the staff read; the second line of a bilingual sheet. */
const staffLanguage = LanguageTag.parse('en');

type OrderProblem = {
  readonly kind:
    | 'GateArmed'
    | 'EncounterUnknown'
    | 'RecipientUnknown'
    | 'LanguageUnknown'
    | IssueProblem['kind'];
};

export function sheetRoutes(desk: Desk, press: Press, tickets: Tickets): readonly Route[] {
  return [
    serve(channels.previewSheet, 'unlocked', (order) => compose(desk, order)),

    serve(channels.printSheet, 'unlocked', async (order) => {
      const sheet = issueSheet(desk, order);
      if (!sheet.ok) return sheet;
      const paper = await drawPaper(press, tickets, { sheet: sheet.value, format: order.format });
      // Before it leaves: what was printed is written down, also when it locks meanwhile.
      note(desk, order, { kind: 'sheet-printed', pages: paper.pages });
      const printed = await press.print(paper);
      if (!printed.ok && desk.vault.state().kind === 'open')
        note(desk, order, { kind: 'sheet-not-printed' });
      return printed.ok ? ok({ pages: paper.pages }) : printed;
    }),

    serve(channels.saveSheet, 'unlocked', async (order) => {
      const { saving } = readFacility(desk.session().database);
      if (saving.kind === 'never') return err({ kind: 'SavingNotAllowed' });
      const { folder } = saving;
      if (!isWritableFolder(folder)) return err({ kind: 'FolderUnusable', folder });
      const sheet = issueSheet(desk, order);
      if (!sheet.ok) return sheet;
      const paper = await drawPaper(press, tickets, { sheet: sheet.value, format: order.format });
      const file = neutralName(folder);
      note(desk, order, { kind: 'sheet-saved', pages: paper.pages });
      try {
        replaceFile(join(folder, file), paper.bytes);
      } catch (error) {
        if (systemErrorCode(error) !== undefined) return err({ kind: 'FolderUnusable', folder });
        throw error;
      }
      return ok({ file, pages: paper.pages });
    }),

    serve(
      readTicket,
      // Also for sheets without a case. Those of a case are forgotten when it locks.
      'always',
      ({ ticket }) => {
        const drawing = tickets.take(ticket);
        return drawing === undefined ? err({ kind: 'TicketUnknown' }) : ok(drawing);
      },
      'paper',
    ),
    serve(
      channels.reportDrawn,
      'always',
      ({ ticket }) => {
        tickets.reportDrawn(ticket);
        return ok(null);
      },
      'paper',
    ),
  ];
}

/** Composes a sheet from what the store holds at this moment. The page names one; it never hands one in. */
function compose(desk: Desk, order: SheetOrder): Result<Sheet, OrderProblem> {
  if (desk.openVisit() !== order.encounterId) return err({ kind: 'GateArmed' });
  desk.drafts.flush();
  const encounter = readEncounter(desk.session(), order.encounterId);
  if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
  const pack = desk.pack();
  if (!pack.manifest.languages.some(({ tag }) => tag === order.language))
    return err({ kind: 'LanguageUnknown' });
  const wording = wordingOf(pack, order.language);
  const wanted = order.kind === 'person' ? order.helper : order.recipient;
  const contact = pack.contacts.find(({ id }) => id === wanted);
  if (wanted !== null && contact === undefined) return err({ kind: 'RecipientUnknown' });

  if (order.kind === 'person') {
    const { jurisdiction: here } = readFacility(desk.session().database);
    const jurisdiction = pack.jurisdictions.find(({ id }) => id === here);
    if (jurisdiction === undefined) return err({ kind: 'RecipientUnknown' });
    const languages = { person: order.language, staff: staffLanguage };
    const sheet = composeForPerson(pack, languages, jurisdiction, contact, order.wanted);
    return sheet === undefined ? err({ kind: 'RecipientUnknown' }) : ok(sheet);
  }
  if (contact === undefined) return err({ kind: 'RecipientUnknown' });
  // A person who has meanwhile said no, or chosen another helper, is not referred by an older yes.
  const { outcome } = encounter.draft;
  if (outcome.kind !== 'refer' || outcome.recipient !== contact.id)
    return err({ kind: 'ConsentMissing' });
  const judged = judgeable(desk, encounter.caseId);
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const sheet = composeReferralSheet(wording, pack, contact, encounter.draft, entries, at);
  return sheet.kind === 'ConsentMissing' ? err(sheet) : ok(sheet);
}

/** Writes down what becomes of a sheet: which kind, of which case, and nothing of its text. */
function note(
  desk: Desk,
  { encounterId, kind: sheet }: SheetOrder,
  what:
    | { readonly kind: 'sheet-printed' | 'sheet-saved'; readonly pages: number }
    | { readonly kind: 'sheet-not-printed' },
): void {
  const encounter = readEncounter(desk.session(), encounterId);
  if (encounter === undefined) return;
  auditNow(desk.session(), { ...what, caseId: encounter.caseId, sheet });
}

/** A sheet that will leave: made only after the store has taken down what is on it. */
function issueSheet(desk: Desk, order: SheetOrder): Result<Sheet, OrderProblem> {
  const first = compose(desk, order);
  if (!first.ok || order.kind === 'person') return first;
  const encounter = readEncounter(desk.session(), order.encounterId);
  if (encounter === undefined) return err({ kind: 'EncounterUnknown' });
  const judged = judgeable(desk, encounter.caseId);
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const { recipient } = order;
  const items = [...agreementsInForce(entries, recipient, at).keys()];
  const { caseId } = encounter;
  const issued = issue(desk, { caseId, kind: 'sheet', recipient, purpose: 'referral', items });
  return issued.ok ? compose(desk, order) : issued;
}

/** `document-1.pdf`, or the first number that is free: the name of a file says nothing. */
function neutralName(folder: string): string {
  for (let number = 1; ; number += 1) {
    const name = `document-${number}.pdf`;
    if (!existsSync(join(folder, name))) return name;
  }
}
