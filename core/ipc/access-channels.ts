import { z } from 'zod';
import { CaseId } from '#core/domain/encounter.ts';
import { CaseReader } from '#core/domain/people.ts';
import { StaffId, StaffMember } from '#core/domain/staff.ts';
import { CaseUnknown } from './case-channels.ts';
import { channel, DiskFull, failure, NotAllowed, Nothing } from './channel.ts';

const Problem = z.union([
  CaseUnknown,
  failure('MemberUnknown', {}),
  failure('AlreadySo', {}),
  NotAllowed,
  failure('LeadReadsAll', {}),
  DiskFull,
]);

/** Who may open a case, and to whom it could be given; for one who may open it. */
export const readAccess = channel(
  'access.read',
  z.strictObject({ caseId: CaseId }),
  z.strictObject({ readers: z.array(CaseReader), others: z.array(StaffMember) }),
  CaseUnknown,
);

/** A colleague may open the case from now on, beside those who may already. */
export const shareCase = channel(
  'access.share',
  z.strictObject({ caseId: CaseId, to: StaffId }),
  Nothing,
  Problem,
);

/** A colleague may open the case from now on, and whoever hands it over no longer. */
export const handOverCase = channel(
  'access.handOver',
  z.strictObject({ caseId: CaseId, to: StaffId }),
  Nothing,
  Problem,
);

/** A colleague may not open the case any more. It gets another key. */
export const withdrawCase = channel(
  'access.withdraw',
  z.strictObject({ caseId: CaseId, from: StaffId }),
  Nothing,
  Problem,
);
