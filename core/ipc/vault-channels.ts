import { z } from 'zod';
import { Facility } from '#core/domain/facility.ts';
import { DisplayName, PasswordAttempt, SignInName, StaffMember } from '#core/domain/staff.ts';
import { StoreProblem } from './app-channels.ts';
import {
  channel,
  DiskFull,
  failure,
  LockedMeanwhile,
  NamesSubject,
  NoError,
  NoRequest,
  Nothing,
} from './channel.ts';

export const PasswordRejected = failure('PasswordRejected', {
  problem: z.union([
    failure('TooShort', { atLeast: z.number() }),
    failure('TooLong', { atMost: z.number() }),
    failure('TooPlain', {}),
    failure('TooCommon', {}),
    failure('ContainsOwnName', {}),
  ]),
});

/** Why a password did not open, or was not even tried. */
export const TryProblem = z.union([
  /** Also when the name is unknown: the two look alike, in words and in time. */
  failure('WrongPassword', {}),
  /** Too many were wrong in a row; known and unknown names alike. */
  failure('MustWait', { seconds: z.number().int().positive() }),
  /** A hundred in a row: only a recovery opens that name again. */
  failure('TriesUsedUp', {}),
]);

/** Lays down the vault of a facility and its first safeguarding lead, and signs them in. */
export const setUpVault = channel(
  'vault.setUp',
  z.strictObject({
    facility: Facility.pick({ name: true, jurisdiction: true, enabledDrafts: true }),
    displayName: DisplayName,
    signInName: SignInName,
    password: PasswordAttempt,
  }),
  StaffMember,
  z.union([
    PasswordRejected,
    DiskFull,
    LockedMeanwhile,
    failure('AlreadySetUp', {}),
    failure('JurisdictionUnknown', {}),
    NamesSubject,
    StoreProblem,
  ]),
);

export const unlockVault = channel(
  'vault.unlock',
  z.strictObject({ signInName: SignInName, password: PasswordAttempt }),
  StaffMember,
  z.union([
    ...TryProblem.options,
    failure('StoreUnreadable', { folder: z.string() }),
    failure('StoreInUse', {}),
    LockedMeanwhile,
    failure('SchemaTooNew', { schema: z.number(), readable: z.number() }),
    DiskFull,
    StoreProblem,
  ]),
);

/** Another password for the member who is signed in: on the disk either the old one opens or the new one. */
export const changePassword = channel(
  'vault.changePassword',
  z.strictObject({ old: PasswordAttempt, next: PasswordAttempt }),
  Nothing,
  z.union([...TryProblem.options, PasswordRejected, LockedMeanwhile, DiskFull, StoreProblem]),
);

/** Six words by chance, for whoever wants a password that is good and can be remembered. */
export const suggestPassword = channel(
  'vault.suggestPassword',
  NoRequest,
  z.strictObject({ password: z.string() }),
  NoError,
);

/** Saves what is pending, closes the database, wipes the keys and replaces the page. */
export const lockVault = channel('vault.lock', NoRequest, Nothing, NoError);
