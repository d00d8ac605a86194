import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { ContactId, ContactStanding } from '#core/domain/contact.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { Citation, entryFields } from './citation.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** A telephone number twice: as a machine compares it and as people read it aloud. The digits agree. */
export const Phone = z.strictObject({
  e164: z.string().regex(/^\+[1-9]\d{6,14}$/),
  shown: z.string().min(1),
});
export type Phone = z.infer<typeof Phone>;

export const ContactKind = z.enum([
  'assistance-system',
  'helpline',
  'ngo',
  'police-unit',
  'emergency',
  'legal',
  'children',
  'labour',
  'shelter',
]);
export type ContactKind = z.infer<typeof ContactKind>;

/** A helper as shipped: not verified, because only a call from the facility verifies (R113). */
export const ContactSeed = z.strictObject({
  id: ContactId,
  jurisdiction: JurisdictionId,
  name: z.string().min(1),
  /** A pack is read without signing in: no shelter stands in one. */
  kind: ContactKind.exclude(['shelter']),
  /** Null where no number is known, or only a short one that cannot be dialled from abroad. */
  phone: Phone.nullable(),
  short: z
    .string()
    .regex(/^[\d ]{3,9}$/)
    .optional(),
  /** Whom to ask for. */
  person: z.string().min(1).optional(),
  email: z.email().optional(),
  web: z.string().min(1).optional(),
  hours: z.string().min(1),
  languages: z.array(z.string().min(1)),
  accepts: z.string().min(1),
  firstPoint: z.boolean(),
  anonymous: z.enum(['yes', 'no', 'unknown']),
  mustTellPolice: z.enum(['yes', 'no', 'unknown', 'is-police']),
  competence: z.string().min(1),
  /** What calling them would change for the person, said before anything is agreed (R90). */
  whatItChanges: z.array(z.string().min(1)).min(1),
  /** Why this entry must be looked at again before it is used. */
  doubt: z.string().min(1).optional(),
  pageDate: z.string().min(1).optional(),
  seenOn: CalendarDate,
  sources: z.array(Citation).min(1),
  answers: entryFields.answers,
});
export type ContactSeed = z.infer<typeof ContactSeed>;

/** A helper of the directory in use: out of the pack or added by this place, and how far it was checked. */
export type Contact = Omit<ContactSeed, 'kind'> & {
  readonly kind: ContactKind;
  readonly origin: 'pack' | 'local';
  /** What a place no longer uses is still there by its id, and offered nowhere. */
  readonly isInUse: boolean;
  readonly standing: ContactStanding;
};

/** As it comes out of a pack: nobody here has called yet. */
export function asShipped(seed: ContactSeed): Contact {
  return { ...seed, origin: 'pack', isInUse: true, standing: { kind: 'not-checked' } };
}

/** What is dialled here, as people read it, or undefined where there is nothing to dial. */
export function dialled({ phone, short }: Pick<Contact, 'phone' | 'short'>): string | undefined {
  return phone?.shown ?? short;
}

/** The helpers of a place that can be called, in the order of the directory; a nation has those of its state too. */
export function helpersOf(
  contacts: readonly Contact[],
  place: Pick<Jurisdiction, 'id' | 'parent'> | undefined,
): readonly Contact[] {
  return contacts.filter(
    (contact) =>
      (contact.jurisdiction === place?.id || contact.jurisdiction === place?.parent) &&
      contact.isInUse &&
      contact.kind !== 'emergency' &&
      dialled(contact) !== undefined,
  );
}

/** A number or address that stands in old material and must not be used. */
export const ObsoleteContact = z.strictObject({
  number: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
  e164: z.string().optional(),
  why: z.string().min(1),
  /** Null where no successor is known. */
  replacement: z.string().min(1).nullable(),
  note: z.string().min(1).optional(),
  sources: z.array(Citation).min(1),
});

/** How many digits a number of a country may have after the country code. */
const PhoneRule = z.strictObject({
  code: z.string(),
  min: z.number().int(),
  max: z.number().int(),
  trunk: z.string(),
});
export type PhoneRule = z.infer<typeof PhoneRule>;

export const PhoneLengths = z.record(JurisdictionId, PhoneRule);
