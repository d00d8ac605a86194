import { z } from 'zod';
import { ContactId } from '#core/domain/contact.ts';
import { LookAgain } from '#core/domain/look-again.ts';
import { EncounterId } from '#core/domain/encounter.ts';
import {
  Arrangement,
  Referral,
  ReferralId,
  ReferralListing,
  ReferralState,
} from '#core/domain/referral.ts';
import { channel, DiskFull, failure, NoError, NoRequest } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

const OpenProblem = z.union([GateArmed, failure('EncounterUnknown', {})]);

/** What is under way, without a word about anybody: for the list after sign-in. */
export const listReferrals = channel(
  'referral.list',
  NoRequest,
  z.strictObject({ referrals: z.array(ReferralListing), overdue: z.number().int() }),
  NoError,
);

/** Where no helper could be found for now: when somebody looks again, and how many are due by today. */
export const listLookAgain = channel(
  'referral.lookAgain',
  NoRequest,
  z.strictObject({ cases: z.array(LookAgain), due: z.number().int() }),
  NoError,
);

/** The referrals of the case of this encounter. */
export const readReferrals = channel(
  'referral.read',
  z.strictObject({ encounterId: EncounterId }),
  z.array(Referral),
  OpenProblem,
);

/** Begins a referral that passes on what is agreed at this moment, and relies on it. One that is open already is given back. */
export const prepareReferral = channel(
  'referral.prepare',
  z.strictObject({ encounterId: EncounterId, recipient: ContactId }),
  Referral,
  z.union([
    OpenProblem,
    failure('RecipientUnknown', {}),
    failure('ConsentMissing', {}),
    failure('LedgerBroken', {}),
    DiskFull,
  ]),
);

/** Adds a move, after the number of moves that the caller has seen. */
export const moveReferral = channel(
  'referral.move',
  z.strictObject({
    encounterId: EncounterId,
    referralId: ReferralId,
    seenMoves: z.number().int().positive(),
    to: ReferralState,
    next: z.string().max(500),
    dueAt: z.iso.datetime({ precision: 3 }).nullable(),
    note: z.string().max(2_000),
    arrangement: Arrangement,
  }),
  Referral,
  z.union([
    OpenProblem,
    failure('ReferralUnknown', {}),
    /** The table of moves knows no such move. */
    failure('MoveNotAllowed', { from: ReferralState, to: ReferralState }),
    /** Somebody else went on meanwhile: this is theirs. */
    failure('ChangedMeanwhile', {}),
    /** The number or place may be one of the people the person fears. */
    failure('ContactDoubtful', {}),
    failure('ConsentMissing', {}),
    failure('LedgerBroken', {}),
    DiskFull,
  ]),
);
