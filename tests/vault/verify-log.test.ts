import { describe, expect, test } from 'vitest';
import type { LogVerdict } from '#core/domain/audit-view.ts';
import { readLog, verifyLog } from '#core/ipc/audit-channels.ts';
import {
  chooseBackupTarget,
  goBackToCopy,
  inspectCopy,
  makeBackup,
} from '#core/ipc/backup-channels.ts';
import { verifyLog as verifyEntries } from '../../electron/vault/audit/verify-log.ts';
import { appendAudit, ledgerOf } from '../../electron/vault/audit-log.ts';
import { commit, type Database } from '../../electron/vault/database.ts';
import { call, type Office } from '../routes/office.ts';
import { officeWithVisit, saveAtOnce } from '../routes/visits.ts';
import { twoMembers } from './members.ts';
import { wholeLog } from '../routes/requests.ts';
import {
  freshFolder,
  sampleRequest,
  typedDraft,
  unlockSample,
  valueOf,
  withRawDatabase,
} from '../support/vault.ts';

/** An office whose log has a few lines, locked, so that somebody can get at its store. */
async function officeWithLog(): Promise<Office> {
  const { office, id } = await officeWithVisit();
  for (const alias of ['One', 'Two', 'Three'])
    valueOf(await saveAtOnce(office, id, typedDraft({ alias })));
  office.desk.lock();
  return office;
}

async function verdictAfter(
  office: Office,
  harm: (database: Database) => void,
): Promise<LogVerdict> {
  await withRawDatabase(office.folder, (database) =>
    commit(database, () => {
      database.exec(
        'DROP TRIGGER audit_entry_is_never_changed; DROP TRIGGER audit_entry_is_never_removed',
      );
      harm(database);
    }),
  );
  valueOf(await unlockSample(office.desk.vault));
  return valueOf(await call(office, verifyLog, null));
}

function flawsOf({ flaws }: LogVerdict): readonly string[] {
  return flaws.map(({ flaw }) => flaw);
}

describe('a verification of the log', () => {
  test('finds nothing where nothing was changed, and is a line of the log itself', async () => {
    // given
    const office = await officeWithLog();
    valueOf(await unlockSample(office.desk.vault));

    // when
    const first = valueOf(await call(office, verifyLog, null));
    const second = valueOf(await call(office, verifyLog, null));

    // then
    expect(first.flaws).toEqual([]);
    expect(first.entries).toBeGreaterThan(7);
    expect(second).toEqual({ ...first, entries: first.entries + 1, upTo: first.upTo + 1 });
  });

  test.each([
    [
      'a word of a line was changed',
      `UPDATE audit_entry SET body = replace(body, '"at":"2031', '"at":"2030') WHERE position = 4`,
      'altered',
    ],
    ['a line was taken out', 'DELETE FROM audit_entry WHERE position = 4', 'missing'],
    [
      'two lines changed places',
      'UPDATE audit_entry SET position = CASE position WHEN 4 THEN 1005 ELSE 1004 END WHERE position IN (4, 5); UPDATE audit_entry SET position = position - 1000 WHERE position > 1000',
      'moved',
    ],
    ['the last lines were cut off', 'DELETE FROM audit_entry WHERE position > 6', 'cut-off'],
    [
      'a signature was changed',
      'UPDATE audit_entry SET signature = zeroblob(64) WHERE position = 4',
      'forged',
    ],
    [
      'a version in the table was changed',
      'UPDATE record_head SET version = version + 1',
      'versions-differ',
    ],
  ])('says so when %s', async (_, sql, flaw) => {
    const office = await officeWithLog();
    const verdict = await verdictAfter(office, (database) => database.exec(sql));
    expect(flawsOf(verdict)).toContain(flaw);
  });
});

test('keys that somebody gave without being entitled to are found', async () => {
  // given
  const { lead, colleague, asColleague } = await twoMembers();
  asColleague();

  // when
  const signPublic = colleague.keys.signPublic.toString('base64');
  commit(colleague.database, () =>
    appendAudit(colleague, {
      kind: 'member-added',
      member: lead.member.id,
      role: 'safeguarding-lead',
      signPublic,
    }),
  );

  // then
  const ledger = ledgerOf(colleague);
  const found = verifyEntries(colleague.database, ledger.head(), ledger.readMark()).next().value;
  expect(found).toMatchObject({ flaws: [{ flaw: 'not-entitled' }] });
});

test('a restore is a line of the log it goes back to, signed by who did it, and explains itself', async () => {
  // given a copy, and two saves since
  const { office, id } = await officeWithVisit();
  const stick = freshFolder();
  valueOf(await call(office, chooseBackupTarget, { folder: stick }));
  const { name } = valueOf(await call(office, makeBackup, null));
  for (const alias of ['One', 'Two']) valueOf(await saveAtOnce(office, id, typedDraft({ alias })));

  // when
  const { signInName, password } = sampleRequest;
  valueOf(await call(office, inspectCopy, { folder: stick, name, signInName, password }));
  valueOf(await call(office, goBackToCopy, null));
  valueOf(await unlockSample(office.desk.vault));

  // then
  const request = { filter: wholeLog, upTo: null, skip: 0, take: 100 };
  const { lines } = valueOf(await call(office, readLog, request));
  expect(lines.map(({ event }) => event)).toContainEqual({
    kind: 'backup-restored',
    upTo: expect.any(Number),
    lost: 2,
  });
  expect(valueOf(await call(office, verifyLog, null)).flaws).toEqual([]);
});
