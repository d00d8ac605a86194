import type { NeedId } from '#core/domain/encounter.ts';
import type { Contact, ContactKind } from '#core/pack/contact-seed.ts';
import type { Need } from '#core/pack/entries.ts';

/** Why a helper fits, in the order in which it counts. All of it is shown: nothing is weighed in secret. */
export type Fit = {
  readonly contact: Contact;
  /** The needs of the person that a helper of this kind usually serves, in the person's order. */
  readonly serves: readonly NeedId[];
  readonly isOpen: 'yes' | 'no' | 'unknown';
  /** Whether the directory names the language of the person. */
  readonly speaks: boolean;
};

/** A moment as a clock on the wall shows it. */
export type WallClock = { readonly weekday: number; readonly hour: number };

/**
 * The helpers in the order in which they fit: those for the first need of the person first, then
 * the first point of the country, then what was checked, then what is open now. None is left out.
 *
 * @param language as the directory writes it, such as `Arabic`
 */
export function fitting(
  contacts: readonly Contact[],
  needs: readonly NeedId[],
  known: readonly Need[],
  language: string,
  now: WallClock,
): readonly Fit[] {
  const kindsFor = (id: NeedId): readonly ContactKind[] =>
    known.find((need) => need.id === id)?.servedBy ?? [];
  return contacts
    .map((contact): Fit => ({
      contact,
      serves: needs.filter((need) => kindsFor(need).includes(contact.kind)),
      isOpen: isOpenAt(contact.hours, now),
      speaks: contact.languages.includes(language),
    }))
    .toSorted(
      (one, other) =>
        firstServed(one, needs) - firstServed(other, needs) ||
        Number(other.contact.firstPoint) - Number(one.contact.firstPoint) ||
        Number(other.contact.standing.kind === 'checked') -
          Number(one.contact.standing.kind === 'checked') ||
        Number(other.isOpen === 'yes') - Number(one.isOpen === 'yes'),
    );
}

function firstServed({ serves }: Fit, needs: readonly NeedId[]): number {
  const [first] = serves;
  return first === undefined ? needs.length : needs.indexOf(first);
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Whether hours as the directory writes them are now: `Day and night`, or `Monday to Friday, 9 to
 * 17`. Whatever else stands there is not guessed at.
 */
export function isOpenAt(hours: string, { weekday, hour }: WallClock): Fit['isOpen'] {
  if (/^Day and night\b/.test(hours)) return 'yes';
  const found = /^(\w+) to (\w+), (\d{1,2}) to (\d{1,2})$/.exec(hours);
  if (found === null) return 'unknown';
  const [from, to] = [days.indexOf(found[1] ?? ''), days.indexOf(found[2] ?? '')];
  if (from < 0 || to < from) return 'unknown';
  const isDay = weekday >= from && weekday <= to;
  return isDay && hour >= Number(found[3]) && hour < Number(found[4]) ? 'yes' : 'no';
}
