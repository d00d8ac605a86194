import { describe, expect, test } from 'vitest';
import { isNear, isOutgrown } from '../../electron/vault/calibrate.ts';
import { changePassword } from '../../electron/vault/change-password.ts';
import { type KdfCost, standardCost } from '../../electron/vault/keys.ts';
import { refitSlot } from '../../electron/vault/refit-slot.ts';
import {
  lockedVault,
  sampleRequest,
  sessionOf,
  slotTableOf,
  testCost,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

const { signInName, password } = sampleRequest;
const mebibyte = 1024 * 1024;
const dearer: KdfCost = { opsLimit: 2, memLimitBytes: 16_384 };
const fastMs = 20;

async function opened() {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  return { folder, vault, session: sessionOf(vault) };
}

function costIn(folder: string): KdfCost {
  const kdf = slotTableOf(folder).slots[0]?.kdf;
  return { opsLimit: kdf?.opsLimit ?? 0, memLimitBytes: kdf?.memLimitBytes ?? 0 };
}

describe('a sign-in that was much too quick or too slow', () => {
  test('seals the slot anew under the same password, with the cost that fits', async () => {
    // given
    const { folder, vault, session } = await opened();

    // when
    const choose = async () => dearer;
    const isRefit = await refitSlot(folder, session, password, fastMs, choose, () => true);
    vault.lock();

    // then
    expect(isRefit).toBe(true);
    expect(costIn(folder)).toEqual(dearer);
    expect(valueOf(await unlockSample(testVault(folder))).displayName).toBe(
      sampleRequest.displayName,
    );
  });

  test.each([
    ['the time was right', 900, dearer, true],
    ['the cost is still the one that fits', fastMs, testCost, true],
    ['it locked meanwhile', fastMs, dearer, false],
  ] as const)('changes nothing when %s', async (_, tookMs, cost, isOpen) => {
    const { folder, session } = await opened();
    const choose = async () => cost;
    expect(await refitSlot(folder, session, password, tookMs, choose, () => isOpen)).toBe(false);
    expect(costIn(folder)).toEqual(testCost);
  });

  test('does not bring back a password that was changed meanwhile', async () => {
    // given
    const { folder, vault, session } = await opened();
    const next = 'pelican-brocade-fourteen-sump';
    const choose = async () => {
      const words = { old: password, next, names: [] };
      const cost = async () => testCost;
      valueOf(await changePassword(folder, session, words, vault.attempts, cost, () => true));
      return dearer;
    };

    // when
    const isRefit = await refitSlot(folder, session, password, fastMs, choose, () => true);
    vault.lock();

    // then
    expect(isRefit).toBe(false);
    expect(valueOf(await testVault(folder).unlock(signInName, next)).displayName).toBe(
      sampleRequest.displayName,
    );
  });
});

test('what cannot go any further is not measured again at every sign-in', () => {
  const floor = { opsLimit: 3, memLimitBytes: 64 * mebibyte };
  expect(isOutgrown(standardCost, 1_600)).toBe(true);
  expect(isOutgrown(floor, 9_000)).toBe(false);
  expect(isOutgrown(standardCost, 400)).toBe(true);
  expect(isOutgrown({ opsLimit: 20, memLimitBytes: 1_024 * mebibyte }, 100)).toBe(false);
  expect(isNear(standardCost, { ...standardCost, memLimitBytes: 240 * mebibyte })).toBe(true);
  expect(isNear(standardCost, { ...standardCost, memLimitBytes: 128 * mebibyte })).toBe(false);
});
