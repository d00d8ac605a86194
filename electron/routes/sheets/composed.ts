import { err, ok, type Result } from '#core/base/result.ts';
import type { Passing } from '#core/domain/consent.ts';
import type { ContactId } from '#core/domain/contact.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { GroundId } from '#core/domain/ground.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import type { OrderProblem } from '#core/ipc/sheet-channels.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { offeredLanguages } from '#core/pack/offered-languages.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { type Wording, wordingOf } from '#core/sheet/wording.ts';
import { readFacility } from '../../vault/repositories/facility.ts';
import type { Desk } from '../desk.ts';
import type { Judgeable } from '../issuing.ts';
import { placeOf } from '../place.ts';

/** What of a person leaves the house with a sheet, and the ledger it was composed from. */
export type Leaving = Passing & {
  readonly kind: 'sheet' | 'missing-facts';
  readonly groundId: GroundId | null;
  readonly judged: Judgeable;
};

/** A sheet, and what has to be known about it before it becomes paper. */
export type Composed = {
  readonly sheet: Sheet;
  /** Whose sheet it is; null when it is about no person. */
  readonly caseId: CaseId | null;
  /** Null when nothing about the person stands on it, or when it stays in the house. */
  readonly leaving: Leaving | null;
};

/**
 * How one kind of order becomes a sheet, from what the store holds at this moment. It also
 * decides whether this member may have it now, because an order can come at any time: the
 * screen asks for a preview, and a kept job is composed again when the printer is back.
 */
export type Row<Order> = (desk: Desk, order: Order) => Result<Composed, OrderProblem>;

/** How papers name the member who makes them: by number where the lead put one down, else by first name. */
export function senderOf(desk: Desk): string {
  const { database, member } = desk.session();
  return readFacility(database).staffNumbers[member.id] ?? member.displayName;
}

/** The words of a language, if the pack speaks it and, as long as it is a draft, the lead has enabled it. */
export function spokenWording(
  desk: Desk,
  language: LanguageTag,
): Result<Wording, { readonly kind: 'LanguageUnknown' | 'LanguageNotEnabled' }> {
  const pack = desk.pack();
  if (!pack.manifest.languages.some(({ tag }) => tag === language))
    return err({ kind: 'LanguageUnknown' });
  const { enabledDrafts } = readFacility(desk.session().database);
  if (!offeredLanguages(pack, enabledDrafts).some(({ tag }) => tag === language))
    return err({ kind: 'LanguageNotEnabled' });
  return ok(wordingOf(pack, language));
}

/** The country of this place, and the helper that the person chose, if they chose one. */
export function placeAndHelper(
  desk: Desk,
  chosen: ContactId | null,
): Result<
  { readonly place: Jurisdiction; readonly helper: Contact | undefined },
  { readonly kind: 'RecipientUnknown' }
> {
  const place = placeOf(desk);
  const helper = desk.pack().contacts.find(({ id, isInUse }) => id === chosen && isInUse);
  const isMissing = place === undefined || (chosen !== null && helper === undefined);
  return isMissing ? err({ kind: 'RecipientUnknown' }) : ok({ place, helper });
}
