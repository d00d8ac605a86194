import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { isWritableFolder } from '../../electron/platform/files.ts';
import { slotFileNames } from '../../electron/vault/slot-file.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { call } from '../routes/office.ts';
import { officeWithVisit } from '../routes/visits.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  snapshot,
  storeIn,
  testVault,
  unlockSample,
} from '../support/vault.ts';

// Root writes to a read-only folder without noticing. This file runs in a process of its own
// and gives up being root for good, both ids: `access` judges by the real one.
const nobody = 65_534;

beforeAll(() => {
  if (process.getuid?.() !== 0) return;
  process.setgroups?.([]);
  process.setgid?.(nobody);
  process.setuid?.(nobody);
});

describe('as an ordinary user', () => {
  test('a folder that is read-only cannot be written to', () => {
    // given, when
    const folder = readOnly(freshFolder());

    // then: this whole file means something
    expect(process.getuid?.()).not.toBe(0);
    expect(isWritableFolder(folder)).toBe(false);
    expect(() => mkdirSync(join(folder, 'more'))).toThrow('EACCES');
  });

  test('a vault in a read-only folder is said to be just that, and nothing changes', async () => {
    // given
    const { folder, vault } = await lockedVault();
    readOnly(folder);
    const before = snapshot(folder);

    // when, then
    expect(await answersOf(vault)).toEqual(['FolderReadOnly', 'FolderReadOnly', 'FolderReadOnly']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a damaged copy of the slot file in a read-only folder is left as it is', async () => {
    // given
    const { folder, vault } = await lockedVault();
    truncateSync(join(folder, slotFileNames[0]), 200);
    readOnly(folder);
    const before = snapshot(folder);

    // when, then
    expect(await answersOf(vault)).toEqual(['FolderReadOnly', 'FolderReadOnly', 'FolderReadOnly']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('an empty folder that is read-only gets no vault', async () => {
    // given
    const folder = readOnly(freshFolder());
    const vault = testVault(folder);

    // when, then
    expect(await answersOf(vault)).toEqual(['FolderReadOnly', 'FolderReadOnly', 'FolderReadOnly']);
    expect(snapshot(folder)).toEqual([]);
  });

  test('a folder that cannot be made, because the one above is read-only, is said to be so', async () => {
    // given
    const above = readOnly(freshFolder());
    const vault = testVault(join(above, 'profile', 'vault'));

    // when
    const answer = await vault.setUp(sampleRequest).then(kindOf, () => 'thrown');

    // then
    expect(answer).toBe('FolderReadOnly');
    expect(snapshot(above)).toEqual([]);
  });

  test('a file where the folder should be is answered, not thrown', async () => {
    // given
    const { folder } = await lockedVault();
    const vault = testVault(join(folder, slotFileNames[0]));
    const before = snapshot(folder);

    // when, then
    expect(await answersOf(vault)).toEqual(['FolderReadOnly', 'FolderReadOnly', 'FolderReadOnly']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a store that is read-only in a folder that is not is answered, not thrown', async () => {
    // given
    const { folder, vault } = await lockedVault();
    chmodSync(storeIn(folder), 0o400);
    const bytes = readFileSync(storeIn(folder));

    // when
    const answer = await unlockSample(vault).then(kindOf, () => 'thrown');

    // then
    expect(answer).toBe('StoreUnreadable');
    expect(readFileSync(storeIn(folder)).equals(bytes)).toBe(true);
  });

  test('a slot file that may not be read is answered, not thrown, and stays', async () => {
    // given
    const { folder, vault } = await lockedVault();
    for (const name of slotFileNames) chmodSync(join(folder, name), 0o000);

    // when
    const answers = await answersOf(vault);

    // then
    for (const name of slotFileNames) chmodSync(join(folder, name), 0o600);
    expect(answers).toEqual(['KeyFileDamaged', 'KeyFileDamaged', 'KeyFileDamaged']);
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('opens again when the folder can be written to again', async () => {
    // given
    const { folder, vault } = await lockedVault();
    readOnly(folder);
    expect(kindOf(await unlockSample(vault))).toBe('FolderReadOnly');

    // when
    chmodSync(folder, 0o700);

    // then
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('a folder that becomes read-only while the vault is open does not stop it from locking', async () => {
    // given
    const { office } = await officeWithVisit();
    readOnly(office.folder);

    // when
    const answer = await call(office, lockVault, null);

    // then
    expect(kindOf(answer)).toBe('ok');
    expect(office.desk.vault.state().kind).not.toBe('open');
  });
});

function readOnly(folder: string): string {
  chmodSync(folder, 0o500);
  onTestFinished(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** What the vault says of its state, to a set-up and to a password. */
async function answersOf(vault: Vault): Promise<string[]> {
  let found: string;
  try {
    const state = vault.state();
    found = state.kind === 'unusable' ? state.problem.kind : state.kind;
  } catch {
    found = 'thrown';
  }
  const setUp = await vault.setUp(sampleRequest).then(kindOf, () => 'thrown');
  const unlock = await unlockSample(vault).then(kindOf, () => 'thrown');
  return [found, setUp, unlock];
}
