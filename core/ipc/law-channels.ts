import { z } from 'zod';
import { LawConfirmation } from '#core/domain/law-confirmation.ts';
import { channel, failure, NoRequest } from './channel.ts';

/** One statement of the place's own country, with the pack's words and what the place made of them. */
export const LawListing = z.strictObject({
  law: LawConfirmation.shape.law,
  packText: LawConfirmation.shape.packText,
  packRule: LawConfirmation.shape.rule,
  toConfirm: z.string(),
  confirmation: LawConfirmation.nullable(),
});
export type LawListing = z.infer<typeof LawListing>;

/** The law page of the country of this place. */
export const readLaw = channel('law.read', NoRequest, z.array(LawListing), z.never());

/** Confirms one statement, in the pack's words or in the place's own, with a name and a day. */
export const confirmLaw = channel(
  'law.confirm',
  LawConfirmation.omit({ recordedBy: true }),
  LawConfirmation,
  z.union([
    failure('NotAllowed', {}),
    /** The pack has no such statement, or other words by now. */
    failure('LawChanged', {}),
    failure('DayAhead', {}),
    failure('DiskFull', {}),
  ]),
);
