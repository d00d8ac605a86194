import { createDecipheriv } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assert } from '#core/base/assert.ts';
import * as backups from '#core/ipc/backup-channels.ts';
import { confirmAlone, startEncounter } from '#core/ipc/encounter-channels.ts';
import * as retention from '#core/ipc/retention-channels.ts';
import { retentionRoutes } from '../../electron/routes/retention-routes.ts';
import { rowsOfCase } from '../../electron/vault/erasure.ts';
import { asRole, call, type Office } from '../routes/office.ts';
import { officeWithVisit, saveAtOnce } from '../routes/visits.ts';
import {
  databaseKeyOf,
  freshFolder,
  kindOf,
  storeIn,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

/** Four weeks after the day that the office with an old case is at. */
const fourWeeksOn = '2032-05-06T09:00:00.000Z';
const pageBytes = 4_096;
/** Initialisation vector and checksum at the end of each page. */
const reservedBytes = 80;

/** Every page as it lies in the file, deciphered: also what no table holds any more. */
function decipheredPages(path: string, key: Buffer): Buffer {
  const file = readFileSync(path);
  const pages: Buffer[] = [];
  for (let at = 0; at < file.length; at += pageBytes) {
    const page = file.subarray(at, at + pageBytes);
    const end = pageBytes - reservedBytes;
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + 16));
    decipher.setAutoPadding(false);
    // The first page begins with the salt, in clear.
    const body = page.subarray(at === 0 ? 16 : 0, end);
    pages.push(Buffer.concat([decipher.update(body), decipher.final()]));
  }
  return Buffer.concat(pages);
}

/** An office with a visit long ago and one of today, and the case of the first. */
async function officeWithOldCase() {
  const { office, id } = await officeWithVisit();
  valueOf(await saveAtOnce(office, id, typedDraft({ otherSign: 'old '.repeat(300) })));
  const { database } = office.desk.session();
  const row = database.prepare('SELECT case_id, sealed_draft FROM encounter').get([]);
  const sealed = row?.['sealed_draft'];
  assert(sealed instanceof Uint8Array, 'the visit is there');
  const grant = database.prepare('SELECT sealed_key FROM case_grant', { pluck: true }).get([]);
  assert(grant instanceof Uint8Array, 'and its grant');
  // Half a year on: past the period of a visit that was never closed.
  office.desk.lock();
  office.clock.passDays(400);
  valueOf(await unlockSample(office.desk.vault));
  const today = valueOf(await call(office, startEncounter, null));
  valueOf(await call(office, confirmAlone, { id: today.id }));
  valueOf(await saveAtOnce(office, today.id, typedDraft({ alias: 'Today' })));
  return {
    office,
    id,
    caseId: String(row?.['case_id']),
    sealed: Buffer.from(sealed),
    grant: Buffer.from(grant),
    today,
  };
}

async function dueIn(office: Office) {
  return valueOf(await call(office, retention.readRetention, null)).due;
}

describe('retention', () => {
  test('lists a case when its period is over, and nothing goes by itself', async () => {
    // given
    const { office, caseId } = await officeWithOldCase();

    // when, then
    expect(await dueIn(office)).toMatchObject([{ caseId, kind: 'open-draft' }]);
    office.clock.passDays(5_000);
    expect(office.desk.session().database.prepare('SELECT id FROM encounter').all([])).toHaveLength(
      2,
    );
  });

  test('follows the periods that the facility sets', async () => {
    const { office } = await officeWithOldCase();
    const rules = { 'closed-case': 3_000, 'open-draft': 3_000, consent: 3_000 };
    valueOf(await call(office, retention.changeRetention, { rules }));
    expect(await dueIn(office)).toEqual([]);
    expect(valueOf(await call(office, retention.readRetention, null)).rules).toEqual(rules);
    const tooShort = { ...rules, consent: 1 };
    expect(kindOf(await call(office, retention.changeRetention, { rules: tooShort }))).toBe(
      'Refused',
    );
  });

  test('a case that somebody keeps is due again when that day is over', async () => {
    const { office, caseId } = await officeWithOldCase();
    const keep = (until: string) =>
      call(office, retention.keepCase, { caseId, until, reason: 'legal-claim' });
    expect(kindOf(await keep('2031-01-01'))).toBe('DayPast');
    valueOf(await keep('2032-06-01'));
    expect(await dueIn(office)).toEqual([]);
    office.desk.lock();
    office.clock.set('2032-06-02T09:00:00.000Z');
    valueOf(await unlockSample(office.desk.vault));
    expect(await dueIn(office)).toMatchObject([{ caseId }]);
  });
});

describe('erasing a case', () => {
  test('leaves nothing of it in any page of the store, and the log its token', async () => {
    // given
    const { office, id, caseId, sealed, grant, today } = await officeWithOldCase();
    const pages = async () =>
      decipheredPages(storeIn(office.folder), await databaseKeyOf(office.folder));
    const middle = sealed.subarray(40, 400);
    const encounterRow = Buffer.from(`${id}${caseId}`);
    const before = await pages();
    // The look can find what it looks for.
    expect([
      before.includes(middle),
      before.includes(grant),
      before.includes(encounterRow),
    ]).toEqual([true, true, true]);

    // when
    const erased = valueOf(await call(office, retention.eraseCase, { caseId }));

    // then
    expect(erased.isRewritten).toBe(true);
    office.desk.lock();
    const after = await pages();
    expect([after.includes(middle), after.includes(grant), after.includes(encounterRow)]).toEqual([
      false,
      false,
      false,
    ]);
    expect(after.includes(caseId)).toBe(true);
    valueOf(await unlockSample(office.desk.vault));
    const { database } = office.desk.session();
    const log = database
      .prepare("SELECT case_id FROM audit_entry WHERE kind = 'erasure'", { pluck: true })
      .all([]);
    expect(log).toEqual([caseId]);
    expect(await dueIn(office)).toEqual([]);
    expect(kindOf(await call(office, confirmAlone, { id }))).toBe('EncounterUnknown');
    // What was not erased is as it was.
    expect(valueOf(await call(office, confirmAlone, { id: today.id })).draft.alias).toBe('Today');
  });

  test('is for cases that are due, and for the safeguarding lead', async () => {
    const { office, caseId, today } = await officeWithOldCase();
    const erase = (who: Pick<Office, 'dispatch'>, id: string) =>
      call(who, retention.eraseCase, { caseId: id });
    expect(kindOf(await erase(office, today.caseId))).toBe('CaseUnknown');
    for (const role of ['clinician', 'administrator'] as const)
      expect(
        kindOf(
          await erase(
            asRole(office, role, (desk) => retentionRoutes(desk, () => false)),
            caseId,
          ),
        ),
      ).toBe('NotAllowed');
    expect(await dueIn(office)).toMatchObject([{ caseId }]);
  });

  test('says what the copies still hold, and until when', async () => {
    // given
    const { office, caseId } = await officeWithOldCase();
    valueOf(await call(office, backups.chooseBackupTarget, { folder: freshFolder() }));
    valueOf(await call(office, backups.makeBackup, null));

    // when
    const erased = valueOf(await call(office, retention.eraseCase, { caseId }));

    // then
    expect(erased.inCopies).toEqual({ copies: 1, until: fourWeeksOn });
  });

  test('does not say that no copy holds it while the copies are out of reach, or one is being made', async () => {
    // given
    const { office, caseId } = await officeWithOldCase();
    const inCopies = async () =>
      valueOf(await call(office, retention.readRetention, null)).inCopies;
    const folder = freshFolder();
    valueOf(await call(office, backups.chooseBackupTarget, { folder }));
    expect(await inCopies()).toEqual({ copies: 0, until: null });
    const making = call(office, backups.makeBackup, null);
    expect(await inCopies()).toEqual({ copies: null, until: fourWeeksOn });
    valueOf(await making);
    expect(await inCopies()).toEqual({ copies: 1, until: fourWeeksOn });

    // when the stick is pulled out, and the folder it was found at stays or goes
    renameSync(folder, `${folder}-elsewhere`);
    expect(await inCopies()).toEqual({ copies: null, until: fourWeeksOn });
    mkdirSync(folder);
    const erased = valueOf(await call(office, retention.eraseCase, { caseId }));

    // then
    expect(erased.inCopies).toEqual({ copies: null, until: fourWeeksOn });
    const written = office.desk
      .session()
      .database.prepare('SELECT in_copies_until FROM erasure', { pluck: true })
      .all([]);
    expect(written).toEqual([fourWeeksOn]);
  });

  test('knows every table with rows of a case', async () => {
    const { office } = await officeWithOldCase();
    const { database } = office.desk.session();
    const found = rowsOfCase(database).map(({ table }) => table);
    const named = database
      .prepare(
        `SELECT DISTINCT m.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c
         WHERE m.type = 'table' AND c.name IN ('case_id', 'encounter_id', 'referral_id', 'ground_id')`,
        { pluck: true },
      )
      .all([])
      .map(String)
      .filter((table) => !['audit_entry', 'erased_case'].includes(table));
    expect(found.toSorted()).toEqual(expect.arrayContaining(named.toSorted()));
    expect(named.length).toBeGreaterThan(3);
  });
});
