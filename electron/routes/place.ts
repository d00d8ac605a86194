import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';

/** The country whose rules apply here, or undefined where the pack no longer knows it. */
export function placeOf(desk: Desk): Jurisdiction | undefined {
  const { jurisdiction } = readFacility(desk.session().database);
  return desk.pack().jurisdictions.find(({ id }) => id === jurisdiction);
}
