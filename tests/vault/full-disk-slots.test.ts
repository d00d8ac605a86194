import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { slotFileNames } from '../../electron/vault/slot-file.ts';
import { kindOf, lockedVault, slotsIn, unlockSample } from '../support/vault.ts';
import { canMount, fill, smallDisk } from './small-disk.ts';

describe.skipIf(!canMount())('a full disk (needs root, who may mount a small one)', () => {
  test('does not turn away a member who signs in beside a slot file of another vault', async () => {
    // given a copy of another vault's slot file in the place of ours, and no room to mend it
    const disk = smallDisk(256);
    const { folder, vault } = await lockedVault(join(disk, 'vault'));
    const other = await lockedVault();
    const whole = slotsIn(folder);
    copyFileSync(join(other.folder, slotFileNames[1]), join(folder, slotFileNames[1]));
    const filler = fill(disk, 0);

    // when
    const answer = await unlockSample(vault).then(kindOf, () => 'thrown');

    // then
    expect([answer, vault.state().kind]).toEqual(['ok', 'open']);

    // when there is room again, then the next sign-in mends it
    vault.lock();
    rmSync(filler);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
    vault.lock();
    expect(slotsIn(folder)).toEqual(whole);
  });
});
