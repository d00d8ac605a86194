import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import { StaffId } from '#core/domain/staff.ts';
import { readSmallFile, replaceFile } from '../platform/files.ts';

/**
 * The slot file: for each member a slot that turns a password into keys. It lies beside the
 * database in two copies, each with a checksum, and holds nothing that names a person.
 *
 *   { "format": 1, "checksum": "<SHA-256 of format and body>", "body": "<JSON of SlotTable>" }
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
  /** The database key, sealed for this member. */
  sealedDatabaseKey: Base64,
});
export type Slot = z.infer<typeof Slot>;

export const SlotTable = z.strictObject({
  vaultId: z.uuid(),
  /** Grows with every change; of two sound copies the higher one counts. */
  generation: z.number().int().positive(),
  /** How handles are derived from sign-in names. */
  handleKdf: Kdf.omit({ algorithm: true }),
  slots: z.array(Slot).min(1).max(500),
});
export type SlotTable = z.infer<typeof SlotTable>;

const slotFormat = 1;
const sizeLimitBytes = 2_000_000;
/** This much is the same in every format, so that an older program can tell a newer file from a damaged one. */
const Envelope = z.strictObject({
  format: z.number().int(),
  checksum: z.string(),
  body: z.string(),
});
type Envelope = z.infer<typeof Envelope>;

export const slotFileNames = ['access-a.json', 'access-b.json'] as const;

type Copy =
  | { readonly kind: 'absent' | 'damaged' | 'too-new' }
  | { readonly kind: 'sound'; readonly table: SlotTable };

export type SlotFileProblem = 'absent' | 'damaged' | 'too-new';

/**
 * The slot tables that may count, the likeliest first: nearly always one. A copy that is
 * missing, damaged or behind is written anew from the other one, if the disk lets it. Where
 * the copies belong to different vaults both are left alone: only the store can tell which
 * one is its own.
 */
export function readSlotFile(folder: string): Result<readonly SlotTable[], SlotFileProblem> {
  const copies = slotFileNames.map((name) => readCopy(join(folder, name)));
  if (copies.some(({ kind }) => kind === 'too-new')) return err('too-new');
  const tables = copies.flatMap((copy) => (copy.kind === 'sound' ? [copy.table] : []));
  const [newest] = tables.toSorted((a, b) => b.generation - a.generation);
  if (newest === undefined) {
    return err(copies.every(({ kind }) => kind === 'absent') ? 'absent' : 'damaged');
  }
  if (tables.some(({ vaultId }) => vaultId !== newest.vaultId)) return ok(tables);
  copies.forEach((copy, at) => {
    const isCurrent = copy.kind === 'sound' && copy.table.generation === newest.generation;
    if (!isCurrent) repair(join(folder, slotFileNames[at] ?? slotFileNames[0]), newest);
  });
  return ok([newest]);
}

/** Puts one table into both copies, as far as the disk lets it today. */
export function settleSlotFile(folder: string, table: SlotTable): void {
  for (const name of slotFileNames) repair(join(folder, name), table);
}

/** A copy that cannot be mended today, as on a full disk, is mended another day: the other one is sound. */
function repair(path: string, table: SlotTable): void {
  try {
    replaceFile(path, serialise(table));
  } catch {
    // Nothing was changed.
  }
}

/** Writes both copies, one after the other, so that one of them is whole at every moment. */
export function writeSlotFile(folder: string, table: SlotTable): void {
  for (const name of slotFileNames) replaceFile(join(folder, name), serialise(table));
}

function serialise(table: SlotTable): Buffer {
  // Parsed once more, so that the same table is the same bytes however it came about.
  const body = JSON.stringify(SlotTable.parse(table));
  const checksum = checksumOf({ format: slotFormat, body });
  return Buffer.from(`${JSON.stringify({ format: slotFormat, checksum, body })}
`);
}

function readCopy(path: string): Copy {
  const bytes = readSmallFile(path, sizeLimitBytes);
  if (bytes === 'absent') return { kind: 'absent' };
  if (typeof bytes === 'string') return { kind: 'damaged' };
  const json = parseJson(bytes.toString('utf8'));
  const envelope = Envelope.safeParse(json);
  if (!envelope.success || checksumOf(envelope.data) !== envelope.data.checksum)
    return { kind: 'damaged' };
  if (envelope.data.format > slotFormat) return { kind: 'too-new' };
  const table = SlotTable.safeParse(parseJson(envelope.data.body));
  return table.success ? { kind: 'sound', table: table.data } : { kind: 'damaged' };
}

function checksumOf({ format, body }: Pick<Envelope, 'format' | 'body'>): string {
  return createHash('sha256').update(`${format}\n${body}`).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
