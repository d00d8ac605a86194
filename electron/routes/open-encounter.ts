import { err, ok, type Result } from '#core/base/result.ts';
import type { Encounter, EncounterId } from '#core/domain/encounter.ts';
import { readEncounter } from '../vault/repositories/encounter.ts';
import type { Desk } from './desk.ts';

/** The encounter somebody confirmed to be alone with, and no other, with everything that was typed. */
export function openEncounter(
  desk: Desk,
  id: EncounterId,
): Result<Encounter, { readonly kind: 'GateArmed' | 'EncounterUnknown' }> {
  if (desk.openVisit() !== id) return err({ kind: 'GateArmed' });
  desk.drafts.flush();
  const encounter = readEncounter(desk.session(), id);
  return encounter === undefined ? err({ kind: 'EncounterUnknown' }) : ok(encounter);
}
