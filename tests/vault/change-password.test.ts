import { describe, expect, test } from 'vitest';
import { createIdSource } from '../../electron/platform/system.ts';
import { createVault } from '../../electron/vault/vault.ts';
import {
  kindOf,
  lockedVault,
  patientStopwatch,
  sampleRequest,
  sessionOf,
  settableClock,
  slotTableOf,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { openVault } from './members.ts';

const next = 'pelican-brocade-fourteen-sump';

describe('a change of the password', () => {
  test('closes the old one and opens with the new one, to the same keys', async () => {
    // given
    const { folder, vault } = await openVault();
    const keys = sessionOf(vault).keys.boxPublic;

    // when
    valueOf(await vault.changePassword(sampleRequest.password, next));
    vault.lock();

    // then
    const elsewhere = testVault(folder);
    expect(kindOf(await unlockSample(elsewhere))).toBe('WrongPassword');
    valueOf(await elsewhere.unlock(sampleRequest.signInName, next));
    expect(sessionOf(elsewhere).keys.boxPublic.equals(keys)).toBe(true);
  });

  test('needs the old one, and counts a wrong one like any other', async () => {
    // given
    const { folder, vault } = await openVault();
    const before = slotTableOf(folder);

    // when
    const answers: string[] = [];
    for (let time = 0; time < 100; time += 1)
      answers.push(kindOf(await vault.changePassword('not-the-old-password', next)));
    const right = await vault.changePassword(sampleRequest.password, next);
    vault.lock();

    // then
    expect(new Set(answers)).toEqual(new Set(['WrongPassword']));
    expect(kindOf(right)).toBe('TriesUsedUp');
    expect(kindOf(await unlockSample(vault))).toBe('TriesUsedUp');
    expect(slotTableOf(folder)).toEqual(before);
  });

  test.each([
    ['a short one', 'short', 'TooShort'],
    ['one that repeats itself', 'abcabcabcabcabcabc', 'TooPlain'],
    ['the sign-in name twice', `${sampleRequest.signInName}12`, 'ContainsOwnName'],
  ])('refuses %s before any work is done', async (_, password, problem) => {
    // given
    const { folder, vault } = await openVault();
    const before = slotTableOf(folder);

    // when
    const answer = await vault.changePassword(sampleRequest.password, password);

    // then
    expect(answer).toMatchObject({
      error: { kind: 'PasswordRejected', problem: { kind: problem } },
    });
    expect(slotTableOf(folder)).toEqual(before);
  });

  test('that a lock overtakes changes nothing', async () => {
    // given
    const { folder, vault } = await openVault();
    const before = slotTableOf(folder);

    // when
    const changing = vault.changePassword(sampleRequest.password, next);
    vault.lock();

    // then
    expect(kindOf(await changing)).toBe('LockedMeanwhile');
    expect(slotTableOf(folder)).toEqual(before);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('raises the work of a guess to what the machine can do today', async () => {
    // given
    const { folder } = await lockedVault();
    const clock = settableClock();
    const cost = { opsLimit: 2, memLimitBytes: 65_536 };
    const vault = createVault(folder, clock, createIdSource(clock), cost, patientStopwatch());
    valueOf(await unlockSample(vault));

    // when
    valueOf(await vault.changePassword(sampleRequest.password, next));
    vault.lock();

    // then
    expect(slotTableOf(folder).slots[0]?.kdf).toMatchObject(cost);
    expect(kindOf(await vault.unlock(sampleRequest.signInName, next))).toBe('ok');
    vault.lock();
  });

  test('while nobody is signed in is refused', async () => {
    const { vault } = await lockedVault();
    expect(kindOf(await vault.changePassword(sampleRequest.password, next))).toBe(
      'LockedMeanwhile',
    );
  });
});
