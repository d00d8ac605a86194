import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  commit,
  createDatabase,
  type Database,
  openDatabase,
} from '../../electron/vault/database.ts';
import { randomKey } from '../../electron/vault/keys.ts';
import {
  freshFolder,
  lockedVault,
  sessionOf,
  snapshot,
  storeIn,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

const settings: Readonly<Record<string, unknown>> = {
  synchronous: 2,
  journal_mode: 'wal',
  secure_delete: 1,
  foreign_keys: 1,
  locking_mode: 'exclusive',
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
};

describe('a database', () => {
  test('has every setting each time the vault is opened', async () => {
    // given
    const { vault } = await lockedVault();

    for (const _ of [1, 2]) {
      // when
      valueOf(await unlockSample(vault));
      const { database } = sessionOf(vault);

      // then
      const found = Object.keys(settings).map((name) => [
        name,
        database.pragma(name, { simple: true }),
      ]);
      expect(Object.fromEntries(found)).toEqual(settings);
      vault.lock();
    }
  });

  test('has every setting when it is new, too', () => {
    // given
    const database = newDatabase(randomKey());

    // when, then
    for (const [name, value] of Object.entries(settings)) {
      expect([name, database.pragma(name, { simple: true })]).toEqual([name, value]);
    }
  });

  test('is whole without its journal after every commit', () => {
    // given
    const key = randomKey();
    const path = join(freshFolder(), 'sample.db');
    const database = newDatabase(key, path);
    commit(database, () => database.exec('CREATE TABLE word (text TEXT) STRICT'));

    for (let count = 1; count <= 40; count += 1) {
      // when
      commit(database, () =>
        database.prepare('INSERT INTO word VALUES (?)').run([`word ${count} `.repeat(count * 40)]),
      );

      // then
      expect(statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
      const copy = `${path}-${count}`;
      // By a program of its own: reading the file here would drop our lock on it.
      execFileSync('cp', [path, copy]);
      const alone = keep(valueOf(openDatabase(copy, key)));
      expect(alone.prepare('SELECT count(*) FROM word', { pluck: true }).get()).toBe(count);
      alone.close();
    }
  });

  test('undoes all of a change that throws, and takes the next one', () => {
    // given
    const database = newDatabase(randomKey());
    commit(database, () => database.exec('CREATE TABLE word (text TEXT) STRICT'));

    // when
    const broken = () =>
      commit(database, () => {
        database.exec("INSERT INTO word VALUES ('quincunx')");
        throw new Error('The change went wrong');
      });

    // then
    expect(broken).toThrow('The change went wrong');
    expect(wordsOf(database)).toEqual([]);
    expect(commit(database, () => database.exec("INSERT INTO word VALUES ('glove')"))).toBe(
      undefined,
    );
    expect(wordsOf(database)).toEqual(['glove']);
  });

  test('opens under its own key alone', () => {
    // given
    const key = randomKey();
    const path = join(freshFolder(), 'sample.db');
    newDatabase(key, path).close();
    const before = snapshot(join(path, '..'));

    // when, then
    expect(openDatabase(path, randomKey())).toEqual({ ok: false, error: 'unreadable' });
    expect(openDatabase(path, Buffer.alloc(32))).toEqual({ ok: false, error: 'unreadable' });
    expect(snapshot(join(path, '..'))).toEqual(before);
  });

  test.each([0, 1, 2, 511, 4_095])(
    'of %i bytes is unreadable, and not taken for a new one',
    (bytes) => {
      // given
      const path = join(freshFolder(), 'sample.db');
      writeFileSync(path, Buffer.alloc(bytes, 0x51));

      // when
      const opened = openDatabase(path, randomKey());
      if (opened.ok) keep(opened.value);

      // then
      expect(opened).toEqual({ ok: false, error: 'unreadable' });
      expect(readFileSync(path).equals(Buffer.alloc(bytes, 0x51))).toBe(true);
    },
  );

  test('that is missing is unreadable, and not made', () => {
    // given
    const folder = freshFolder();

    // when, then
    expect(openDatabase(join(folder, 'sample.db'), randomKey())).toEqual({
      ok: false,
      error: 'unreadable',
    });
    expect(snapshot(folder)).toEqual([]);
  });

  test('is never made over a file that is there', async () => {
    // given
    const { folder } = await lockedVault();
    const copy = join(freshFolder(), 'sample.db');
    copyFileSync(storeIn(folder), copy);

    // when, then
    expect(() => createDatabase(copy, randomKey())).toThrow('never replaces');
    expect(readFileSync(copy).equals(readFileSync(storeIn(folder)))).toBe(true);
  });

  test('looks like noise from its first byte on', async () => {
    // given
    const { folder } = await lockedVault();

    // when
    const bytes = readFileSync(storeIn(folder));
    const counts = Array.from({ length: 256 }, () => 0);
    for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
    const entropyBits = counts
      .filter((count) => count > 0)
      .map((count) => (count / bytes.length) * -Math.log2(count / bytes.length))
      .reduce((sum, part) => sum + part, 0);

    // then
    expect(bytes.includes('SQLite format')).toBe(false);
    expect(entropyBits).toBeGreaterThan(7.99);
  });
});

function newDatabase(key: Buffer, path: string = join(freshFolder(), 'sample.db')): Database {
  return keep(createDatabase(path, key));
}

function keep(database: Database): Database {
  onTestFinished(() => {
    try {
      database.close();
    } catch {
      // The test has closed it.
    }
  });
  return database;
}

function wordsOf(database: Database): unknown[] {
  return database.prepare('SELECT text FROM word', { pluck: true }).all();
}
