import type { Instant } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { appendAudit, RecordAltered } from './audit-log.ts';
import { ownSlot } from './change-password.ts';
import { commitIfRoom } from './database.ts';
import { type MemberKeys, sealFor, wipe, wipeMember } from './keys.ts';
import {
  joinSheets,
  makeSheets,
  sheetsMade,
  sheetsNeeded,
  type SheetsProblem,
  type TypedSheets,
} from './recovery-keys.ts';
import {
  readRecoverySets,
  readUncheckedSets,
  type RecoverySets,
  writeRecoverySets,
} from './repositories/recovery-sets.ts';
import { replaceSlotTable, type Slot, type SlotTable } from './slot-file.ts';
import { openKeyOf } from './slots.ts';
import type { StoreProblem } from './store-state.ts';
import type { VaultSession } from './vault.ts';

/** `made`: printed and not typed back yet. `used`: somebody recovered with it, and a new set is due. */
export type RecoveryState = {
  readonly proven: 'none' | 'sound' | 'used';
  readonly provenAt: Instant | null;
  readonly madeAt: Instant | null;
};

export function recoveryStateOf({ database }: VaultSession): RecoveryState {
  const { proven, made } = readRecoverySets(database);
  return {
    proven: proven === undefined ? 'none' : proven.isUsed ? 'used' : 'sound',
    provenAt: proven?.at ?? null,
    madeAt: made?.at ?? null,
  };
}

/** Makes a set of sheets. It counts once two of them have been typed back; until then the one before does. */
export async function makeRecoverySheets(
  session: VaultSession,
  at: Instant,
  isCurrent: () => boolean,
): Promise<
  Result<readonly (readonly string[])[], { readonly kind: 'DiskFull' | 'LockedMeanwhile' }>
> {
  const { recoveryPublic, sheets } = await makeSheets();
  if (!isCurrent()) return err({ kind: 'LockedMeanwhile' });
  const kept = commitIfRoom(session.database, () => {
    const made = { recoveryPublic: recoveryPublic.toString('base64'), at };
    writeRecoverySets(session.database, { ...readRecoverySets(session.database), made });
    appendAudit(session, {
      kind: 'recovery-shares-made',
      shares: sheetsMade,
      needed: sheetsNeeded,
      recoveryPublic: made.recoveryPublic,
    });
  });
  return kept.ok ? ok(sheets) : kept;
}

export type ProveProblem =
  SheetsProblem | { readonly kind: 'NoSheetsMade' | 'DiskFull' | 'LockedMeanwhile' } | StoreProblem;

/**
 * The drill: two sheets of the set that was made last open what they have to. From here on they
 * count, and those of the set before open nothing any more. On the disk it is one replaced file:
 * at every moment exactly one set counts.
 */
export async function proveSheets(
  session: VaultSession,
  folder: string,
  typed: TypedSheets,
  isCurrent: () => boolean,
): Promise<Result<null, ProveProblem>> {
  const { made } = readRecoverySets(session.database);
  if (made === undefined) return err({ kind: 'NoSheetsMade' });
  const joined = await joinSheets(typed, Buffer.from(made.recoveryPublic, 'base64'));
  if (!joined.ok) return joined;
  wipeMember(joined.value);
  if (!isCurrent()) return err({ kind: 'LockedMeanwhile' });
  const sealed = sealForSet(session, folder, made.recoveryPublic);
  return sealed.ok ? promote(session) : sealed;
}

/** Seals the key of the database, and this member's own seed, for a set. */
function sealForSet(
  { member, keys }: VaultSession,
  folder: string,
  recoveryPublic: string,
): Result<null, { readonly kind: 'DiskFull' } | StoreProblem> {
  const found = ownSlot(folder, member.id);
  if (!found.ok) return found;
  const { table, slot } = found.value;
  const databaseKey = openKeyOf(table.vaultId, slot, keys);
  if (databaseKey === undefined) return err({ kind: 'KeyFileDamaged', folder });
  const next = tableForSet(table, slot, keys, databaseKey, recoveryPublic);
  wipe(databaseKey);
  return replaceSlotTable(folder, next);
}

function tableForSet(
  table: SlotTable,
  own: Slot,
  keys: MemberKeys,
  databaseKey: Buffer,
  recoveryPublic: string,
): SlotTable {
  const publicKey = Buffer.from(recoveryPublic, 'base64');
  const sealed = sealFor(publicKey, keys.seed).toString('base64');
  const slots = table.slots.map((slot): Slot => {
    if (slot === own) return { ...slot, recoverySeed: { recoveryPublic, sealed } };
    // Everybody else's own next sign-in seals it for this set.
    const { recoverySeed, ...rest } = slot;
    return recoverySeed?.recoveryPublic === recoveryPublic ? slot : rest;
  });
  const sealedDatabaseKey = sealFor(publicKey, databaseKey).toString('base64');
  const recovery = { recoveryPublic, sealedDatabaseKey };
  return { ...table, generation: table.generation + 1, slots, recovery };
}

/** The store learns that the set that was made is the one that counts. */
function promote(session: VaultSession): Result<null, { readonly kind: 'DiskFull' }> {
  return commitIfRoom(session.database, () => {
    const { made } = readRecoverySets(session.database);
    if (made === undefined) return null;
    writeRecoverySets(session.database, { proven: { ...made, isUsed: false } });
    appendAudit(session, { kind: 'recovery-drill', recoveryPublic: made.recoveryPublic });
    return null;
  });
}

/**
 * Whether there is nothing for `mendRecovery` to do. It only reads, so that it can be asked before
 * the first word is written into a store that may be damaged.
 */
export function isRecoverySettled(session: VaultSession, folder: string): boolean {
  const found = ownSlot(folder, session.member.id);
  if (!found.ok) return true;
  const sets = readUncheckedSets(session.database);
  return isSettled(isLead(session) ? sets : countingIn(found.value.table, sets), found.value);
}

/**
 * At a sign-in: seals for the set that counts what is not sealed for it yet, as the seed of a
 * member who came later; a lead's also finishes a drill that was cut off. Which set counts a lead
 * has said in the log, and never the slot file or the row alone: whoever can write to the folder,
 * or has the key of the database, could put a key of their own there.
 */
export function mendRecovery(session: VaultSession, folder: string): void {
  const found = ownSlot(folder, session.member.id);
  if (!found.ok) return;
  try {
    const { table } = found.value;
    const sets = readRecoverySets(session.database);
    if (isLead(session) && sets.made !== undefined && isInFile(table, sets.made)) promote(session);
    const after = readRecoverySets(session.database);
    const { proven } = isLead(session) ? after : countingIn(table, after);
    if (proven !== undefined) sealForSet(session, folder, proven.recoveryPublic);
  } catch (error) {
    // Nobody is kept out by it. The log says what was altered.
    if (!(error instanceof RecordAltered)) throw error;
  }
}

function isLead({ member }: VaultSession): boolean {
  return member.role === 'safeguarding-lead';
}

/** As far as somebody who is no lead goes: nothing of theirs goes back to a set that is on its way out. */
function countingIn(table: SlotTable, { proven }: RecoverySets): RecoverySets {
  return proven !== undefined && isInFile(table, proven) ? { proven } : {};
}

function isSettled(
  { proven, made }: RecoverySets,
  { table, slot }: { readonly table: SlotTable; readonly slot: Slot },
): boolean {
  if (made !== undefined && isInFile(table, made)) return false;
  if (proven === undefined) return true;
  return isInFile(table, proven) && slot.recoverySeed?.recoveryPublic === proven.recoveryPublic;
}

/** Whether the slot file is sealed for a set: its sheets are then the ones that open. */
export function isInFile(
  { recovery }: SlotTable,
  set: { readonly recoveryPublic: string },
): boolean {
  return recovery?.recoveryPublic === set.recoveryPublic;
}
