import { z } from 'zod';
import { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { DeskTyped, Typed, TypedAbout } from '#core/domain/typed.ts';
import { CaseUnknown } from './case-channels.ts';
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

const DeskProblem = z.union([GateArmed, CaseUnknown]);

/** The same for words typed at the desk, beside the page of a case. Empty words are kept no longer. */
export const keepAtDesk = channel(
  'typed.keepAtDesk',
  z.strictObject({ caseId: CaseId, typed: DeskTyped }),
  Nothing,
  z.union([DeskProblem, DiskFull]),
);

/** What this member typed beside the page of a case and has not written down. Nobody else gets it. */
export const readAtDesk = channel(
  'typed.readAtDesk',
  z.strictObject({ caseId: CaseId }),
  z.array(DeskTyped),
  DeskProblem,
);
