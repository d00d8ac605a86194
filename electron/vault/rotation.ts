import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { afterChange } from '#core/domain/people.ts';
import type { StaffId } from '#core/domain/staff.ts';
import { isDiskFull, syncFolder } from '../platform/files.ts';
import { carryLogOver } from './audit/begin.ts';
import { readRoster } from './audit/roster.ts';
import { appendAudit, ledgerOf } from './audit-log.ts';
import { casesOf, changeCaseKeys, markKeyDue } from './case-key.ts';
import { syncFile } from './copies.ts';
import { commit, type Database, openDatabase } from './database.ts';
import { rotatedName } from './finish-rotation.ts';
import { type Bytes, randomKey, sealFor, wipe } from './keys.ts';
import { readThrough, takeCensus } from './read-through.ts';
import { dropGrant } from './repositories/case-file.ts';
import { doesStoreKnow } from './recover.ts';
import { keepSlot, keptSlots, readBoxPublic, writeStanding } from './repositories/staff.ts';
import { linkSlot } from './slots.ts';
import { type Slot, type SlotTable, writeSlotFile } from './slot-file.ts';
import { storeName } from '../platform/profile.ts';
import type { VaultSession } from './vault.ts';

const stagedName = 'rotate.new';

export type Rotation = {
  readonly folder: string;
  readonly session: VaultSession;
  readonly table: SlotTable;
  /** Of the store as it is. */
  readonly databaseKey: Buffer;
  readonly clock: Clock;
  readonly removed: readonly StaffId[];
};

/**
 * Removes members: lays down the whole store once more, under another key and without them, reads
 * it through, and decides by one rename. Cut off before that, there is the old store and nothing
 * else; after it, the new one, which `finishRotation` puts into place.
 *
 * Every case they held gets another key as well, as far as whoever removes them holds it. The
 * rest is due as soon as somebody who does signs in; until then the key of the database, which
 * the removed do not have, stands before it.
 *
 * @returns the key of the new store
 */
export function rotate(about: Rotation): Result<Bytes, { readonly kind: 'DiskFull' }> {
  const { folder, session, databaseKey } = about;
  const staged = join(folder, stagedName);
  const next = randomKey();
  let database: Database | undefined;
  try {
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged, { mode: 0o700 });
    const path = join(staged, storeName);
    session.database.prepare('VACUUM INTO ?').run([path]);
    changeKey(path, databaseKey, next);
    database = openOrFail(path, next);
    removeIn({ ...session, database }, staged, about, next);
    for (const _ of readThrough(database, 'main', takeCensus(database)));
    database.close();
    database = undefined;
    // A key that somebody else put into the slot file gets nothing: the store says which set counts.
    const isOurs = doesStoreKnow(session.database, about.table);
    writeSlotFile(staged, tableWithout(about, next, isOurs));
    syncFile(path);
    syncFolder(staged);
    renameSync(staged, join(folder, rotatedName));
    syncFolder(folder);
    return ok(next);
  } catch (error) {
    database?.close();
    rmSync(staged, { recursive: true, force: true });
    wipe(next);
    if (isDiskFull(error)) return err({ kind: 'DiskFull' });
    throw error;
  }
}

/** Nobody else works on this file, and nothing counts on it yet. */
function changeKey(path: string, before: Buffer, next: Buffer): void {
  const copy = openOrFail(path, before);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma(`rekey = "x'${next.toString('hex')}'"`);
  } finally {
    copy.close();
  }
}

function openOrFail(path: string, key: Buffer): Database {
  const opened = openDatabase(path, key);
  assert(opened.ok, 'a store that was just laid down opens');
  return opened.value;
}

function removeIn(session: VaultSession, staged: string, about: Rotation, next: Buffer): void {
  const { database, member, keys } = session;
  const { clock, removed, table } = about;
  const signing = { database, folder: staged, vaultId: table.vaultId, member, keys, clock };
  const writeMark = carryLogOver(signing, randomKey());
  commit(database, () => {
    writeMark();
    const held = new Set(removed.flatMap((id) => casesOf(database, id)));
    for (const id of removed) {
      const standing = readRoster(database).get(id);
      if (standing !== undefined)
        writeStanding(database, id, afterChange(standing, { kind: 'remove' }));
      keepSlot(database, id, null);
      for (const caseId of casesOf(database, id)) dropGrant(session, caseId, id);
      appendAudit(session, { kind: 'member-removed', member: id });
    }
    for (const slot of keptSlots(database).filter((each) => isOfMember(database, each)))
      keepSlot(database, slot.staffId, linkSlot(table.vaultId, slot, about.databaseKey, next));
    const others = changeCaseKeys(session, [...held]);
    for (const caseId of others) markKeyDue(session, caseId);
    appendAudit(session, { kind: 'keys-rotated', cases: held.size - others.length });
  });
  ledgerOf(session).markBoth();
}

/**
 * Whether a slot is that of somebody who works here, with the key that they say is theirs. Whoever
 * can write to the folder could put one there, and would be handed the next key.
 */
function isOfMember(database: Database, { staffId, boxPublic }: Slot): boolean {
  return readBoxPublic(database, staffId)?.toString('base64') === boxPublic;
}

function tableWithout(
  { table, removed, databaseKey, session }: Rotation,
  next: Buffer,
  isOurs: boolean,
): SlotTable {
  const { recovery: found, ...rest } = table;
  const { vaultId } = table;
  const recovery = isOurs ? found : undefined;
  const publicKey = recovery && Buffer.from(recovery.recoveryPublic, 'base64');
  return {
    ...rest,
    generation: table.generation + 1,
    slots: table.slots
      .filter((slot) => !removed.includes(slot.staffId) && isOfMember(session.database, slot))
      .map((slot) => linkSlot(vaultId, slot, databaseKey, next)),
    removed: [...new Set([...table.removed, ...removed])],
    ...(recovery === undefined || publicKey === undefined
      ? {}
      : {
          recovery: {
            ...recovery,
            sealedDatabaseKey: sealFor(publicKey, next).toString('base64'),
          },
        }),
  };
}
