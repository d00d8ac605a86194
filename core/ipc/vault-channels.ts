import { z } from 'zod';
import { Facility } from '#core/domain/facility.ts';
import { DisplayName, PasswordAttempt, SignInName, StaffMember } from '#core/domain/staff.ts';
import { StoreProblem } from './app-channels.ts';
import { channel, failure, NoError, NoRequest, Nothing } from './channel.ts';

const PasswordRejected = failure('PasswordRejected', {
  problem: z.union([
    failure('TooShort', { atLeast: z.number() }),
    failure('TooLong', { atMost: z.number() }),
    failure('TooPlain', {}),
    failure('ContainsOwnName', {}),
  ]),
});

const DiskFull = failure('DiskFull', {});

/** Lays down the vault of a facility and its first safeguarding lead, and signs them in. */
export const setUpVault = channel(
  'vault.setUp',
  z.strictObject({
    facility: Facility.pick({ name: true, jurisdiction: true }),
    displayName: DisplayName,
    signInName: SignInName,
    password: PasswordAttempt,
  }),
  StaffMember,
  z.union([
    PasswordRejected,
    DiskFull,
    failure('AlreadySetUp', {}),
    failure('JurisdictionUnknown', {}),
    StoreProblem,
  ]),
);

export const unlockVault = channel(
  'vault.unlock',
  z.strictObject({ signInName: SignInName, password: PasswordAttempt }),
  StaffMember,
  z.union([
    /** Also when the name is unknown: the two look alike, in words and in time. */
    failure('WrongPassword', {}),
    failure('StoreUnreadable', { folder: z.string() }),
    failure('StoreInUse', {}),
    /** It was locked while the password was being checked. */
    failure('LockedMeanwhile', {}),
    failure('SchemaTooNew', { schema: z.number(), readable: z.number() }),
    DiskFull,
    StoreProblem,
  ]),
);

/** Saves what is pending, closes the database, wipes the keys and replaces the page. */
export const lockVault = channel('vault.lock', NoRequest, Nothing, NoError);
