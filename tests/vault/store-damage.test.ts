import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Database } from '@signalapp/sqlcipher';
import { commit, createDatabase } from '../../electron/vault/database.ts';
import {
  databaseKeyOf,
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  snapshot,
  storeIn,
  testVault,
  unlockSample,
  withBitFlipped,
  withRawDatabase,
} from '../support/vault.ts';

const pageBytes = 4_096;

describe('a store that cannot be read', () => {
  test('cut at any length is said to be unreadable, stays as it is, and no new one is made', async () => {
    // given
    const { folder } = await lockedVault();
    const whole = readFileSync(storeIn(folder));
    const pages = whole.length / pageBytes;
    const lengths = [0, 1, 15, 16, 100, 1_024, 4_095, 4_097, whole.length - 1].concat(
      Array.from({ length: pages - 1 }, (_, page) => (page + 1) * pageBytes),
    );
    const failed: unknown[] = [];

    for (const length of lengths) {
      // when
      const copy = copyOf(folder);
      writeFileSync(storeIn(copy), whole.subarray(0, length));
      const before = snapshot(copy);
      const answers = await answersOf(copy);

      // then
      const isUntouched = JSON.stringify(snapshot(copy)) === JSON.stringify(before);
      if (!isUntouched || answers.join() !== 'locked,StoreUnreadable,AlreadySetUp') {
        failed.push({ length, answers, isUntouched });
      }
    }
    expect(failed).toEqual([]);
    expect(lengths.length).toBeGreaterThan(20);
  });

  test('with a bit turned on any page it is answered, never thrown, and stays as it is', async () => {
    // given
    const { folder } = await lockedVault();
    const whole = readFileSync(storeIn(folder));
    const failed: unknown[] = [];
    const seen = new Set<string>();

    for (let page = 0; page < whole.length / pageBytes; page += 1) {
      // when
      const copy = copyOf(folder);
      writeFileSync(storeIn(copy), withBitFlipped(whole, page * pageBytes + 2_000, page % 8));
      const before = snapshot(copy);
      const [, unlock] = await answersOf(copy);

      // then
      const isUntouched = JSON.stringify(snapshot(copy)) === JSON.stringify(before);
      // Where the damage is on a page that signing in does not read, signing in is written down.
      const isFine = unlock === 'ok' || (unlock === 'StoreUnreadable' && isUntouched);
      if (!isFine) {
        failed.push({ page, unlock, isUntouched });
      }
      seen.add(unlock ?? '');
    }
    expect(failed).toEqual([]);
    expect(seen).toContain('StoreUnreadable');
  });

  test('a foreign file in its place is said to be unreadable and stays as it is', async () => {
    // given
    const { folder } = await lockedVault();
    const key = await databaseKeyOf(folder);
    const other = await lockedVault();
    const foreign: Readonly<Record<string, (path: string) => void>> = {
      'the store of another vault': (path) => cpSync(storeIn(other.folder), path),
      'random bytes': (path) => writeFileSync(path, randomBytes(65_536)),
      zeros: (path) => writeFileSync(path, Buffer.alloc(65_536)),
      'a text': (path) => writeFileSync(path, 'SQLite format 3, it says\n'.repeat(400)),
      'a plain SQLite file': (path) => {
        const plain = new Database(path);
        plain.exec('CREATE TABLE vault (vault_id TEXT); INSERT INTO vault VALUES (1)');
        plain.close();
      },
      'a file of another program under our key': (path) => {
        const strange = createDatabase(path, key);
        commit(strange, () => strange.exec('CREATE TABLE vault (vault_id TEXT)'));
        strange.close();
      },
    };

    for (const [what, put] of Object.entries(foreign)) {
      // when
      const copy = copyOf(folder);
      rmSync(storeIn(copy));
      put(storeIn(copy));
      const before = snapshot(copy);
      const answers = await answersOf(copy);

      // then
      expect({ what, answers }).toEqual({
        what,
        answers: ['locked', 'StoreUnreadable', 'AlreadySetUp'],
      });
      expect(snapshot(copy)).toEqual(before);
    }
  });

  test('a store of ours that belongs to other slots is said to be unreadable', async () => {
    // given a store under the same key that says it is of another vault
    const { folder } = await lockedVault();
    await withRawDatabase(folder, (database) =>
      commit(database, () => database.exec("UPDATE vault SET vault_id = 'another'")),
    );
    const before = snapshot(folder);

    // when, then
    expect(await answersOf(folder)).toEqual(['locked', 'StoreUnreadable', 'AlreadySetUp']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a store that was deleted is said to be missing, and no new one is made', async () => {
    // given
    const { folder } = await lockedVault();
    rmSync(storeIn(folder));
    const before = snapshot(folder);

    // when, then
    expect(await answersOf(folder)).toEqual(['StoreMissing', 'StoreMissing', 'StoreMissing']);
    expect(snapshot(folder)).toEqual(before);
  });

  test('a foreign journal beside the store neither stops it nor is believed', async () => {
    // given
    const { folder } = await lockedVault();
    writeFileSync(`${storeIn(folder)}-wal`, randomBytes(40_000));

    // when, then
    expect(await answersOf(folder)).toEqual(['locked', 'ok', 'AlreadySetUp']);
  });

  test('is opened again as soon as the whole file is back', async () => {
    // given
    const { folder, vault } = await lockedVault();
    const whole = readFileSync(storeIn(folder));
    writeFileSync(storeIn(folder), whole.subarray(0, 8_192));
    expect(kindOf(await unlockSample(vault))).toBe('StoreUnreadable');

    // when
    writeFileSync(storeIn(folder), whole);

    // then
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });
});

describe('a store from a newer program', () => {
  test('is said to be too new and left alone', async () => {
    // given
    const { folder, vault } = await lockedVault();
    await withRawDatabase(folder, (database) =>
      commit(database, () => database.pragma('user_version = 4711')),
    );
    const before = snapshot(folder);

    // when
    const answer = await unlockSample(vault);

    // then
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'SchemaTooNew', schema: 4711, readable: expect.any(Number) },
    });
    expect(vault.state().kind).toBe('locked');
    expect(snapshot(folder)).toEqual(before);
  });
});

function copyOf(folder: string): string {
  const copy = join(freshFolder(), 'vault');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** What a program that starts on this folder says: of its state, to a password and to a set-up. */
async function answersOf(folder: string): Promise<string[]> {
  const vault = testVault(folder);
  const state = vault.state();
  const found = state.kind === 'unusable' ? state.problem.kind : state.kind;
  const unlock = await unlockSample(vault).then(kindOf, () => 'thrown');
  vault.lock();
  const setUp = await vault.setUp(sampleRequest).then(kindOf, () => 'thrown');
  return [found, unlock, setUp];
}
