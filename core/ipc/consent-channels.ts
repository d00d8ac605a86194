import { z } from 'zod';
import {
  ConsentEntry,
  ConsentItem,
  ConsentPurpose,
  ExplainedPoint,
  Explanation,
  Given,
} from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { Decider } from '#core/domain/decider.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { ReferralId } from '#core/domain/referral.ts';
import { channel, DiskFull, failure } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

/** Why a yes of whoever decided does not count here. */
export const CannotConsent = failure('CannotConsent', {
  why: z.enum([
    'ask-again-later',
    'adult-decides',
    'may-be-involved',
    'young-person-decides',
    'child-path',
  ]),
});

/** The person did not understand what nobody can agree without. It is said again, in other words. */
export const NotUnderstood = failure('NotUnderstood', { points: z.array(ExplainedPoint) });

const LedgerProblem = z.union([
  GateArmed,
  failure('EncounterUnknown', {}),
  failure('RecipientUnknown', {}),
  failure('LedgerBroken', {}),
  DiskFull,
]);

/**
 * Records what was decided for one recipient: yes and no to the items named, and that the others were
 * not asked. A no to an item goes before a yes to it. What came before stays in the ledger and counts no longer. A yes needs the explanation; referrals
 * that lose the yes they rely on are stopped in the same transaction.
 *
 * When it was explained is taken from the page only as far as it lies within this visit.
 *
 * A yes says how many entries of the ledger its window has seen. One that was sent again, held
 * back, or typed before somebody took a yes back, is refused (`ChangedMeanwhile`); a no always counts.
 */
export const recordConsent = channel(
  'consent.record',
  z.strictObject({
    encounterId: EncounterId,
    recipient: ContactId,
    yesTo: z.array(ConsentItem),
    noTo: z.array(ConsentItem),
    decidedBy: Decider,
    explanation: Explanation.nullable(),
    given: Given,
    language: LanguageTag,
    seen: z.int().nonnegative(),
  }),
  z.array(ConsentEntry),
  z.union([
    LedgerProblem,
    CannotConsent,
    failure('ExplanationMissing', {}),
    NotUnderstood,
    failure('ChangedMeanwhile', {}),
  ]),
);

/**
 * Takes back everything for one recipient, at once. Answers with the referrals that this stopped. A
 * visit still being held that would ask that recipient is asked anew what the person wants.
 */
export const withdrawConsent = channel(
  'consent.withdraw',
  z.strictObject({
    encounterId: EncounterId,
    recipient: ContactId,
    purpose: ConsentPurpose,
    language: LanguageTag,
    given: Given,
  }),
  z.strictObject({ stopped: z.array(ReferralId) }),
  LedgerProblem,
);

/** The whole ledger of the case, checked. */
export const readConsent = channel(
  'consent.read',
  z.strictObject({ encounterId: EncounterId }),
  z.array(ConsentEntry),
  z.union([GateArmed, failure('EncounterUnknown', {}), failure('LedgerBroken', {})]),
);
