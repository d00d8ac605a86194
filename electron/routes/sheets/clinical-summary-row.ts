import { err, ok } from '#core/base/result.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { staffLanguage } from '#core/domain/language.ts';
import type { OrderFor } from '#core/ipc/sheet-order.ts';
import { languageName } from '#core/pack/pack.ts';
import { composeClinicalSummary } from '#core/sheet/clinical-summary.ts';
import { type Row } from './composed.ts';
import { openEncounter } from '../open-encounter.ts';

/** For the ordinary record of this house, in the language of the staff, whatever the order says. */
export const clinicalSummaryRow: Row<OrderFor<'clinical-summary'>> = (desk, { encounterId }) => {
  const encounter = openEncounter(desk, encounterId);
  if (!encounter.ok) return encounter;
  const { caseId, draft, startedAt } = encounter.value;
  const { language, conditions, followUp, ordinaryRecord } = draft;
  const pack = desk.pack();
  const sheet = composeClinicalSummary(pack.summaryWords, staffLanguage, {
    on: dayHere(startedAt),
    language: languageName(pack, language),
    conditions,
    followUp,
    ordinaryRecord,
  });
  // Nobody chose with the person that there is to be one.
  if (sheet === undefined) return err({ kind: 'ConsentMissing' });
  return ok({ sheet, caseId, leaving: null });
};
