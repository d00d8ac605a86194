import { z } from 'zod';
import { CaseId, EncounterId, EncounterListing } from '#core/domain/encounter.ts';
import { PinAttempt } from '#core/domain/session-pin.ts';
import { Spot } from '#core/domain/spot.ts';
import { channel, failure, NoError, NoRequest, Nothing } from './channel.ts';

/** Lays the cover over the window, as its key does. */
export const showCover = channel('watch.cover', NoRequest, Nothing, NoError);

/** The PIN that leaves the cover in this session. Kept in memory only, and gone at the lock. */
export const choosePin = channel(
  'watch.choosePin',
  z.strictObject({ digits: PinAttempt }),
  Nothing,
  failure('PinTooPlain', {}),
);

/** The reading for staff was opened or left: it is covered too when nobody touches it. */
export const reportReading = channel(
  'watch.reading',
  z.strictObject({ reading: z.enum(['begun', 'ended']) }),
  Nothing,
  NoError,
);

/** The page has put away all that stood behind the alone-gate. */
export const reportCleared = channel('watch.cleared', NoRequest, Nothing, NoError);

/** The page has drawn what it shows once the cover is gone. */
export const reportRedrawn = channel('watch.redrawn', NoRequest, Nothing, NoError);

/** Something was copied or cut in the page, by whatever means: the clipboard is to forget it. */
export const reportCopied = channel('watch.copied', NoRequest, Nothing, NoError);

/**
 * Where this member was when the records locked by themselves: in a visit, if it is still open, or
 * reading a case, if they may still open it.
 */
export const readInterrupted = channel(
  'watch.readInterrupted',
  NoRequest,
  z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('visit'), visit: EncounterListing }),
      z.strictObject({ kind: z.literal('case'), caseId: CaseId }),
    ])
    .nullable(),
  NoError,
);

/** Where the member is on the page of the open visit. Kept in memory only, for the way back to it. */
export const reportSpot = channel(
  'watch.reportSpot',
  z.strictObject({ encounterId: EncounterId, spot: Spot }),
  Nothing,
  NoError,
);

/** Where the same member was in this visit, once somebody has confirmed to be alone again. */
export const readSpot = channel(
  'watch.readSpot',
  z.strictObject({ encounterId: EncounterId }),
  Spot.nullable(),
  NoError,
);
