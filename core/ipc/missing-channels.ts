import { z } from 'zod';
import { Explanation, Given } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { Decider } from '#core/domain/decider.ts';
import { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { GroundId } from '#core/domain/ground.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { MissingFacts } from '#core/domain/missing-facts.ts';
import { channel, DiskFull, failure, Nothing } from './channel.ts';
import { CannotConsent, NotUnderstood } from './consent-channels.ts';
import { GateArmed } from './encounter-channels.ts';

const OpenProblem = z.union([
  GateArmed,
  failure('EncounterUnknown', {}),
  failure('LedgerBroken', {}),
]);

/** What is kept for the day the person is reported missing, and for whom. Its own access: every reading is in the log. */
export const readMissingFacts = channel(
  'missing.read',
  z.strictObject({ encounterId: EncounterId }),
  z.strictObject({
    facts: MissingFacts.nullable(),
    recipient: ContactId.nullable(),
    until: z.string().nullable(),
    /** How many entries of the ledger this answer rests on. */
    seen: z.int().nonnegative(),
  }),
  OpenProblem,
);

/**
 * Keeps them by a yes of their own, after its explanation. Both come to the disk together or not at all. Nothing is kept
 * over what somebody else changed since it was read (`ChangedMeanwhile`).
 */
export const keepMissingFacts = channel(
  'missing.keep',
  z.strictObject({
    encounterId: EncounterId,
    recipient: ContactId,
    facts: MissingFacts,
    decidedBy: Decider,
    explanation: Explanation,
    language: LanguageTag,
    given: Given,
    seen: z.int().nonnegative(),
  }),
  Nothing,
  z.union([
    OpenProblem,
    CannotConsent,
    NotUnderstood,
    failure('ExplanationMissing', {}),
    failure('RecipientUnknown', {}),
    failure('ChangedMeanwhile', {}),
    DiskFull,
  ]),
);

/** Takes the yes back and removes what was kept, at once. */
export const takeBackMissingFacts = channel(
  'missing.takeBack',
  z.strictObject({ encounterId: EncounterId, language: LanguageTag, given: Given }),
  Nothing,
  z.union([OpenProblem, DiskFull]),
);

/** Somebody reported the person missing: one member releases what was agreed to, and another signs within a day. */
export const reportMissing = channel(
  'missing.report',
  z.strictObject({
    caseId: CaseId,
    /** Who reported it, when and how. */
    report: z.string().trim().min(1).max(2_000),
    reason: z.string().trim().min(1).max(2_000),
  }),
  z.strictObject({ groundId: GroundId, encounterId: EncounterId }),
  z.union([
    GateArmed,
    failure('CaseUnknown', {}),
    failure('ConsentMissing', {}),
    failure('LedgerBroken', {}),
    DiskFull,
  ]),
);
