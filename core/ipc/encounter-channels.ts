import { z } from 'zod';
import { Company } from '#core/domain/company.ts';
import { AskedBefore } from '#core/domain/case-page.ts';
import { Encounter, EncounterId, EncounterListing, VisitDraft } from '#core/domain/encounter.ts';
import { DisplayName } from '#core/domain/staff.ts';
import { channel, DiskFull, failure, NoError, NoRequest, NotAllowed, Nothing } from './channel.ts';

/** The alone-gate is armed: nothing about a person is handed out until somebody confirms. */
export const GateArmed = failure('GateArmed', {});
const EncounterUnknown = failure('EncounterUnknown', {});
/** A colleague began it and can go on with it: what they typed is not written over. */
const VisitOfColleague = failure('VisitOfColleague', { colleague: DisplayName });

export const listEncounters = channel(
  'encounter.list',
  NoRequest,
  z.array(EncounterListing),
  NoError,
);

/**
 * Begins a visit. It exists from now on, and its gate is armed. `RecoveryNotProven`: nobody has
 * shown yet that a forgotten password can be opened, and no record may depend on one alone.
 */
export const startEncounter = channel(
  'encounter.start',
  NoRequest,
  EncounterListing,
  z.union([NotAllowed, DiskFull, failure('RecoveryNotProven', {})]),
);

/** Somebody of the staff says that nobody else can see or hear. Opens the gate for this visit only. */
export const confirmAlone = channel(
  'encounter.confirmAlone',
  z.strictObject({ id: EncounterId }),
  Encounter,
  z.union([GateArmed, EncounterUnknown]),
);

/** What was asked at earlier visits of the same person, so that nobody asks again unknowing (R55). */
export const readAskedBefore = channel(
  'encounter.readAskedBefore',
  z.strictObject({ id: EncounterId }),
  AskedBefore,
  z.union([GateArmed, EncounterUnknown]),
);

/**
 * Notes who came along, also while the gate is armed: it adds to what is there and hands
 * nothing out.
 */
export const noteCompany = channel(
  'encounter.noteCompany',
  z.strictObject({ id: EncounterId, company: Company }),
  Nothing,
  z.union([EncounterUnknown, VisitOfColleague, failure('EncounterClosed', {}), DiskFull]),
);

/** Arms the gate again without closing anything. */
export const armGate = channel('encounter.armGate', NoRequest, Nothing, NoError);

/**
 * Keeps a draft. Answered only when it is on the disk for good: written, synced and folded
 * into the database file.
 */
export const saveDraft = channel(
  'encounter.saveDraft',
  z.strictObject({ id: EncounterId, draft: VisitDraft }),
  z.strictObject({ version: z.number().int() }),
  z.union([
    GateArmed,
    EncounterUnknown,
    VisitOfColleague,
    failure('EncounterClosed', {}),
    DiskFull,
  ]),
);

export const closeEncounter = channel(
  'encounter.close',
  z.strictObject({ id: EncounterId }),
  Nothing,
  z.union([GateArmed, EncounterUnknown, VisitOfColleague, failure('OutcomeMissing', {}), DiskFull]),
);
