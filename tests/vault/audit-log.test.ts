import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { confirmAlone } from '#core/ipc/encounter-channels.ts';
import { parseBody } from '../../electron/vault/audit/chain.ts';
import { markFileNames } from '../../electron/vault/audit/high-water.ts';
import { readEntries } from '../../electron/vault/audit/log-table.ts';
import { commit } from '../../electron/vault/database.ts';
import { call, openOffice } from '../routes/office.ts';
import { officeWithVisit, saveAtOnce } from '../routes/visits.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sessionOf,
  storeIn,
  typedDraft,
  unlockSample,
  valueOf,
  withRawDatabase,
} from '../support/vault.ts';

const noBytes = Buffer.alloc(6);

async function eventsIn(folder: string) {
  return withRawDatabase(folder, (database) =>
    readEntries(database, 'true ORDER BY position', []).map(({ body }) => parseBody(body)?.event),
  );
}

async function kindsIn(folder: string): Promise<readonly (string | undefined)[]> {
  return (await eventsIn(folder)).map((event) => event?.kind);
}

describe('the audit log', () => {
  test('has a line for everything that was done at the desk, in its order', async () => {
    // given, when
    const { office, id } = await officeWithVisit();
    valueOf(await saveAtOnce(office, id, typedDraft()));
    office.desk.lock();

    // then
    expect(await kindsIn(office.folder)).toEqual([
      'set-up',
      'unlock',
      'recovery-shares-made',
      'recovery-drill',
      'case-opened',
      'case-read',
      'case-written',
      'lock',
    ]);
  });

  test('has a line also for a change that no route has named', async () => {
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const { database } = sessionOf(vault);
    commit(database, () => database.exec("UPDATE staff SET display_name = 'Somebody'"));
    vault.lock();
    expect(await kindsIn(folder)).toContain('records-written');
  });

  test('does not take back or change a line', async () => {
    const { folder } = await lockedVault();
    await withRawDatabase(folder, (database) => {
      for (const change of ['DELETE FROM audit_entry', "UPDATE audit_entry SET body = '{}'"])
        expect(() => database.exec(change)).toThrow('only ever added');
    });
  });

  test('holds no line of a change that was undone', async () => {
    // given
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const { database } = sessionOf(vault);

    // when
    expect(() =>
      commit(database, () => {
        throw new Error('changed its mind');
      }),
    ).toThrow('changed its mind');
    vault.lock();

    // then
    expect(await kindsIn(folder)).toEqual(['set-up', 'unlock', 'lock', 'unlock', 'lock']);
  });
});

describe('a store that was put back', () => {
  test('is opened, and the log says how many saves are missing', async () => {
    // given a store, an older copy of it, and three saves since
    const { office, id } = await officeWithVisit();
    office.desk.lock();
    const older = join(freshFolder(), 'older.db');
    copyFileSync(storeIn(office.folder), older);
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, confirmAlone, { id }));
    for (const alias of ['One', 'Two', 'Three'])
      valueOf(await saveAtOnce(office, id, typedDraft({ alias })));
    office.desk.lock();

    // when
    copyFileSync(older, storeIn(office.folder));
    const again = openOffice(office.folder, office.clock);

    // then
    expect(kindOf(await unlockSample(again.desk.vault))).toBe('ok');
    again.desk.lock();
    const said = (await eventsIn(office.folder)).find((event) => event?.kind === 'records-older');
    // Unlock, reading, three saves and lock are gone; three of them were saves.
    expect(said).toMatchObject({ missingEntries: 6, missingSaves: 3 });
    valueOf(await unlockSample(again.desk.vault));
    again.desk.lock();
    expect((await kindsIn(office.folder)).filter((kind) => kind === 'records-older')).toHaveLength(
      1,
    );
  });

  test.each([
    ['no mark is left', (path: string) => rmSync(path), 'mark-missing'],
    [
      'both marks are damaged',
      (path: string) => copyFileSync(import.meta.filename, path),
      'mark-damaged',
    ],
  ])('is opened also when %s, and the log says so', async (_, harm, kind) => {
    const { folder, vault } = await lockedVault();
    for (const name of markFileNames) harm(join(folder, name));
    expect(kindOf(await unlockSample(vault))).toBe('ok');
    vault.lock();
    expect(await kindsIn(folder)).toContain(kind);
  });
});

describe('a record that was put back', () => {
  test('is not served, and the call says why', async () => {
    // given a visit, its row as it was before the last save
    const { office, id } = await officeWithVisit();
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Earlier' })));
    office.desk.lock();
    const row = await withRawDatabase(office.folder, (database) =>
      database.prepare('SELECT version, sealed_draft FROM encounter').get([]),
    );
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Later' })));
    office.desk.lock();

    // when
    const [version, draft] = [Number(row?.['version']), row?.['sealed_draft']];
    await withRawDatabase(office.folder, (database) => {
      const sealed = draft instanceof Uint8Array ? Buffer.from(draft) : noBytes;
      commit(database, () =>
        database
          .prepare('UPDATE encounter SET version = ?, sealed_draft = ?')
          .run([version, sealed]),
      );
    });
    valueOf(await unlockSample(office.desk.vault));

    // then
    expect(await call(office, confirmAlone, { id })).toEqual({
      ok: false,
      error: { kind: 'RecordAltered' },
    });
    office.desk.lock();
    expect(await kindsIn(office.folder)).toContain('record-refused');
  });

  test('is not served either when its line among the latest versions was put back with it', async () => {
    // given
    const { office, id } = await officeWithVisit();
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Earlier' })));
    office.desk.lock();
    await withRawDatabase(office.folder, (database) =>
      database.exec(`CREATE TABLE old_head AS SELECT * FROM record_head;
                     CREATE TABLE old_encounter AS SELECT * FROM encounter`),
    );
    valueOf(await unlockSample(office.desk.vault));
    valueOf(await call(office, confirmAlone, { id }));
    valueOf(await saveAtOnce(office, id, typedDraft({ alias: 'Later' })));
    office.desk.lock();

    // when
    await withRawDatabase(office.folder, (database) =>
      database.exec(`DELETE FROM record_head; INSERT INTO record_head SELECT * FROM old_head;
                     DELETE FROM encounter; INSERT INTO encounter SELECT * FROM old_encounter`),
    );
    valueOf(await unlockSample(office.desk.vault));

    // then
    expect(kindOf(await call(office, confirmAlone, { id }))).toBe('RecordAltered');
  });
});
