import { err, ok } from '#core/base/result.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeStopNotice } from '#core/sheet/stop-notice.ts';
import { staffWordingOf } from '#core/sheet/wording.ts';
import { firstSheetFor } from '../../vault/repositories/disclosure.ts';
import { readReferrals } from '../../vault/repositories/referral.ts';
import { type Row, senderOf } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** To a helper whose yes was taken back. It says nothing about the person, so it needs no yes. */
export const stopNoticeRow: Row<OrderFor<'stop-notice'>> = (desk, { encounterId, referralId }) => {
  const encounter = openEncounter(desk, encounterId);
  if (!encounter.ok) return encounter;
  const { caseId } = encounter.value;
  const referral = readReferrals(desk.session(), caseId).find(({ id }) => id === referralId);
  const pack = desk.pack();
  const contact = pack.contacts.find(({ id }) => id === referral?.recipient);
  if (referral === undefined || contact === undefined) return err({ kind: 'RecipientUnknown' });
  const began = referral.moves[0]?.at ?? '';
  const sheetMadeAt = firstSheetFor(desk.session(), caseId, referral.recipient, began);
  const sheet = composeStopNotice(
    staffWordingOf(pack, staffLanguage),
    contact,
    referral,
    senderOf(desk),
    sheetMadeAt,
  );
  if (sheet.kind === 'NothingToStop') return err(sheet);
  return ok({ sheet, caseId, leaving: null });
};
