import type { VisitDraft } from '#core/domain/encounter.ts';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { call, type Office, openedOffice } from './office.ts';
import { saveAtOnce } from './visits.ts';
import { typedDraft, valueOf } from '../support/vault.ts';

export const closedDraft: VisitDraft = typedDraft({ outcome: newOutcome('declined') });

/** An office with one case, whose one visit is closed. */
export async function officeWithCase() {
  const office = await openedOffice();
  const { id, caseId } = valueOf(await call(office, encounters.startEncounter, null));
  valueOf(await call(office, encounters.confirmAlone, { id }));
  valueOf(await saveAtOnce(office, id, closedDraft));
  valueOf(await call(office, encounters.closeEncounter, { id }));
  await passMs(office);
  return { office, id, caseId };
}

/** Ids grow with the clock, which in these tests stands still. */
export async function passMs({ clock }: Office): Promise<void> {
  clock.set(new Date(Date.parse(clock.now()) + 1).toISOString());
}
