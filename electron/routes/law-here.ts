import { type ChosenGround, lawFor, placesOf } from '#core/journey/without-consent.ts';
import type { Jurisdiction, LegalStatement } from '#core/pack/jurisdiction.ts';
import { readFacility } from '../vault/repositories/facility.ts';
import type { Desk } from './desk.ts';

/** The place, and then the state it belongs to, with the law as the place has confirmed it. */
export function placesHere(desk: Desk): readonly Jurisdiction[] {
  const { jurisdiction } = readFacility(desk.session().database);
  return placesOf(desk.pack().jurisdictions, jurisdiction);
}

/** The law that a ground can rest on here. */
export function lawHere(desk: Desk, kind: ChosenGround): readonly LegalStatement[] {
  return lawFor(kind, placesHere(desk));
}
