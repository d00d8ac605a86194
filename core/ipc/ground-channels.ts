import { z } from 'zod';
import { EncounterId } from '#core/domain/encounter.ts';
import { ChosenFacts, GroundFacts, GroundId, GroundListing } from '#core/domain/ground.ts';
import { LawId } from '#core/domain/law-confirmation.ts';
import { StaffId, StaffMember } from '#core/domain/staff.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { channel, DiskFull, failure, NoError, NoRequest, Nothing } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

const OpenProblem = z.union([GateArmed, failure('EncounterUnknown', {})]);

/** Who can read and countersign, apart from whoever asks. */
export const listColleagues = channel(
  'ground.colleagues',
  NoRequest,
  z.array(StaffMember),
  NoError,
);

/** Puts a ground down. A danger to life and a child can be acted on at once; a duty after a second member. */
export const recordGround = channel(
  'ground.record',
  z.strictObject({
    encounterId: EncounterId,
    facts: ChosenFacts,
    readers: z.array(StaffId),
  }),
  GroundListing,
  z.union([
    OpenProblem,
    failure('RecipientUnknown', {}),
    /** No such statement in the law of this place, or not one for this ground. */
    failure('LawUnknown', {}),
    /** The law that this place has had confirmed says no. Never for a danger to life. */
    failure('LawForbids', { law: LawId, text: z.string(), confirmedBy: z.string() }),
    DiskFull,
  ]),
);

const Listed = GroundListing.extend({
  standing: z.enum(['waits-for-second', 'to-countersign', 'overdue', 'signed']),
  madeByName: z.string(),
  signedByName: z.string().nullable(),
  isMine: z.boolean(),
});

/** What this member made or may read, without a word about anybody. */
export const listGrounds = channel(
  'ground.list',
  NoRequest,
  z.strictObject({
    grounds: z.array(Listed),
    toSign: z.number().int(),
    /** Acted on alone and not signed within a day, by whomever. */
    overdue: z.number().int(),
  }),
  NoError,
);

/** The ground with its facts. The caller says that nobody else can see the screen. */
export const readGround = channel(
  'ground.read',
  z.strictObject({ id: GroundId, isAlone: z.literal(true) }),
  z.strictObject({ listing: Listed, facts: GroundFacts }),
  failure('GroundUnknown', {}),
);

/** Signs as the second member. */
export const countersign = channel(
  'ground.countersign',
  z.strictObject({ id: GroundId }),
  Nothing,
  z.union([
    failure('GroundUnknown', {}),
    failure('AnotherMustSign', {}),
    failure('AlreadySigned', {}),
    DiskFull,
  ]),
);

/** What may be said on the telephone. It counts as passed on from here. */
export const passOn = channel(
  'ground.passOn',
  z.strictObject({ encounterId: EncounterId, groundId: GroundId }),
  Sheet,
  z.union([
    OpenProblem,
    failure('GroundUnknown', {}),
    failure('RecipientUnknown', {}),
    /** A second member has to confirm first. */
    failure('SecondMemberMissing', {}),
    failure('ConsentMissing', {}),
    failure('LedgerBroken', {}),
    DiskFull,
  ]),
);
