import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { ContactId } from '#core/domain/contact.ts';
import { NeedId } from '#core/domain/encounter.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { IndicatorId } from '#core/domain/observation.ts';
import { Citation, entryFields } from './citation.ts';
import { PhraseId } from './phrase.ts';

/** A sign that may be noticed. Staff read `text`; a sheet prints the phrase. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  text: z.string().min(1),
  phrase: PhraseId,
  ...entryFields,
});
export type Indicator = z.infer<typeof Indicator>;

export const Need = z.strictObject({
  id: NeedId,
  text: z.string().min(1),
  phrase: PhraseId,
  ...entryFields,
});
export type Need = z.infer<typeof Need>;

/** A piece of advice for staff, grouped by the moment it is for. */
export const Prompt = z.strictObject({
  id: z.string().regex(/^prompt\.[a-z0-9-]+$/),
  moment: z.enum(['being-alone', 'asking-about-danger', 'opening', 'refusal']),
  text: z.string().min(1),
  ...entryFields,
});
export type Prompt = z.infer<typeof Prompt>;

/** A telephone number twice: as a machine compares it and as people read it aloud. The digits agree. */
export const Phone = z.strictObject({
  e164: z.string().regex(/^\+[1-9]\d{6,14}$/),
  shown: z.string().min(1),
});
export type Phone = z.infer<typeof Phone>;

/** A helper as shipped: not verified, because only a call from the facility verifies (R113). */
export const ContactSeed = z.strictObject({
  id: ContactId,
  jurisdiction: JurisdictionId,
  name: z.string().min(1),
  phone: Phone,
  hours: z.string().min(1),
  /** What calling them would change for the person, said before anything is agreed (R90). */
  whatItChanges: z.array(z.string().min(1)).min(1),
  seenOn: CalendarDate,
  sources: z.array(Citation).min(1),
  answers: entryFields.answers,
});
export type ContactSeed = z.infer<typeof ContactSeed>;

export const Jurisdiction = z.strictObject({
  id: JurisdictionId,
  name: z.string().min(1),
  /** As dialled. */
  emergency: z.string().regex(/^\d{3}$/),
  ...entryFields,
});
export type Jurisdiction = z.infer<typeof Jurisdiction>;
