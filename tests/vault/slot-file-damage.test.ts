import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  readSlotFile,
  slotFileNames,
  type SlotTable,
  writeSlotFile,
} from '../../electron/vault/slot-file.ts';
import { createVault, type Vault } from '../../electron/vault/vault.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  settableClock,
  slotTableOf,
  slotsIn,
  snapshot,
  testCost,
  unlockSample,
  withBitFlipped,
} from '../support/vault.ts';

const [nameA, nameB] = slotFileNames;

/** Where the number of the format stands: `{"format":1`. */
const formatDigit = 10;

/** Ways in which a file that was whole comes to harm. */
const harms: readonly [string, (path: string) => void][] = [
  ['with a bit turned', (path) => writeFileSync(path, withBitFlipped(readFileSync(path), 99, 3))],
  ['cut short', (path) => truncateSync(path, 400)],
  ['emptied', (path) => truncateSync(path, 0)],
  ['full of zeros', (path) => writeFileSync(path, Buffer.alloc(1_200))],
  ['holding another JSON', (path) => writeFileSync(path, '{"format":1}')],
  ['too large', (path) => writeFileSync(path, Buffer.alloc(2_000_001, 0x20))],
];

describe('one damaged copy of the slot file', () => {
  test.each(slotFileNames)('%s: a turned bit anywhere is repaired byte for byte', async (name) => {
    // given
    const { folder } = await lockedVault();
    const path = join(folder, name);
    const whole = readFileSync(path);
    const table = slotTableOf(folder);
    expect(whole.subarray(formatDigit, formatDigit + 1).toString()).toBe('1');

    // when
    const failed: number[] = [];
    let tried = 0;
    for (let position = 0; position < whole.length; position += 1) {
      if (position === formatDigit) continue;
      writeFileSync(path, withBitFlipped(whole, position, (position * 5) % 8));
      const read = readSlotFile(folder);
      const isRepaired = read.ok && isSameAs(read.value, table) && readFileSync(path).equals(whole);
      if (!isRepaired) failed.push(position);
      tried += 1;
    }

    // then
    expect(failed).toEqual([]);
    expect(tried).toBeGreaterThan(700);
  });

  test('a bit turned in the number of the format is damage like any other', async () => {
    // given
    const { folder } = await lockedVault();
    const path = join(folder, nameA);
    const whole = readFileSync(path);

    // when
    const failed = [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => {
      writeFileSync(path, withBitFlipped(whole, formatDigit, bit));
      const isRead = readSlotFile(folder).ok;
      return !isRead || !readFileSync(path).equals(whole);
    });

    // then
    expect(failed).toEqual([]);
  });

  test.each(slotFileNames)('%s: cut at any length it is repaired byte for byte', async (name) => {
    // given
    const { folder } = await lockedVault();
    const path = join(folder, name);
    const whole = readFileSync(path);
    const table = slotTableOf(folder);

    // when the last byte, a line's end, is the only one that may go
    const failed: number[] = [];
    for (let length = 0; length < whole.length - 1; length += 3) {
      writeFileSync(path, whole.subarray(0, length));
      const read = readSlotFile(folder);
      const isRepaired = read.ok && isSameAs(read.value, table) && readFileSync(path).equals(whole);
      if (!isRepaired) failed.push(length);
    }

    // then
    expect(failed).toEqual([]);
  });

  test.each(slotFileNames.flatMap((name) => harms.map(([how, harm]) => ({ name, how, harm }))))(
    '$name $how: the vault opens and the copy is whole again',
    async ({ name, harm }) => {
      // given
      const { folder, vault } = await lockedVault();
      const before = snapshot(folder);
      harm(join(folder, name));
      expect(snapshot(folder)).not.toEqual(before);

      // when
      const state = vault.state();

      // then
      expect(state.kind).toBe('locked');
      expect(snapshot(folder)).toEqual(before);
      expect(kindOf(await unlockSample(vault))).toBe('ok');
    },
  );

  test.each(slotFileNames)('%s: when it is missing it is written again', async (name) => {
    // given
    const { folder, vault } = await lockedVault();
    const before = slotsIn(folder);
    rmSync(join(folder, name));

    // when
    const answer = await unlockSample(vault);
    vault.lock();

    // then
    expect(kindOf(answer)).toBe('ok');
    expect(slotsIn(folder)).toEqual(before);
  });

  test.each(slotFileNames)('%s: an older generation gives way to the newer', async (name) => {
    // given a vault whose slots have changed, and a copy from before the change
    const { folder } = await lockedVault();
    const older = slotTableOf(folder);
    const kept = join(freshFolder(), 'older');
    copyFileSync(join(folder, name), kept);
    const newer = { ...older, generation: older.generation + 1 };
    writeSlotFile(folder, newer);
    const before = snapshot(folder);

    // when
    copyFileSync(kept, join(folder, name));
    const table = slotTableOf(folder);

    // then
    expect(table).toEqual(newer);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a copy from another vault never takes the place of ours', async () => {
    // given another vault whose slots have changed more often than ours
    const { folder, vault } = await lockedVault();
    const other = await lockedVault();
    writeSlotFile(other.folder, { ...slotTableOf(other.folder), generation: 9 });
    const ours = readFileSync(join(folder, nameA));

    // when
    copyFileSync(join(other.folder, nameB), join(folder, nameB));
    vault.state();
    await unlockSample(vault);

    // then
    expect(readFileSync(join(folder, nameA)).equals(ours)).toBe(true);
  });
});

describe('no sound copy of the slot file', () => {
  test.each(harms)('both %s: said plainly, and nothing is written over', async (_, harm) => {
    // given
    const { folder } = await lockedVault();
    for (const name of slotFileNames) harm(join(folder, name));
    const before = snapshot(folder);

    // when
    const answers = await allAnswers(folder);

    // then
    expect(answers).toEqual(Array(3).fill('KeyFileDamaged'));
    expect(snapshot(folder)).toEqual(before);
  });

  test('one damaged and one missing is damage', async () => {
    // given
    const { folder } = await lockedVault();
    rmSync(join(folder, nameA));
    truncateSync(join(folder, nameB), 300);
    const before = snapshot(folder);

    // when, then
    expect(await allAnswers(folder)).toEqual(Array(3).fill('KeyFileDamaged'));
    expect(snapshot(folder)).toEqual(before);
  });

  test('both missing beside a store: said plainly, and no new store is made', async () => {
    // given
    const { folder } = await lockedVault();
    for (const name of slotFileNames) rmSync(join(folder, name));
    const before = snapshot(folder);

    // when, then
    expect(await allAnswers(folder)).toEqual(Array(3).fill('KeyFileMissing'));
    expect(snapshot(folder)).toEqual(before);
  });

  test('both damaged where the store is missing too is no reason to begin anew', async () => {
    // given
    const { folder } = await lockedVault();
    for (const name of slotFileNames) truncateSync(join(folder, name), 500);
    rmSync(join(folder, 'records.db'));
    const before = snapshot(folder);

    // when, then
    expect(await allAnswers(folder)).toEqual(Array(3).fill('KeyFileDamaged'));
    expect(snapshot(folder)).toEqual(before);
  });
});

/** What a program that starts on this folder says: of its state, to a set-up and to a password. */
async function allAnswers(folder: string): Promise<string[]> {
  const clock = settableClock();
  const vault: Vault = createVault(folder, clock, createIdSource(clock), testCost);
  const state = vault.state();
  const found = state.kind === 'unusable' ? state.problem.kind : state.kind;
  const setUp = kindOf(await vault.setUp(sampleRequest));
  const unlock = kindOf(await unlockSample(vault));
  vault.lock();
  return [found, setUp, unlock];
}

/** Whether a reading gave this table and no other. */
function isSameAs(read: readonly SlotTable[], table: SlotTable): boolean {
  return JSON.stringify(read) === JSON.stringify([table]);
}
