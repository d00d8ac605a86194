import { err, ok } from '#core/base/result.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { composeSafetyPlan } from '#core/sheet/safety-plan.ts';
import { placeAndHelper, type Row, spokenWording } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** The person's own plan, in their hand and as they chose. It goes to nobody else. */
export const safetyPlanRow: Row<OrderFor<'safety-plan'>> = (desk, { encounterId, ...order }) => {
  const encounter = openEncounter(desk, encounterId);
  if (!encounter.ok) return encounter;
  const wording = spokenWording(desk, order.language);
  if (!wording.ok) return wording;
  const named = placeAndHelper(desk, order.helper);
  if (!named.ok) return named;
  const { place, helper } = named.value;
  const { caseId, draft } = encounter.value;
  const sheet = composeSafetyPlan(
    wording.value,
    desk.pack().planChoices,
    place,
    draft.plan,
    helper,
  );
  // The person chose no paper for it, so there is none to be had.
  if (sheet === undefined) return err({ kind: 'ConsentMissing' });
  return ok({ sheet, caseId, leaving: null });
};
