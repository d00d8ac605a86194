import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { commit, createDatabase, type Database } from '../../electron/vault/database.ts';
import { randomKey } from '../../electron/vault/keys.ts';
import { layOut, migrate } from '../../electron/vault/migrate.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addConsentEntries, readLedger } from '../../electron/vault/repositories/consent.ts';
import { CaseId, EncounterId } from '#core/domain/encounter.ts';
import { consentEntry } from '../support/core.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sessionOf,
  settableClock,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { createIdSource } from '../../electron/platform/system.ts';

const Migration = z.object({ number: z.number().int(), up: z.string() });
const folder = join(import.meta.dirname, '..', '..', 'electron', 'vault', 'migrations');

/** Every migration that lies in the folder, whether or not the program knows of it. */
const migrations = await Promise.all(
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map(async (name) => {
      const file: unknown = await import(pathToFileURL(join(folder, name)).href);
      const [migration] = Object.values(z.record(z.string(), z.unknown()).parse(file));
      return { name, ...Migration.parse(migration) };
    }),
);

describe('the layout of the store', () => {
  test('comes from files that are numbered without a gap, as their names say', () => {
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at) => at + 1));
    for (const { name, number } of migrations) {
      expect(name).toMatch(new RegExp(`^${String(number).padStart(4, '0')}-[a-z0-9-]+\\.ts$`));
    }
  });

  test.each(migrations)(
    'is the same from step $number on as when it is laid out at once',
    ({ number }) => {
      // given a store as a program of that step left it
      const laidOut = laidOutDatabase();
      const database = newDatabase();
      commit(database, () => {
        for (const { up } of migrations.slice(0, number)) database.exec(up);
        database.pragma(`user_version = ${number}`);
        database.pragma(`application_id = ${Number(pragma(laidOut, 'application_id'))}`);
      });

      // when
      const answer = migrate(database);

      // then
      expect(answer).toEqual({ ok: true, value: null });
      expect(schemaOf(database)).toEqual(schemaOf(laidOut));
      expect(pragma(database, 'user_version')).toBe(migrations.length);
    },
  );

  test('has strict tables only', () => {
    // given, when
    const laidOut = laidOutDatabase();
    const tables = laidOut
      .pragma('table_list')
      .filter((row) => row['type'] === 'table' && !String(row['name']).startsWith('sqlite_'));

    // then
    expect(tables.length).toBeGreaterThan(5);
    expect(tables.filter((row) => row['strict'] !== 1)).toEqual([]);
    for (const { sql } of schemaOf(laidOut).filter(({ type }) => type === 'table')) {
      expect(sql).toMatch(/STRICT$/);
    }
  });

  test('keeps text out of a column for bytes, and a state that nobody knows out of a visit', () => {
    const laidOut = laidOutDatabase();
    const insert = (values: string) => () =>
      commit(laidOut, () => laidOut.exec(`PRAGMA defer_foreign_keys = ON; INSERT INTO ${values}`));
    const staff = 'staff (id, display_name, role, box_public, sign_public, added_at)';
    expect(insert(`${staff} VALUES ('s', 'n', 'clinician', 'text', x'00', 'now')`)).toThrow(
      'cannot store TEXT value in BLOB column',
    );
    expect(insert(`${staff} VALUES ('s', 'n', 'visitor', x'00', x'00', 'now')`)).toThrow(
      'CHECK constraint',
    );
    expect(insert("encounter VALUES ('e', 'no case', 'open', 1, 'now', x'00')")).toThrow(
      'CHECK constraint',
    );
    expect(insert("encounter VALUES ('e', 'no case', 'draft', 1, 'now', x'00')")).toThrow(
      'FOREIGN KEY',
    );
  });

  test.each([
    ['a file without our mark', 'application_id = 1', 'NotOurs'],
    ['a file of ours that has no layout', 'user_version = 0', 'NotOurs'],
    ['a layout of the next program', `user_version = ${migrations.length + 1}`, 'SchemaTooNew'],
  ])('is not touched in %s', (_, change, kind) => {
    // given
    const database = laidOutDatabase();
    database.pragma(change);
    const before = schemaOf(database);
    const version = pragma(database, 'user_version');

    // when
    const answer = migrate(database);

    // then
    expect(kindOf(answer)).toBe(kind);
    expect(schemaOf(database)).toEqual(before);
    expect(pragma(database, 'user_version')).toBe(version);
  });
});

describe('the ledger of consent', () => {
  test('is only ever added to', async () => {
    // given
    const { vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const session = sessionOf(vault);
    const { database } = session;
    const clock = settableClock();
    const ids = createIdSource(clock);
    const caseId = CaseId.parse(ids.next());
    const entry = consentEntry({
      id: ids.next(),
      decision: 'no',
      explanation: null,
      recordedBy: session.member.id,
    });
    commit(database, () => {
      addCaseFile(session, caseId, EncounterId.parse(ids.next()), clock.now());
      addConsentEntries(session, caseId, [entry]);
    });

    // when, then
    for (const change of [
      "UPDATE consent_entry SET decision = 'yes'",
      "UPDATE consent_entry SET until = '9999-01-01T00:00:00.000Z'",
      `UPDATE OR REPLACE consent_entry SET id = '${entry.id}'`,
      'DELETE FROM consent_entry',
      `INSERT INTO consent_entry SELECT * FROM consent_entry WHERE true
       ON CONFLICT DO UPDATE SET decision = 'yes'`,
    ]) {
      expect(() => commit(database, () => database.exec(change))).toThrow(/only ever added|order/);
      expect(valueOf(readLedger(session, caseId))).toEqual([entry]);
    }
  });
});

function newDatabase(): Database {
  const database = createDatabase(join(freshFolder(), 'sample.db'), randomKey());
  onTestFinished(() => database.close());
  return database;
}

function laidOutDatabase(): Database {
  const database = newDatabase();
  layOut(database);
  return database;
}

function pragma(database: Database, name: string): unknown {
  return database.pragma(name, { simple: true });
}

function schemaOf(database: Database) {
  const rows = database
    .prepare(
      "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return rows.map((row) => ({
    type: String(row['type']),
    name: String(row['name']),
    table: String(row['tbl_name']),
    sql: String(row['sql']),
  }));
}
