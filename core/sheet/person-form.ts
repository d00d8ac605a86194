import { z } from 'zod';
import { assertNever } from '#core/base/assert.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import type { UsualSlip } from '#core/domain/facility.ts';
import type { LanguageTag } from '#core/domain/language.ts';
import { type Contact, dialled } from '#core/pack/contact-seed.ts';
import type { Jurisdiction } from '#core/pack/jurisdiction.ts';
import { isDraftLanguage } from '#core/pack/offered-languages.ts';
import type { Pack } from '#core/pack/pack.ts';
import { composeBilingual } from './bilingual.ts';
import { composePersonSheet } from './person-sheet.ts';
import { CardLayout, type Sheet } from './sheet.ts';
import {
  composeCard,
  composeFullSheet,
  composeMemoriseAid,
  composeSlip,
  formNumber,
  hidings,
  ordinaryReasons,
} from './small-sheets.ts';
import { staffWordingOf, wordingOf } from './wording.ts';

const Appointment = z.strictObject({
  on: CalendarDate,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  reason: z.enum(ordinaryReasons),
});

/** The clinic's own, or empty. */
const NumberOfPlace = z
  .string()
  .trim()
  .regex(/^[+\d\s()-]*$/)
  .max(30);

/** What the person wants to hold in the hand. None of these says anything about them. */
export const PersonForm = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('information') }),
  z.strictObject({ form: z.literal('bilingual') }),
  /** The one that names the subject: only when staff choose it. */
  z.strictObject({ form: z.literal('full') }),
  z.strictObject({
    form: z.literal('card'),
    codeWord: z.string().trim().max(40),
    layout: CardLayout.default('eight'),
  }),
  z.strictObject({
    form: z.literal('slip'),
    appointment: Appointment,
    hiding: z.enum(hidings).default('to-call'),
    number: NumberOfPlace.default(''),
  }),
  z.strictObject({
    form: z.literal('follow-up'),
    appointment: Appointment,
    number: NumberOfPlace,
  }),
  z.strictObject({ form: z.literal('memorise') }),
]);
export type PersonForm = z.infer<typeof PersonForm>;

/** What of the place stands on a sheet for the person: its country's rules, its helper, its slips. */
export type PersonSheetOf = {
  readonly place: Jurisdiction;
  readonly helper: Contact | undefined;
  readonly usualSlip: UsualSlip;
};

/** @returns undefined when the form shows a helper's number and there is none to show */
export function composeForPerson(
  pack: Pack,
  languages: { readonly person: LanguageTag; readonly staff: LanguageTag },
  { place, helper, usualSlip }: PersonSheetOf,
  wanted: PersonForm,
): Sheet | undefined {
  const wording = wordingOf(pack, languages.person);
  const number = helper === undefined ? undefined : dialled(helper);
  switch (wanted.form) {
    case 'information':
      return composePersonSheet(wording, place, helper);
    case 'bilingual': {
      const own = composePersonSheet(wording, place, helper);
      // Every line beside itself would tell nobody more.
      if (languages.person === languages.staff) return { ...own, kind: 'bilingual' };
      const staffWording = wordingOf(pack, languages.staff);
      return composeBilingual(own, composePersonSheet(staffWording, place, helper));
    }
    case 'full':
      return composeFullSheet(wording, helper);
    case 'follow-up':
      return composeSlip('follow-up', wording, usualSlip, wanted.appointment, wanted.number);
    case 'card':
      return helper && number
        ? composeCard(wording, helper, wanted.codeWord, wanted.layout)
        : undefined;
    case 'slip': {
      if (!number) return undefined;
      const { appointment, hiding } = wanted;
      if (hiding === 'to-call') return composeSlip('slip', wording, usualSlip, appointment, number);
      const hidden = formNumber(number, hiding === 'form-number-backwards');
      return composeSlip('slip', wording, usualSlip, appointment, wanted.number, hidden);
    }
    case 'memorise':
      return helper && number
        ? composeMemoriseAid(
            wording,
            helper,
            staffWordingOf(pack, languages.staff),
            isDraftLanguage(pack, languages.person),
          )
        : undefined;
    default:
      return assertNever(wanted);
  }
}
