import { err, ok } from '#core/base/result.ts';
import { agreementsInForce } from '#core/domain/consent.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeReferralSheet } from '#core/sheet/referral-sheet.ts';
import { judgeable } from '../issuing.ts';
import { type Row, senderOf, spokenWording } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** What the helper may know: the items that the person agreed to, as far as that is in force now. */
export const referralRow: Row<OrderFor<'referral'>> = (desk, order) => {
  const encounter = openEncounter(desk, order.encounterId);
  if (!encounter.ok) return encounter;
  const { caseId, draft } = encounter.value;
  const wording = spokenWording(desk, order.language);
  if (!wording.ok) return wording;
  const pack = desk.pack();
  const recipient = pack.contacts.find(({ id }) => id === order.recipient);
  if (recipient === undefined) return err({ kind: 'RecipientUnknown' });
  // A person who has meanwhile said no, or chosen another helper, is not referred by an older yes.
  const { outcome } = draft;
  if (outcome.kind !== 'refer' || outcome.recipient !== recipient.id)
    return err({ kind: 'ConsentMissing' });
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return judged;
  const { entries, at } = judged.value;
  const sheet = composeReferralSheet(
    wording.value,
    pack,
    recipient,
    draft,
    entries,
    at,
    senderOf(desk),
  );
  if (sheet.kind === 'ConsentMissing') return err(sheet);
  const items = [...agreementsInForce(entries, recipient.id, at).keys()];
  return ok({
    sheet,
    caseId,
    leaving: {
      kind: 'sheet',
      recipient: recipient.id,
      purpose: 'referral',
      items,
      groundId: null,
      judged: judged.value,
    },
  });
};
