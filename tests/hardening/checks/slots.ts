import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { systemClock } from '../../../electron/platform/system.ts';
import { growMemberKeys, randomKey, sealFor, wipe } from '../../../electron/vault/keys.ts';
import { handleOf, linkSlot, openSlot } from '../../../electron/vault/slots.ts';
import { type Slot, slotFileNames, SlotTable } from '../../../electron/vault/slot-file.ts';
import { createVault } from '../../../electron/vault/vault.ts';
import { slotFileOf, slotTableOf } from '../../support/vault.ts';
import type { Check } from '../check.ts';
import * as sample from '../disk/sample.ts';

/** One try in so many goes through the files and the sign-in, the others through the same code in memory. */
const throughFilesEvery = 20;

/** What somebody may do to a slot who can write the file, and what a bad sector does. */
const harms: readonly (readonly [string, (slot: Slot) => unknown])[] = [
  ['a bit of the seed', (slot) => ({ ...slot, sealedSeed: turnBit(slot.sealedSeed) })],
  ['a bit of the key', (slot) => ({ ...slot, sealedDatabaseKey: turnBit(slot.sealedDatabaseKey) })],
  ['a bit of the public key', (slot) => ({ ...slot, boxPublic: turnBit(slot.boxPublic) })],
  ['a bit of the handle', (slot) => ({ ...slot, handle: turnBit(slot.handle) })],
  [
    'a bit of the salt',
    (slot) => ({ ...slot, kdf: { ...slot.kdf, salt: turnBit(slot.kdf.salt) } }),
  ],
  ['a seed cut short', (slot) => ({ ...slot, sealedSeed: cut(slot.sealedSeed) })],
  ['a key cut short', (slot) => ({ ...slot, sealedDatabaseKey: cut(slot.sealedDatabaseKey) })],
  ['random bytes as seed', (slot) => ({ ...slot, sealedSeed: noise(1 + below(700)) })],
  ['random bytes as key', (slot) => ({ ...slot, sealedDatabaseKey: noise(1 + below(700)) })],
  ['a key of one’s own', (slot) => ({ ...slot, sealedDatabaseKey: ownKey(slot) })],
  [
    'a link nobody vouches for',
    (slot) => ({ ...slot, links: [{ sealed: ownKey(slot), proof: '' }] }),
  ],
  ['a link by another key', (slot) => linkSlot(noVault, slot, randomKey(), randomKey())],
  ['400 links', (slot) => ({ ...slot, links: many(400, { sealed: ownKey(slot), proof: 'ab' }) })],
  ['more rounds', (slot) => ({ ...slot, kdf: { ...slot.kdf, opsLimit: 2 + below(3) } })],
  ['more memory', (slot) => ({ ...slot, kdf: { ...slot.kdf, memLimitBytes: 16_384 } })],
  ['memory of a server', (slot) => ({ ...slot, kdf: { ...slot.kdf, memLimitBytes: 2 ** 40 } })],
  ['no rounds', (slot) => ({ ...slot, kdf: { ...slot.kdf, opsLimit: 0 } })],
  ['a seed of a megabyte', (slot) => ({ ...slot, sealedSeed: noise(1_000_000) })],
  ['10,000 links', (slot) => ({ ...slot, links: many(10_000, { sealed: '', proof: '' }) })],
  ['another member', (slot) => ({ ...slot, staffId: sample.ids.next() })],
  ['something more', (slot) => ({ ...slot, admin: true })],
];
const noVault = '01960000-0000-7000-8000-000000000000';

export const check: Check = {
  name: 'slots',
  atFull: 10_000,
  run: (count) =>
    sample.withScratch(async (scratch) => {
      const folder = join(scratch, 'vault');
      (await sample.makeVault(folder)).lock();
      const table = slotTableOf(folder);
      const [slot] = table.slots;
      assert(slot !== undefined, 'there is a slot');
      const handle = await handleOf(sample.signInName, table.handleKdf);
      const found = { refused: 0, opened: 0, crashed: 0, throughFiles: 0, soundOnesOpened: 0 };
      for (let turn = 0; turn < count; turn += 1) {
        const isWrongPassword = turn % (harms.length + 1) === harms.length;
        const [name, harm] = harms[turn % (harms.length + 1)] ?? ['a wrong password', same];
        const password = isWrongPassword ? noise(12 + below(80)) : sample.password;
        const harmed = { ...table, slots: [harm(slot)] };
        const isThroughFiles = turn % throughFilesEvery === 0;
        const opened = await (
          isThroughFiles ? unlockWith(folder, harmed, password) : openWith(harmed, handle, password)
        ).catch(() => undefined);
        if (isThroughFiles) found.throughFiles += 1;
        if (opened === undefined) found.crashed += 1;
        else if (opened) found.opened += 1;
        else found.refused += 1;
        if (opened !== false) console.error(`${name}: ${opened ? 'opened' : 'crashed'}`);
        // It does open when nothing is wrong: what was refused above was refused for its harm.
        if (turn % 100 === 0 && (await unlockWith(folder, table, sample.password)))
          found.soundOnesOpened += 1;
      }
      const missed = Math.ceil(count / 100) - found.soundOnesOpened;
      return { tried: count, failed: found.opened + found.crashed + missed, figures: found };
    }),
};

function same(slot: Slot): unknown {
  return slot;
}

async function openWith(harmed: unknown, handle: string, password: string): Promise<boolean> {
  const parsed = SlotTable.safeParse(harmed);
  if (!parsed.success) return false;
  const opened = await openSlot(parsed.data, handle, password);
  if (opened === undefined) return false;
  wipe(opened.databaseKey);
  return true;
}

async function unlockWith(folder: string, table: unknown, password: string): Promise<boolean> {
  for (const name of slotFileNames)
    writeFileSync(join(folder, name), slotFileOf(1, JSON.stringify(table)));
  let elapsedMs = 0;
  const patient = { elapsedMs: () => (elapsedMs += 61_000) };
  const vault = createVault(folder, systemClock, sample.ids, sample.cost, patient);
  vault.attempts.forgiveAll();
  const opened = await vault.unlock(sample.signInName, password);
  vault.lock();
  return opened.ok;
}

function many<One>(count: number, one: One): readonly One[] {
  return Array.from({ length: count }, () => one);
}

function below(limit: number): number {
  return Math.floor(Math.random() * limit);
}

function noise(bytes: number): string {
  return randomKey(bytes).toString('base64');
}

function cut(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  return bytes.subarray(0, below(bytes.length)).toString('base64');
}

function turnBit(text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const at = below(bytes.length);
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8)), at);
  return bytes.toString('base64');
}

/** A key that somebody else made, sealed as it should be for this member. */
function ownKey({ boxPublic }: Slot): string {
  const bytes = Buffer.from(boxPublic, 'base64');
  const fits = bytes.length === growMemberKeys(randomKey()).boxPublic.length;
  return fits ? sealFor(bytes, randomKey()).toString('base64') : noise(80);
}
