import { z } from 'zod';
import { BackupCopy, BackupProgress, CopyName, Loss } from '#core/domain/backup.ts';
import { PasswordAttempt, SignInName } from '#core/domain/staff.ts';
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
import { TryProblem } from './vault-channels.ts';

/** A folder as somebody types it. The main process judges it (docs/adr/0011). */
const TypedFolder = z.string().trim().min(1).max(500);

const TargetUnusable = failure('TargetUnusable', {
  folder: z.string(),
  why: z.enum(['not-a-full-path', 'not-there', 'not-writable', 'inside-quietroom']),
});

export const BackupState = z.strictObject({
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({
      kind: z.literal('folder'),
      folder: z.string(),
      /** False while the stick is not plugged in. */
      isThere: z.boolean(),
      copies: z.array(BackupCopy),
    }),
  ]),
  progress: BackupProgress,
});
export type BackupState = z.infer<typeof BackupState>;

/** Where copies go, which there are, and how far one is that is being made. */
export const readBackupState = channel('backup.readState', NoRequest, BackupState, NotAllowed);

export const chooseBackupTarget = channel(
  'backup.chooseTarget',
  z.strictObject({ folder: TypedFolder }),
  Nothing,
  z.union([NotAllowed, TargetUnusable, DiskFull]),
);

/** Makes a copy now. Answered when it has been read back, or has failed. */
export const makeBackup = channel(
  'backup.make',
  NoRequest,
  BackupCopy,
  z.union([
    NotAllowed,
    failure('NoTarget', {}),
    failure('BackupRunning', {}),
    failure('TargetMissing', { folder: z.string() }),
    failure('TargetFull', { folder: z.string() }),
    failure('TargetFailed', { folder: z.string() }),
    failure('StoreDamaged', {}),
    LockedMeanwhile,
  ]),
);

/**
 * The folders in a folder, or with null the sticks and the home of this account, for somebody who
 * looks for a place of copies instead of typing it.
 */
export const lookIntoFolder = channel(
  'restore.lookInto',
  z.strictObject({ folder: TypedFolder.nullable() }),
  z.strictObject({
    folder: z.string().nullable(),
    above: z.string().nullable(),
    folders: z.array(z.strictObject({ path: z.string(), name: z.string() })),
  }),
  z.union([NotAllowed, failure('FolderClosed', { folder: z.string() })]),
);

/** The copies in a folder, newest first, for somebody who wants to go back to one. */
export const listCopiesIn = channel(
  'restore.list',
  z.strictObject({ folder: TypedFolder }),
  z.array(BackupCopy),
  z.union([NotAllowed, failure('NoCopies', { folder: z.string() })]),
);

/** Opens a copy, reads it through, and says what going back to it would take back. Changes nothing. */
export const inspectCopy = channel(
  'restore.inspect',
  z.strictObject({
    folder: TypedFolder,
    name: CopyName,
    signInName: SignInName,
    password: PasswordAttempt,
  }),
  z.strictObject({ takenAt: z.iso.datetime(), loss: Loss }),
  z.union([
    NotAllowed,
    DiskFull,
    ...TryProblem.options,
    failure('CopyUnusable', {}),
    failure('CopyOfAnother', {}),
  ]),
);

/**
 * Goes back to the copy that was inspected last. What is there now is kept under another name;
 * the page is replaced by the sign-in screen.
 */
export const goBackToCopy = channel(
  'restore.goBack',
  NoRequest,
  Nothing,
  z.union([NotAllowed, failure('CopyUnusable', {})]),
);

/** Whether somebody at the closed store may go back to a copy: it is missing, or was found to be unreadable. */
export const readRestoreDue = channel('restore.isDue', NoRequest, z.boolean(), NoError);
