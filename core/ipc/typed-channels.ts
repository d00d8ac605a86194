import { z } from 'zod';
import { EncounterId } from '#core/domain/encounter.ts';
import { Typed, TypedAbout } from '#core/domain/typed.ts';
import { channel, DiskFull, failure, Nothing } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

const OpenProblem = z.union([GateArmed, failure('EncounterUnknown', {})]);

/** Keeps what this member is typing beside a visit. Answered when it is on the disk for good. */
export const keepTyped = channel(
  'typed.keep',
  z.strictObject({ encounterId: EncounterId, typed: Typed }),
  Nothing,
  z.union([OpenProblem, DiskFull]),
);

/** What this member typed for this case and has not written down. Nobody else gets it. */
export const readTyped = channel(
  'typed.read',
  z.strictObject({ encounterId: EncounterId }),
  z.array(Typed),
  OpenProblem,
);

/** Throws away what this member typed about one thing. */
export const dropTyped = channel(
  'typed.drop',
  z.strictObject({ encounterId: EncounterId, about: TypedAbout }),
  Nothing,
  z.union([OpenProblem, DiskFull]),
);
