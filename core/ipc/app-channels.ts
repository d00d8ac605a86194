import { z } from 'zod';
import { StaffMember } from '#core/domain/staff.ts';
import { channel, failure, NoError, NoRequest } from './channel.ts';

/** Why the store cannot be used. Whatever the reason, no new store is made in its place. */
export const StoreProblem = z.union([
  failure('FolderReadOnly', { folder: z.string() }),
  failure('KeyFileMissing', { folder: z.string() }),
  failure('KeyFileDamaged', { folder: z.string() }),
  failure('KeyFileTooNew', { folder: z.string() }),
  failure('StoreMissing', { folder: z.string() }),
]);
export type StoreProblem = z.infer<typeof StoreProblem>;

export const VaultStatus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('locked') }),
  z.strictObject({ kind: z.literal('open'), member: StaffMember }),
  z.strictObject({ kind: z.literal('unusable'), problem: StoreProblem }),
]);
export type VaultStatus = z.infer<typeof VaultStatus>;

export const AppStatus = z.strictObject({
  version: z.string(),
  /** True when run from source or on an Electron that gets no more security fixes. */
  isPracticeCopy: z.boolean(),
  vault: VaultStatus,
});
export type AppStatus = z.infer<typeof AppStatus>;

export const readStatus = channel('app.readStatus', NoRequest, AppStatus, NoError);
