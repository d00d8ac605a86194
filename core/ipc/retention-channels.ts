import { z } from 'zod';
import { CaseId } from '#core/domain/encounter.ts';
import { DueErasure, HoldReason, InCopies, RetentionRules } from '#core/domain/retention.ts';
import { CaseUnknown } from './case-channels.ts';
import { channel, DiskFull, failure, NoRequest, NotAllowed, Nothing } from './channel.ts';

/** The periods of this place, and the cases whose periods are over. */
export const readRetention = channel(
  'retention.read',
  NoRequest,
  z.strictObject({ rules: RetentionRules, due: z.array(DueErasure), inCopies: InCopies }),
  NotAllowed,
);

export const changeRetention = channel(
  'retention.change',
  z.strictObject({ rules: RetentionRules }),
  Nothing,
  z.union([NotAllowed, DiskFull]),
);

/** Keeps a case that is due until a later day, for a reason. */
export const keepCase = channel(
  'retention.keep',
  z.strictObject({ caseId: CaseId, until: z.iso.date(), reason: HoldReason }),
  Nothing,
  z.union([NotAllowed, CaseUnknown, DiskFull, failure('DayPast', {})]),
);

/** Erases a case for good. Only one that is due; what copies still hold is answered. */
export const eraseCase = channel(
  'retention.erase',
  z.strictObject({ caseId: CaseId }),
  z.strictObject({
    inCopies: InCopies,
    /** False where the disk had no room to write the store anew: the next erasure does it. */
    isRewritten: z.boolean(),
  }),
  z.union([NotAllowed, CaseUnknown, DiskFull]),
);
