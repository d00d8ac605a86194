import { z } from 'zod';
import { ContactId } from '#core/domain/contact.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { GroundId } from '#core/domain/ground.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { ReferralId } from '#core/domain/referral.ts';
import { Format } from '#core/sheet/paper.ts';
import { PersonForm } from '#core/sheet/person-form.ts';

/** What every order says, whatever sheet it names. */
const everyOrder = { language: LanguageTag, format: Format };

/** Of what goes into the file of the house: whether the person was asked and wants a copy of it too. */
const forTheFile = { isCopyWanted: z.boolean().default(false) };

/**
 * Which sheet is wanted: one member a kind. The main process composes it
 * (electron/routes/sheets/compose.ts has the row that answers each): a page cannot hand in a
 * sheet of its own.
 */
export const SheetOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    encounterId: EncounterId,
    /** Whose number stands on it; null when the person wants none. */
    helper: ContactId.nullable(),
    wanted: PersonForm,
    ...everyOrder,
  }),
  z.strictObject({
    kind: z.literal('safety-plan'),
    encounterId: EncounterId,
    helper: ContactId.nullable(),
    ...everyOrder,
  }),
  /** For the ordinary record of the house; always in the language of the staff. */
  z.strictObject({
    kind: z.literal('clinical-summary'),
    encounterId: EncounterId,
    ...everyOrder,
  }),
  z.strictObject({
    kind: z.literal('referral'),
    encounterId: EncounterId,
    recipient: ContactId,
    ...everyOrder,
  }),
  /** What an agency is told without a yes. It is in the language of the staff. */
  z.strictObject({
    kind: z.literal('ground'),
    encounterId: EncounterId,
    groundId: GroundId,
    ...everyOrder,
  }),
  /** What was kept for the day the person is reported missing, on the ground of that report. */
  z.strictObject({
    kind: z.literal('missing-person'),
    groundId: GroundId,
    ...everyOrder,
  }),
  /** That the person said no. Staff keep it. */
  z.strictObject({
    kind: z.literal('refusal-note'),
    encounterId: EncounterId,
    ...forTheFile,
    ...everyOrder,
  }),
  /** What the ledger says about one helper. Staff keep it. */
  z.strictObject({
    kind: z.literal('consent-record'),
    encounterId: EncounterId,
    recipient: ContactId,
    ...forTheFile,
    ...everyOrder,
  }),
  /** To a helper whose yes was taken back. In the language of the staff too. */
  z.strictObject({
    kind: z.literal('stop-notice'),
    encounterId: EncounterId,
    referralId: ReferralId,
    ...everyOrder,
  }),
]);
export type SheetOrder = z.infer<typeof SheetOrder>;

/** Whether the person wants a copy of what goes into the file; undefined where nobody asks that. */
export function copyWanted(order: SheetOrder): boolean | undefined {
  return 'isCopyWanted' in order ? order.isCopyWanted : undefined;
}

/** The same as the log notes it. */
export function copyOf(order: SheetOrder): { readonly isCopyWanted?: boolean } {
  const isCopyWanted = copyWanted(order);
  return isCopyWanted === undefined ? {} : { isCopyWanted };
}

/** The order of one kind, as its row gets it. */
export type OrderFor<Kind extends SheetOrder['kind']> = Extract<SheetOrder, { kind: Kind }>;
