import { err, ok } from '#core/base/result.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import { composeConsentRecord, composeRefusalNote } from '#core/sheet/staff-records.ts';
import { staffWordingOf } from '#core/sheet/wording.ts';
import { judgeable, momentOf } from '../issuing.ts';
import { type Row, spokenWording } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** That the person said no. It stays in the house. */
export const refusalNoteRow: Row<OrderFor<'refusal-note'>> = (desk, order) => {
  const encounter = openEncounter(desk, order.encounterId);
  if (!encounter.ok) return encounter;
  const wording = spokenWording(desk, order.language);
  if (!wording.ok) return wording;
  const { caseId, draft } = encounter.value;
  const staff = staffWordingOf(desk.pack(), staffLanguage);
  const sheet = composeRefusalNote(
    wording.value,
    staff,
    draft.outcome,
    momentOf(desk),
    order.isCopyWanted,
    isDraftLanguage(desk.pack(), order.language),
  );
  return sheet.kind === 'NothingToRecord' ? err(sheet) : ok({ sheet, caseId, leaving: null });
};

/** What the ledger says about one helper. It stays in the house. */
export const consentRecordRow: Row<OrderFor<'consent-record'>> = (desk, order) => {
  const encounter = openEncounter(desk, order.encounterId);
  if (!encounter.ok) return encounter;
  const { caseId } = encounter.value;
  const pack = desk.pack();
  const recipient = pack.contacts.find(({ id }) => id === order.recipient);
  if (recipient === undefined) return err({ kind: 'RecipientUnknown' });
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const sheet = composeConsentRecord(
    pack,
    staffWordingOf(pack, staffLanguage),
    recipient,
    entries,
    at,
    order.isCopyWanted,
  );
  return sheet.kind === 'NothingToRecord' ? err(sheet) : ok({ sheet, caseId, leaving: null });
};
