import { z } from 'zod';
import type { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { readConsent, recordConsent, withdrawConsent } from '#core/ipc/consent-channels.ts';
import { confirmAlone, saveDraft, startEncounter } from '#core/ipc/encounter-channels.ts';
import { previewSheet } from '#core/ipc/sheet-channels.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { consentRequest as requestOf } from '../../build/bench/consent-request.ts';
import type { Press } from '../../electron/routes/press.ts';
import { typedDraft, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';

// A visit in an office, and what a page asks for in it.

export const helper = ContactId.parse('contact.fi-nollalinja');
export const otherHelper = ContactId.parse('contact.gb-helpline');

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

/** The same with everything typed by somebody who wants to be referred, and nothing agreed yet. */
export async function officeWithTyping(press?: Press) {
  const started = await officeWithVisit(undefined, press);
  valueOf(await saveAtOnce(started.office, started.id, referralDraft()));
  return started;
}

/** The same with a yes, and the order of the sheet for the helper. */
export async function officeWithReferral(press?: Press) {
  const { office, id } = await officeWithTyping(press);
  valueOf(await call(office, recordConsent, consentRequest(id, ['alias'])));
  return { office, id, order: referralOrder(id) };
}

/** What a page orders to have the sheet for the helper. */
export function referralOrder(encounterId: EncounterId) {
  const about = { kind: 'referral' as const, encounterId, recipient: helper };
  return { ...about, language: 'en', format: plainFormat };
}

/** Looks at that sheet, or at one that is asked for otherwise. */
export function previewReferral(
  office: Office,
  id: EncounterId,
  otherwise: { readonly recipient?: ContactId; readonly language?: string } = {},
) {
  return call(office, previewSheet, { ...referralOrder(id), ...otherwise });
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

/** Takes back what the person agreed to for `helper`, all of it. */
export function takeBackYes(office: Office, encounterId: EncounterId) {
  const about = { encounterId, recipient: helper, purpose: 'referral', language: 'en' } as const;
  return call(office, withdrawConsent, { ...about, given: { how: 'pointed' } });
}

/** Saves a draft without the pause in which typing is gathered. */
export function saveAtOnce(office: Office, id: EncounterId, draft: VisitDraft) {
  const saving = call(office, saveDraft, { id, draft });
  office.desk.drafts.flush();
  return saving;
}
