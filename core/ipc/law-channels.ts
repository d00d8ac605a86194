import { z } from 'zod';
import { LawConfirmation } from '#core/domain/law-confirmation.ts';
import { PlaceFacts, PlacePage } from '#core/domain/place-page.ts';
import { channel, DiskFull, failure, NamesSubject, NoRequest, NotAllowed } from './channel.ts';

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

const Refusals = z.union([
  NotAllowed,
  /** The pack has no such statement, or other words by now. */
  failure('LawChanged', {}),
  failure('DayAhead', {}),
  NamesSubject,
  DiskFull,
]);

/** Confirms one statement, in the pack's words or in the place's own, with a name and a day. */
export const confirmLaw = channel(
  'law.confirm',
  LawConfirmation.omit({ recordedBy: true }),
  LawConfirmation,
  Refusals,
);

/** The numbers, the age and the steps of the country of this place: the pack's, and what the place made of them. */
export const readPlacePage = channel(
  'law.readPage',
  NoRequest,
  z.strictObject({ packFacts: PlaceFacts, page: PlacePage.nullable() }),
  z.never(),
);

/** Confirms them, as the pack has them or as they hold here, with a name and a day. */
export const confirmPlacePage = channel(
  'law.confirmPage',
  PlacePage.omit({ jurisdiction: true, recordedBy: true }),
  PlacePage,
  Refusals,
);
