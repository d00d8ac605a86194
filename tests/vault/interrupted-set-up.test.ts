import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markFileNames } from '../../electron/vault/audit/high-water.ts';
import { slotFileNames } from '../../electron/vault/slot-file.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  slotsIn,
  snapshot,
  storeIn,
  testVault,
  unlockSample,
} from '../support/vault.ts';

describe('a set-up that was cut off', () => {
  test('before the store had its name is finished when the program starts again', async () => {
    // given
    const { folder, vault } = await lockedVault();
    const whole = snapshot(folder);
    renameSync(storeIn(folder), unfinishedIn(folder));

    // when
    const state = vault.state();

    // then
    expect(state.kind).toBe('locked');
    expect(snapshot(folder)).toEqual(whole);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test.each(slotFileNames)('with only %s written is finished too', async (name) => {
    // given
    const { folder, vault } = await lockedVault();
    const whole = snapshot(folder);
    renameSync(storeIn(folder), unfinishedIn(folder));
    for (const other of slotFileNames) if (other !== name) rmSync(join(folder, other));

    // when
    const answer = await vault.setUp(sampleRequest);

    // then
    expect(kindOf(answer)).toBe('AlreadySetUp');
    expect(snapshot(folder)).toEqual(whole);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('before the slot file was written counts as none: set-up begins anew', async () => {
    // given what may lie there when the power went while the store was being made
    const folder = join(freshFolder(), 'vault');
    mkdirSync(folder);
    writeFileSync(unfinishedIn(folder), Buffer.alloc(8_192, 7));
    writeFileSync(`${unfinishedIn(folder)}-wal`, Buffer.alloc(5_000, 9));
    writeFileSync(`${unfinishedIn(folder)}-journal`, Buffer.alloc(500, 9));
    writeFileSync(join(folder, 'access-a.json.new'), '{"format":');
    const vault = testVault(folder);
    expect(vault.state().kind).toBe('empty');
    expect(kindOf(await unlockSample(vault))).toBe('StoreMissing');

    // when
    const answer = await vault.setUp(sampleRequest);
    vault.lock();

    // then
    expect(kindOf(answer)).toBe('ok');
    expect(snapshot(folder).map((line) => line.split(' ')[0])).toEqual([
      ...slotFileNames,
      ...markFileNames,
      'records.db',
    ]);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('leaves nothing that could come in the place of a store with its name', async () => {
    // given a whole vault beside which an unfinished store lies
    const { folder, vault } = await lockedVault();
    const whole = slotsIn(folder);
    writeFileSync(unfinishedIn(folder), Buffer.alloc(8_192, 7));

    // when
    const answers = [await vault.setUp(sampleRequest), await unlockSample(vault)].map(kindOf);
    vault.lock();

    // then
    expect(answers).toEqual(['AlreadySetUp', 'ok']);
    expect(slotsIn(folder)).toEqual(whole);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });
});

function unfinishedIn(folder: string): string {
  return join(folder, 'records.new');
}
