import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIdSource } from '../../electron/platform/system.ts';
import { createVault } from '../../electron/vault/vault.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  sessionOf,
  settableClock,
  slotTableOf,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

describe('unlock', () => {
  test('opens with the password and not with another one', async () => {
    // given
    const { vault } = await lockedVault();

    // when, then
    for (const wrong of [
      'gravel-walrus-nineteen-umlau',
      'gravel-walrus-nineteen-umlaut ',
      'Gravel-walrus-nineteen-umlaut',
      'pelican-brocade-fourteen-sump',
      'x',
    ]) {
      expect(await vault.unlock(sampleRequest.signInName, wrong)).toEqual({
        ok: false,
        error: { kind: 'WrongPassword' },
      });
      expect(vault.state().kind).toBe('locked');
    }
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('answers an unknown name exactly as it answers a wrong password', async () => {
    // given
    const { vault } = await lockedVault();

    // when
    const unknownName = await vault.unlock('nobody-of-here', sampleRequest.password);
    const wrongPassword = await vault.unlock(sampleRequest.signInName, 'not-the-password-at-all');

    // then
    expect(unknownName).toEqual(wrongPassword);
    expect(unknownName).toEqual({ ok: false, error: { kind: 'WrongPassword' } });
  });

  test('takes a password however its letters were composed', async () => {
    // given a password with an accent, in one character and in two, and a wide letter
    const composed = 'cr\u00e8me-gravel-walrus-a';
    const decomposed = 'cre\u0300me-gravel-walrus-\uff41';
    const vault = testVault(join(freshFolder(), 'vault'));
    valueOf(await vault.setUp({ ...sampleRequest, password: composed }));

    // when
    const answer = await vault.unlock(sampleRequest.signInName, decomposed);

    // then
    expect(composed).not.toBe(decomposed);
    expect(kindOf(answer)).toBe('ok');
  });

  test('gives each member of a slot file of two their own keys', async () => {
    // given
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const password = 'pelican-brocade-fourteen-sump';
    const second = valueOf(
      await vault.people.add({
        displayName: 'Ombrellino',
        role: 'clinician',
        signInName: 'ombrellino',
        password,
      }),
    );
    expect(slotTableOf(folder).slots).toHaveLength(2);

    // when
    const asSecond = await vault.unlock('ombrellino', password);
    const keysOfSecond = sessionOf(vault).keys.boxPublic;
    const mixedUp = await vault.unlock('ombrellino', sampleRequest.password);
    const asFirst = await unlockSample(vault);

    // then
    expect(asSecond).toEqual({ ok: true, value: second });
    expect(kindOf(mixedUp)).toBe('WrongPassword');
    expect(asFirst).toMatchObject({ ok: true, value: { displayName: 'Quibblewen' } });
    expect(sessionOf(vault).keys.boxPublic.equals(keysOfSecond)).toBe(false);
  });

  test('opens a vault that was made with another cost of a guess', async () => {
    // given a vault from a machine, or a release, with another calibration
    const { folder } = await lockedVault();
    const clock = settableClock();
    const cost = { opsLimit: 2, memLimitBytes: 65_536 };
    const elsewhere = createVault(folder, clock, createIdSource(clock), cost);

    // when
    const answer = await unlockSample(elsewhere);
    elsewhere.lock();

    // then
    expect(kindOf(answer)).toBe('ok');
  });

  test('zeroes the secret keys of the session when it locks', async () => {
    // given
    const { vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const { keys, database } = sessionOf(vault);
    expect(keys.boxSecret.equals(Buffer.alloc(keys.boxSecret.length))).toBe(false);

    // when
    vault.lock();

    // then
    expect(keys.boxSecret.equals(Buffer.alloc(keys.boxSecret.length))).toBe(true);
    expect(keys.signSecret.equals(Buffer.alloc(keys.signSecret.length))).toBe(true);
    expect(() => database.prepare('SELECT 1')).toThrow('closed');
  });

  test('asked for twice at the same moment leaves nothing open behind the lock', async () => {
    // given a button that is pressed twice
    const { vault } = await lockedVault();

    // when
    const answers = (await Promise.all([unlockSample(vault), unlockSample(vault)])).map(kindOf);
    vault.lock();

    // then
    expect(answers).toContain('ok');
    expect(vault.state().kind).toBe('locked');
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('gives way to a lock that comes while the password is being checked', async () => {
    // given a lid that is closed right after the enter key
    const { vault } = await lockedVault();

    // when
    const unlocking = unlockSample(vault);
    vault.lock();

    // then
    expect(kindOf(await unlocking)).toBe('LockedMeanwhile');
    expect(vault.state().kind).toBe('locked');
  });
});
