import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import { StaffId } from '#core/domain/staff.ts';
import { isDiskFull } from '../platform/files.ts';
import { type CheckedFile, mendCopy, readCopies, writeCopy } from './checked-file.ts';

/**
 * The slot file: for each member a slot that turns a password into keys. It lies beside the
 * database in two checked copies (checked-file.ts), and holds nothing that names a person.
 */
const Base64 = z.base64().max(1_000);

/** 16 bytes. */
const Salt = z.base64().length(24);

const Kdf = z.strictObject({
  algorithm: z.literal('argon2id13'),
  opsLimit: z.number().int().min(1).max(20),
  memLimitBytes: z.number().int().min(8_192).max(1_073_741_824),
  salt: Salt,
});

export const Slot = z.strictObject({
  staffId: StaffId,
  /** Derived from the sign-in name, so that the name itself is in no file. */
  handle: Base64,
  /** Part of what the seal authenticates: whoever weakens it gets a slot that does not open. */
  kdf: Kdf,
  /** The member's seed, sealed under the key that the password gives. */
  sealedSeed: Base64,
  boxPublic: Base64,
  /** The database key, sealed for this member; the seal of the seed covers it. */
  sealedDatabaseKey: Base64,
  /**
   * The keys that came after that one, each sealed for this member by whoever changed the key and
   * vouched for with the key before. Empty again after the member's next sign-in.
   */
  links: z
    .array(z.strictObject({ sealed: Base64, proof: z.hex().max(64) }))
    .max(400)
    .default([]),
  /** The member's seed, sealed for the recovery key that is named: two paper shares open it. */
  recoverySeed: z.strictObject({ recoveryPublic: Base64, sealed: Base64 }).optional(),
});
export type Slot = z.infer<typeof Slot>;

/** What two of the three paper shares open (electron/vault/recovery.ts). */
export const RecoverySlot = z.strictObject({
  recoveryPublic: Base64,
  sealedDatabaseKey: Base64,
});

export const SlotTable = z.strictObject({
  vaultId: z.uuid(),
  /** Grows with every change; of two sound copies the higher one counts. */
  generation: z.number().int().positive(),
  /** How handles are derived from sign-in names. */
  handleKdf: Kdf.omit({ algorithm: true }),
  slots: z.array(Slot).min(1).max(500),
  /** Who was removed: an older copy must not bring them back. Only ever grows. */
  removed: z.array(StaffId).max(2_000).default([]),
  recovery: RecoverySlot.optional(),
});
export type SlotTable = z.infer<typeof SlotTable>;

export const slotFileNames = ['access-a.json', 'access-b.json'] as const;

const slotFile = {
  names: slotFileNames,
  format: 1,
  body: SlotTable,
  sizeLimitBytes: 2_000_000,
} satisfies CheckedFile<typeof SlotTable>;

export type SlotFileProblem = 'absent' | 'damaged' | 'too-new';

/**
 * The slot tables that may count, the likeliest first: nearly always one. A copy that is
 * missing, damaged or behind is written anew from the other one, if the disk lets it. Where
 * the copies belong to different vaults both are left alone: only the store can tell which
 * one is its own.
 */
export function readSlotFile(folder: string): Result<readonly SlotTable[], SlotFileProblem> {
  const copies = readCopies(folder, slotFile);
  if (copies.some(({ kind }) => kind === 'too-new')) return err('too-new');
  const tables = copies.flatMap((copy) => (copy.kind === 'sound' ? [copy.value] : []));
  const [newest] = tables.toSorted((a, b) => b.generation - a.generation);
  if (newest === undefined) {
    return err(copies.every(({ kind }) => kind === 'absent') ? 'absent' : 'damaged');
  }
  if (tables.some(({ vaultId }) => vaultId !== newest.vaultId)) return ok(tables);
  copies.forEach((copy, at) => {
    const isCurrent = copy.kind === 'sound' && copy.value.generation === newest.generation;
    if (!isCurrent) mendCopy(folder, slotFile, slotFileNames[at] ?? slotFileNames[0], newest);
  });
  return ok([newest]);
}

/** Puts one table into both copies, as far as the disk lets it today. */
export function settleSlotFile(folder: string, table: SlotTable): void {
  for (const name of slotFileNames) mendCopy(folder, slotFile, name, table);
}

/** Writes both copies, one after the other, so that one of them is whole at every moment. */
export function writeSlotFile(folder: string, table: SlotTable): void {
  for (const name of slotFileNames) writeCopy(folder, slotFile, name, table);
}

/**
 * Puts a changed table in the place of the one it grew from. The change is done as soon as the
 * first copy is: the second is then behind, and whoever reads next mends it.
 *
 * @returns DiskFull where there is no room for it: the table that counts is then still the old one
 * @throws any other error of the system, and the old one counts too
 */
export function replaceSlotTable(
  folder: string,
  table: SlotTable,
): Result<null, { readonly kind: 'DiskFull' }> {
  const [first, second] = slotFileNames;
  try {
    writeCopy(folder, slotFile, first, table);
  } catch (error) {
    // Also thrown when the new file was in its place already and only its folder was not synced.
    const counting = readSlotFile(folder);
    const isInPlace = counting.ok && counting.value[0]?.generation === table.generation;
    if (!isInPlace && isDiskFull(error)) return err({ kind: 'DiskFull' });
    if (!isInPlace) throw error;
  }
  mendCopy(folder, slotFile, second, table);
  return ok(null);
}

/** Puts a slot that was sealed anew in the place of the one it grew from, if the disk lets it today. */
export function rebindSlot(folder: string, vaultId: string, slot: Slot): void {
  const found = readSlotFile(folder);
  const table = found.ok ? found.value.find((one) => one.vaultId === vaultId) : undefined;
  if (table === undefined) return;
  const { sealedSeed, sealedDatabaseKey, links } = slot;
  const slots = table.slots.map((other) =>
    other.staffId === slot.staffId ? { ...other, sealedSeed, sealedDatabaseKey, links } : other,
  );
  try {
    replaceSlotTable(folder, { ...table, generation: table.generation + 1, slots });
  } catch {
    // The slot opens as it is; the next sign-in tries again.
  }
}
