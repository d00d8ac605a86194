import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { CircumstanceId } from '#core/domain/circumstance.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LawConfirmation, LawId, LegalRule } from '#core/domain/law-confirmation.ts';
import { PlaceFacts } from '#core/domain/place-page.ts';
import { Citation, entryFields } from './citation.ts';

const statementFields = {
  id: LawId,
  subject: z.enum([
    'adult-without-consent',
    'minor',
    'age-in-doubt',
    'suspected-guardian',
    'life-in-danger',
    'duty-to-report',
    'who-may-refer',
    'police',
    'reflection-period',
    'own-consent-of-minor',
    'status-and-residence',
    'procedure',
  ]),
  rule: LegalRule,
  text: z.string().min(1),
  /** Of whom it speaks; left out where it is about everybody. */
  about: z.array(CircumstanceId).min(1).optional(),
  /** `read` in the work named; `general`: not verified; `contradictory`: the works disagree or are old. */
  certainty: z.enum(['read', 'general', 'contradictory']),
  sources: z.array(Citation).min(1),
  checked: CalendarDate,
  /** What a lawyer of the place must confirm. */
  toConfirm: z.string().min(1),
};

/** A legal statement in a file of a pack. No pack can say that a place has confirmed it. */
const ShippedStatement = z.strictObject(statementFields);

/** That this place has confirmed a statement, and in whose words it then stands here. */
const Confirmed = z.strictObject({
  /** Null where nobody is signed in: no name is told there. */
  confirmedBy: LawConfirmation.shape.confirmedBy.nullable(),
  confirmedOn: CalendarDate,
  isInOwnWords: z.boolean(),
});

/**
 * What the law of a place says about one subject, as far as it is known. It is advice until
 * the facility has had it confirmed.
 */
export const LegalStatement = z.strictObject({
  ...statementFields,
  confirmed: Confirmed.nullable(),
});
export type LegalStatement = z.infer<typeof LegalStatement>;

const jurisdictionFields = {
  id: JurisdictionId,
  name: z.string().min(1),
  /** The state a nation belongs to, whose helpers count for it too. */
  parent: JurisdictionId.optional(),
  /** As dialled, the one for danger to life first; empty where the facility must fill it in. */
  emergency: z.array(
    z.strictObject({ number: z.string().regex(/^\d{3}$/), what: z.string().min(1) }),
  ),
  /** The age from which a young person agrees alone; left out where none was found. */
  ownConsentFrom: z.number().int().min(10).max(17).optional(),
  /** The usual way to help, step by step. */
  procedure: z.array(z.string().min(1)),
  ...entryFields,
};

/** A jurisdiction as a file of a pack has it. */
export const ShippedJurisdiction = z.strictObject({
  ...jurisdictionFields,
  statements: z.array(ShippedStatement),
});
export type ShippedJurisdiction = z.infer<typeof ShippedJurisdiction>;

export const Jurisdiction = z.strictObject({
  ...jurisdictionFields,
  emergency: PlaceFacts.shape.emergency,
  statements: z.array(LegalStatement),
  /** Who of this place has confirmed the numbers, the age and the steps; null where nobody has. */
  page: Confirmed.nullable(),
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;

/** What of a jurisdiction a place may confirm or say otherwise, beside the law. */
export function factsOf({
  emergency,
  ownConsentFrom,
  procedure,
}: Pick<Jurisdiction, 'emergency' | 'ownConsentFrom' | 'procedure'>): PlaceFacts {
  return { emergency, ownConsentFrom: ownConsentFrom ?? null, procedure };
}
