import { err, ok } from '#core/base/result.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeForPerson } from '#core/sheet/person-form.ts';
import { readFacility } from '../../vault/repositories/facility.ts';
import { placeAndHelper, type Row, spokenWording } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** What the person holds in the hand. It says nothing about them, so nothing of them leaves with it. */
export const personRow: Row<OrderFor<'person'>> = (desk, { encounterId, ...order }) => {
  const encounter = openEncounter(desk, encounterId);
  if (!encounter.ok) return encounter;
  const wording = spokenWording(desk, order.language);
  if (!wording.ok) return wording;
  const named = placeAndHelper(desk, order.helper);
  if (!named.ok) return named;
  const { place, helper } = named.value;
  const languages = { person: order.language, staff: staffLanguage };
  const { usualSlip } = readFacility(desk.session().database);
  const of = { place, helper, usualSlip };
  const sheet = composeForPerson(desk.pack(), languages, of, order.wanted);
  if (sheet === undefined) return err({ kind: 'RecipientUnknown' });
  return ok({ sheet, caseId: encounter.value.caseId, leaving: null });
};
