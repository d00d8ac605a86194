import { z } from 'zod';
import { StaffListing, StandingChange } from '#core/domain/people.ts';
import {
  DisplayName,
  PasswordAttempt,
  Role,
  SignInName,
  StaffId,
  StaffMember,
} from '#core/domain/staff.ts';
import { StoreProblem } from './app-channels.ts';
import {
  channel,
  DiskFull,
  failure,
  LockedMeanwhile,
  NoError,
  NoRequest,
  NotAllowed,
  Nothing,
} from './channel.ts';
import { PasswordRejected } from './vault-channels.ts';

/** Everybody who works or worked here. */
export const listPeople = channel('staff.list', NoRequest, z.array(StaffListing), NoError);

/**
 * Adds a member, who has chosen name and password at the keyboard themselves. Then it locks: the
 * newcomer, and not the one who handed over the keyboard, is in front of the screen.
 */
export const addMember = channel(
  'staff.add',
  z.strictObject({
    displayName: DisplayName,
    role: Role,
    signInName: SignInName,
    password: PasswordAttempt,
  }),
  StaffMember,
  z.union([
    NotAllowed,
    failure('NameTaken', {}),
    PasswordRejected,
    LockedMeanwhile,
    DiskFull,
    StoreProblem,
  ]),
);

const ChangeProblem = z.union([
  NotAllowed,
  failure('OnYourself', {}),
  failure('LastLead', {}),
  failure('MemberUnknown', {}),
  failure('AlreadySo', {}),
  /** Nobody else could open these cases any more: they are handed over first. */
  failure('HoldsCasesAlone', { cases: z.number().int().positive() }),
  LockedMeanwhile,
  DiskFull,
  StoreProblem,
]);

/** The same for a member who forgot the password: they come back with their cases, and with new keys. */
export const readmitMember = channel(
  'staff.readmit',
  z.strictObject({ member: StaffId, signInName: SignInName, password: PasswordAttempt }),
  StaffMember,
  z.union([
    ...ChangeProblem.options,
    failure('NameTaken', {}),
    PasswordRejected,
    /** Nobody here now could give them these back. */
    failure('HoldsMore', { cases: z.number().int().positive() }),
  ]),
);

export const changeMember = channel(
  'staff.change',
  z.strictObject({ member: StaffId, change: StandingChange }),
  Nothing,
  ChangeProblem,
);

/** For good: the store and every case they held get another key. */
export const removeMember = channel(
  'staff.remove',
  z.strictObject({ member: StaffId }),
  Nothing,
  ChangeProblem,
);
