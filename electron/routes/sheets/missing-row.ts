import { err, ok } from '#core/base/result.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeMissingPersonSheet } from '#core/sheet/missing-person-sheet.ts';
import { staffWordingOf } from '#core/sheet/wording.ts';
import { readGround } from '../../vault/repositories/ground.ts';
import { readMissingFacts } from '../../vault/repositories/missing-facts.ts';
import { judgeable } from '../issuing.ts';
import { agreementOf } from '../missing-routes.ts';
import { senderOf, type Row } from './composed.ts';

/** What was kept for this day. Only by a report that a member put down, and only while the yes is in force. */
export const missingRow: Row<OrderFor<'missing-person'>> = (desk, { groundId }) => {
  if (!desk.isStaffOnly()) return err({ kind: 'GateArmed' });
  const session = desk.session();
  const ground = readGround(session, groundId);
  if (!ground.ok) return ground;
  const { caseId, facts: why } = ground.value.body;
  if (why.kind !== 'reported-missing') return err({ kind: 'GroundUnknown' });
  const agreed = agreementOf(desk, caseId);
  if (!agreed.ok) return agreed;
  const facts = readMissingFacts(session, caseId);
  if (agreed.value?.recipient !== why.recipient || facts === undefined)
    return err({ kind: 'ConsentMissing' });
  const pack = desk.pack();
  const contact = pack.contacts.find(({ id }) => id === why.recipient);
  if (contact === undefined) return err({ kind: 'RecipientUnknown' });
  const judged = judgeable(desk, caseId);
  if (!judged.ok) return judged;
  const { agreedAt, at } = agreed.value;
  const wording = staffWordingOf(pack, staffLanguage);
  return ok({
    sheet: composeMissingPersonSheet(wording, contact, facts, agreedAt, at, senderOf(desk)),
    caseId,
    leaving: {
      kind: 'missing-facts',
      recipient: contact.id,
      purpose: 'reported-missing',
      items: ['missing-facts'],
      groundId,
      judged: judged.value,
    },
  });
};
