import { z } from 'zod';
import { CaseId } from '#core/domain/encounter.ts';
import { PresentEntry, PresentNote, SightingEntry, SightingNote } from '#core/domain/restricted.ts';
import { CaseUnknown } from './case-channels.ts';
import { channel, DiskFull } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

// Answered when only staff can see the screen, and at no other time. No sheet is composed of it.

const Problem = z.union([GateArmed, CaseUnknown]);
const WriteProblem = z.union([Problem, DiskFull]);

export const readRestricted = channel(
  'restricted.read',
  z.strictObject({ caseId: CaseId }),
  z.strictObject({ present: z.array(PresentEntry), sightings: z.array(SightingEntry) }),
  Problem,
);

export const addPresentNote = channel(
  'restricted.addPresent',
  z.strictObject({ caseId: CaseId, note: PresentNote }),
  PresentEntry,
  WriteProblem,
);

export const addSighting = channel(
  'restricted.addSighting',
  z.strictObject({ caseId: CaseId, note: SightingNote }),
  SightingEntry,
  WriteProblem,
);
