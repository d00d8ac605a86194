import { err, ok, type Result } from '#core/base/result.ts';
import type { Passing } from '#core/domain/consent.ts';
import type { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { type GroundId, mayAct } from '#core/domain/ground.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeGroundSheet } from '#core/sheet/ground-sheet.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { staffWordingOf } from '#core/sheet/wording.ts';
import { readGround } from '../../vault/repositories/ground.ts';
import type { Desk } from '../desk.ts';
import { anotherSince, momentOf, withoutLedger } from '../issuing.ts';
import { lawHere } from '../law-here.ts';
import { type Row, senderOf } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

type OnGround = {
  readonly sheet: Sheet;
  readonly caseId: CaseId;
  readonly passing: Passing;
};

type GroundProblem = {
  readonly kind:
    'GateArmed' | 'EncounterUnknown' | 'GroundUnknown' | 'SecondMemberMissing' | 'RecipientUnknown';
};

/** What a ground lets an agency know, from what the store holds now. Nothing is passed on by looking. */
export function composeOnGround(
  desk: Desk,
  encounterId: EncounterId,
  groundId: GroundId,
): Result<OnGround, GroundProblem> {
  const encounter = openEncounter(desk, encounterId);
  if (!encounter.ok) return encounter;
  const { caseId, draft } = encounter.value;
  const ground = readGround(desk.session(), groundId);
  if (!ground.ok) return ground;
  const { facts, caseId: ofCase } = ground.value.body;
  const { kind, recipient, items } = facts;
  if (ofCase !== caseId || kind === 'reported-missing') return err({ kind: 'GroundUnknown' });
  if (!mayAct(ground.value.listing)) return err({ kind: 'SecondMemberMissing' });
  const pack = desk.pack();
  const contact = pack.contacts.find(({ id }) => id === recipient);
  // Named for whoever was in this place in the directory before: what leads to another is put down anew.
  const since = anotherSince(desk).get(recipient);
  const isAnother = since !== undefined && ground.value.body.madeAt <= since;
  if (contact === undefined || isAnother) return err({ kind: 'RecipientUnknown' });
  const found = lawHere(desk, kind).find(({ id }) => id === facts.law);
  // Advice is for those who decide here; an agency reads only what was confirmed.
  const law = (found?.confirmed ?? null) === null ? undefined : found?.text;
  const wording = staffWordingOf(pack, staffLanguage);
  const at = momentOf(desk);
  const by = senderOf(desk);
  const sheet = composeGroundSheet(wording, pack, contact, draft, facts, law, at, by);
  return ok({ sheet, caseId, passing: { recipient, items, purpose: 'referral' } });
}

export const groundRow: Row<OrderFor<'ground'>> = (desk, { encounterId, groundId }) => {
  const composed = composeOnGround(desk, encounterId, groundId);
  if (!composed.ok) return composed;
  const { sheet, caseId, passing } = composed.value;
  return ok({
    sheet,
    caseId,
    leaving: { ...passing, kind: 'sheet', groundId, judged: withoutLedger(desk) },
  });
};
