import { z } from 'zod';
import { CaseEntry, CaseNote } from '#core/domain/case-entry.ts';
import { CaseListing, CasePage, FoundCase, VisitDanger } from '#core/domain/case-page.ts';
import { CaseId, EncounterId, EncounterListing } from '#core/domain/encounter.ts';
import { channel, DiskFull, failure, NoError, NoRequest, Nothing } from './channel.ts';
import { GateArmed } from './encounter-channels.ts';

/** No such case, or this member holds no key to it: the two look alike. */
export const CaseUnknown = failure('CaseUnknown', {});

/** A piece of a list: from where, and how many at most. */
const Piece = { after: z.number().int().nonnegative(), count: z.number().int().min(1).max(200) };
const total = z.number().int().nonnegative();

/** Times and states only, the case with the latest visit first. */
export const listCases = channel(
  'case.list',
  z.strictObject(Piece),
  z.strictObject({ total, cases: z.array(CaseListing) }),
  NoError,
);

/** Begins the next visit of a case. Its gate is armed, like that of a first one. */
export const startNextVisit = channel(
  'case.startNextVisit',
  z.strictObject({ caseId: CaseId }),
  EncounterListing,
  z.union([CaseUnknown, DiskFull]),
);

/**
 * Somebody of the staff says that no one but staff can see the screen. Opens what is read at the
 * desk without the person; a visit stays closed, and everything that arms the gate ends it.
 */
export const confirmStaffOnly = channel('case.confirmStaffOnly', NoRequest, Nothing, GateArmed);

/** The cases that fit, best first; with no words all of them, the latest first. */
export const findCases = channel(
  'case.find',
  z.strictObject({ words: z.string().max(200), ...Piece }),
  z.strictObject({
    total,
    cases: z.array(FoundCase),
    /** Whether every case has been looked into by now; before, one that fits may be missing. */
    isComplete: z.boolean(),
  }),
  GateArmed,
);

export const readCase = channel(
  'case.read',
  z.strictObject({
    caseId: CaseId,
    /** The visit that is being prepared: it says nothing of what was before. */
    preparing: EncounterId.optional(),
  }),
  CasePage,
  z.union([GateArmed, CaseUnknown]),
);

/** What every visit of a case knows about danger, the latest first. */
export const readDanger = channel(
  'case.readDanger',
  z.strictObject({ caseId: CaseId }),
  z.array(VisitDanger),
  z.union([GateArmed, CaseUnknown]),
);

/** Adds to a case, signed by whoever is signed in. What is there already stays as it is. */
export const addNote = channel(
  'case.addNote',
  z.strictObject({ caseId: CaseId, note: CaseNote }),
  CaseEntry,
  z.union([
    GateArmed,
    CaseUnknown,
    DiskFull,
    /** An open visit is changed, not corrected. */
    failure('VisitStillOpen', {}),
    failure('EncounterUnknown', {}),
    failure('MemberUnknown', {}),
  ]),
);
