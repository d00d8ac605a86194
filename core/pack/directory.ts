import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { ContactCheck, ContactId, usualCheckDays } from '#core/domain/contact.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { StaffId } from '#core/domain/staff.ts';
import { foldWord, wordsOf } from '#core/base/words.ts';
import {
  type Contact,
  ContactKind,
  ContactSeed,
  type Phone,
  type PhoneRule,
} from './contact-seed.ts';

const words = (most: number) => z.string().trim().max(most);

/** What a place writes down about a helper of its own. Nothing of it is told to whoever is not signed in. */
export const LocalContactFields = z.strictObject({
  jurisdiction: JurisdictionId,
  name: words(120).min(1),
  kind: ContactKind,
  /** As people here dial it. */
  number: words(40).min(1),
  /** Whom to ask for, or empty. */
  person: words(120),
  hours: words(120),
  languages: z.array(words(60).min(1)).max(40),
  /** Whom they take, and what they can do for people in this situation. */
  accepts: words(400),
  competence: words(400),
  firstPoint: z.boolean(),
  anonymous: ContactSeed.shape.anonymous,
  mustTellPolice: ContactSeed.shape.mustTellPolice,
  /** What a call would change for the person; said before anything is agreed. */
  whatItChanges: z.array(words(400).min(1)).min(1).max(12),
});
export type LocalContactFields = z.infer<typeof LocalContactFields>;

export const LocalContact = LocalContactFields.extend({
  id: ContactId,
  addedOn: CalendarDate,
  addedBy: StaffId,
  /** When it was last described as another helper than before (`isAnother`). */
  anotherSince: z.iso.datetime({ precision: 3 }).optional(),
});
export type LocalContact = z.infer<typeof LocalContact>;

/**
 * Whether a helper is described as another one now: by name, kind or country, or because they must tell
 * the police. What a person agreed to before was explained of the one it was then, and goes to no other.
 */
export function isAnother(before: LocalContactFields, after: LocalContactFields): boolean {
  return (
    foldedName(before) !== foldedName(after) ||
    before.kind !== after.kind ||
    before.jurisdiction !== after.jurisdiction ||
    (before.mustTellPolice !== 'yes' && after.mustTellPolice === 'yes')
  );
}

function foldedName({ name }: LocalContactFields): string {
  return wordsOf(name).map(foldWord).join(' ');
}

/** What a place keeps beside the helpers of the pack. */
export const Directory = z.strictObject({
  /** How long a check counts, in days. */
  checkDays: z.number().int().min(7).max(730),
  contacts: z.array(LocalContact),
  checks: z.array(ContactCheck),
  /** Helpers of the pack or of its own that this place does not use any more. Nothing is lost by it. */
  unused: z.array(ContactId),
});
export type Directory = z.infer<typeof Directory>;

export const firstDirectory: Directory = {
  checkDays: usualCheckDays,
  contacts: [],
  checks: [],
  unused: [],
};

/** A number as it was typed, told apart: a short one, or one that a machine can compare. */
export type TypedNumber = { readonly phone: Phone | null; readonly short?: string };

/**
 * @param rule how long numbers of the country are, if that is known
 * @returns `digits` when there are too many or too few for the country, or other signs in it
 */
export function readNumber(
  typed: string,
  rule: PhoneRule | undefined,
): Result<TypedNumber, 'digits'> {
  const shown = typed.trim();
  if (!/^\+?[\d\s()/.-]+$/.test(shown)) return err('digits');
  const digits = shown.replaceAll(/\D/g, '');
  if (shown.startsWith('+')) {
    const e164 = `+${digits}`;
    const isOfCountry = rule !== undefined && digits.startsWith(rule.code);
    const length = digits.length - (rule?.code.length ?? 0);
    if (isOfCountry && (length < rule.min || length > rule.max)) return err('digits');
    return /^\+[1-9]\d{6,14}$/.test(e164) ? ok({ phone: { e164, shown } }) : err('digits');
  }
  if (digits.length <= 6)
    return digits.length >= 3 ? ok({ phone: null, short: shown }) : err('digits');
  if (rule === undefined) return ok({ phone: null, short: shown });
  const national =
    rule.trunk !== '' && digits.startsWith(rule.trunk) ? digits.slice(rule.trunk.length) : digits;
  if (national.length < rule.min || national.length > rule.max) return err('digits');
  return ok({ phone: { e164: `+${rule.code}${national}`, shown } });
}

/** A helper of this place beside those of the pack, with the same fields. Its standing is still to be judged. */
export function localContact(local: LocalContact, rule: PhoneRule | undefined): Contact {
  const { number, person, addedOn, addedBy: _by, anotherSince: _since, ...fields } = local;
  const read = readNumber(number, rule);
  // A rule that an update made stricter takes no number away from a place.
  const { phone, short } = read.ok
    ? { short: undefined, ...read.value }
    : { phone: null, short: number };
  return {
    ...fields,
    phone,
    ...(short === undefined ? {} : { short }),
    ...(person === '' ? {} : { person }),
    seenOn: addedOn,
    sources: [],
    answers: [],
    origin: 'local',
    isInUse: true,
    standing: { kind: 'not-checked' },
  };
}
