import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  sessionOf,
  slotsIn,
  snapshot,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

describe('set-up', () => {
  test('signs in the first safeguarding lead of an empty folder, and the vault says what it is', async () => {
    // given
    const vault = testVault(join(freshFolder(), 'vault'));
    expect(vault.state()).toEqual({ kind: 'empty' });

    // when
    const member = valueOf(await vault.setUp(sampleRequest));

    // then
    expect(member).toMatchObject({ displayName: 'Quibblewen', role: 'safeguarding-lead' });
    expect(sessionOf(vault).member).toEqual(member);

    // when it is locked, then it is locked
    vault.lock();
    expect(vault.state()).toEqual({ kind: 'locked' });
    vault.lock();
    expect(vault.state()).toEqual({ kind: 'locked' });
  });

  test('that a lock overtakes leaves a vault, and nobody signed in', async () => {
    // given
    const vault = testVault(join(freshFolder(), 'vault'));

    // when
    const setting = vault.setUp(sampleRequest);
    vault.lock();

    // then
    expect(kindOf(await setting)).toBe('LockedMeanwhile');
    expect(vault.state()).toEqual({ kind: 'locked' });
    valueOf(await unlockSample(vault));
  });

  test('happens once: a second one, open or locked, changes nothing', async () => {
    // given
    const { folder, vault } = await lockedVault();
    const before = snapshot(folder);
    const slots = slotsIn(folder);

    // when
    const whileLocked = await vault.setUp({ ...sampleRequest, signInName: 'somebody-else' });
    const afterLocked = snapshot(folder);
    valueOf(await unlockSample(vault));
    const whileOpen = await vault.setUp(sampleRequest);
    vault.lock();

    // then
    expect([kindOf(whileLocked), kindOf(whileOpen)]).toEqual(['AlreadySetUp', 'AlreadySetUp']);
    expect(afterLocked).toEqual(before);
    expect(slotsIn(folder)).toEqual(slots);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('asked for twice at the same moment makes one vault, and the one that was confirmed opens', async () => {
    // given a button that is pressed twice
    const folder = join(freshFolder(), 'vault');
    const vault = testVault(folder);
    const other = { ...sampleRequest, password: 'pelican-brocade-fourteen-sump' };

    // when
    const answers = await Promise.all([vault.setUp(sampleRequest), vault.setUp(other)]);

    // then
    const confirmed = [sampleRequest, other].filter((_, at) => answers[at]?.ok === true);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    vault.lock();
    for (const { signInName, password } of confirmed) {
      expect(kindOf(await vault.unlock(signInName, password))).toBe('ok');
    }
  });

  test.each([
    ['quince-walrus1', { kind: 'TooShort', atLeast: 15 }],
    ['ab'.repeat(5) + 'q', { kind: 'TooShort', atLeast: 15 }],
    ['z'.repeat(64) + 'y'.repeat(65), { kind: 'TooLong', atMost: 128 }],
    ['quietquietquietquiet', { kind: 'TooPlain' }],
    ['1234567890123456', { kind: 'TooPlain' }],
    ['marmolada.okapi!', { kind: 'ContainsOwnName' }],
    ['Veldspaat Zwartkiosk', { kind: 'ContainsOwnName' }],
  ])('refuses the password %s, says why, and writes nothing', async (password, problem) => {
    // given
    const folder = freshFolder();
    const vault = testVault(folder);

    // when
    const answer = await vault.setUp({ ...sampleRequest, password });

    // then
    expect(answer).toEqual({ ok: false, error: { kind: 'PasswordRejected', problem } });
    expect(snapshot(folder)).toEqual([]);
    expect(vault.state().kind).toBe('empty');
  });

  test('leaves files that only the account itself can read, in a folder of its own', async () => {
    // given an account whose files others may read, which is the usual setting
    const umask = process.umask(0o022);
    onTestFinished(() => void process.umask(umask));
    const folder = join(freshFolder(), 'vault');

    // when
    const vault = testVault(folder);
    valueOf(await vault.setUp(sampleRequest));
    const whileOpen = snapshotModes(folder, ['records.db', 'records.db-wal', 'access-a.json']);
    vault.lock();

    // then
    expect(whileOpen.filter((mode) => mode !== '600' && mode !== 'absent')).toEqual([]);
    expect(snapshot(folder).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'access-a.json 600',
      'access-b.json 600',
      'mark-a.json 600',
      'mark-b.json 600',
      'records.db 600',
    ]);
    expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
  });
});

/** Only `stat`, which leaves the locks of an open database alone. */
function snapshotModes(folder: string, names: readonly string[]): string[] {
  return names.map((name) => {
    const about = statSync(join(folder, name), { throwIfNoEntry: false });
    return about === undefined ? 'absent' : (about.mode & 0o777).toString(8);
  });
}
