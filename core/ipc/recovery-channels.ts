import { z } from 'zod';
import {
  DisplayName,
  PasswordAttempt,
  SignInName,
  StaffId,
  StaffMember,
} from '#core/domain/staff.ts';
import { PrintProblem } from '#core/sheet/printing.ts';
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

/** What somebody typed from two sheets, each as one text. */
const TypedSheets = z.tuple([z.string().max(500), z.string().max(500)]);

/** One sheet: its words in their order. */
const SheetWords = z.array(z.string()).length(15);

const SheetsProblem = [
  failure('SheetIncomplete', { sheet: z.number(), words: z.number(), needed: z.number() }),
  failure('WordUnknown', { sheet: z.number(), word: z.number() }),
  failure('WordsMistyped', { sheet: z.number() }),
  failure('SheetOfAnotherSet', { sheet: z.number() }),
  failure('SameSheetTwice', {}),
] as const;

/** Whether the sheets have been proven, and whether some wait to be typed back. */
export const readRecovery = channel(
  'recovery.read',
  NoRequest,
  z.strictObject({
    proven: z.enum(['none', 'sound', 'used']),
    /** When those that count were made. */
    provenAt: z.iso.datetime().nullable(),
    madeAt: z.iso.datetime().nullable(),
  }),
  NoError,
);

/** Makes three sheets and sends each to the printer as a document of its own. */
export const printRecovery = channel(
  'recovery.print',
  NoRequest,
  Nothing,
  z.union([NotAllowed, DiskFull, LockedMeanwhile, PrintProblem]),
);

/** Makes three sheets for a place without a printer, to be written down from the screen. */
export const writeRecovery = channel(
  'recovery.write',
  NoRequest,
  z.array(SheetWords).length(3),
  z.union([NotAllowed, DiskFull, LockedMeanwhile]),
);

/** The drill: two of the sheets made last, typed back. From then on they count. */
export const proveRecovery = channel(
  'recovery.prove',
  z.strictObject({ sheets: TypedSheets }),
  Nothing,
  z.union([
    ...SheetsProblem,
    NotAllowed,
    DiskFull,
    LockedMeanwhile,
    failure('NoSheetsMade', {}),
    StoreProblem,
  ]),
);

const WayProblem = [
  ...SheetsProblem,
  failure('NoSheetsCount', {}),
  failure('StoreUnreadable', { folder: z.string() }),
  failure('StoreInUse', {}),
  failure('SchemaTooNew', { schema: z.number(), readable: z.number() }),
  LockedMeanwhile,
  DiskFull,
  StoreProblem,
] as const;

/** At the lock screen: whom two sheets can bring back. */
export const lookWithSheets = channel(
  'recovery.look',
  z.strictObject({ sheets: TypedSheets }),
  z.array(z.strictObject({ id: StaffId, displayName: DisplayName })),
  z.union(WayProblem),
);

/** Opens for a lead, who chooses a new password, and signs them in. */
export const recover = channel(
  'recovery.recover',
  z.strictObject({
    sheets: TypedSheets,
    member: StaffId,
    signInName: SignInName,
    password: PasswordAttempt,
  }),
  StaffMember,
  z.union([
    ...WayProblem,
    PasswordRejected,
    failure('SignInNameTaken', {}),
    failure('MemberUnknown', {}),
  ]),
);
