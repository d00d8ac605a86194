import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isSound, type LogVerdict } from '#core/domain/audit-view.ts';
import { noteWarningsSeen, readLog, verifyLog } from '#core/ipc/audit-channels.ts';
import { storeName } from '../../electron/platform/profile.ts';
import { verifyLog as verifyEntries } from '../../electron/vault/audit/verify-log.ts';
import { appendAudit, ledgerOf } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import { call, type Office } from '../routes/office.ts';
import { officeWithVisit, saveAtOnce } from '../routes/visits.ts';
import { wholeLog } from '../routes/requests.ts';
import { freshFolder, typedDraft, unlockSample, valueOf } from '../support/vault.ts';
import { twoMembers } from './members.ts';

/** A store that was put back to an older state, so that a sign-in has found it so. */
async function rolledBack(): Promise<Office> {
  const { office, id } = await officeWithVisit();
  office.desk.lock();
  const store = join(office.folder, storeName);
  const older = join(freshFolder(), 'older');
  copyFileSync(store, older);
  valueOf(await unlockSample(office.desk.vault));
  office.desk.confirmAlone(id);
  for (const alias of ['One', 'Two']) valueOf(await saveAtOnce(office, id, typedDraft({ alias })));
  office.desk.lock();
  copyFileSync(older, store);
  valueOf(await unlockSample(office.desk.vault));
  return office;
}

describe('a warning of an earlier sign-in', () => {
  test('stays in every verdict, and says who has seen it and when', async () => {
    // given
    const office = await rolledBack();
    const before = valueOf(await call(office, verifyLog, null));
    expect(before.flaws).toMatchObject([{ flaw: 'cut-off', seen: 'not-yet' }]);
    expect(isSound(before)).toBe(false);

    // when
    valueOf(await call(office, noteWarningsSeen, { upTo: before.upTo }));

    // then
    const after = valueOf(await call(office, verifyLog, null));
    const { id: staff } = office.desk.session().member;
    expect(after.flaws).toEqual([
      { ...before.flaws[0], seen: { staff, at: expect.stringMatching(/^\d{4}-/) } },
    ]);
    expect(isSound(after)).toBe(true);
    const { lines } = valueOf(
      await call(office, readLog, { filter: wholeLog, upTo: null, skip: 0, take: 100 }),
    );
    expect(lines.map(({ event }) => event)).toContainEqual({
      kind: 'warnings-seen',
      upTo: before.upTo,
    });
  });

  test('that came later is not seen by it', async () => {
    const office = await rolledBack();
    valueOf(await call(office, noteWarningsSeen, { upTo: 1 }));
    const { flaws } = valueOf(await call(office, verifyLog, null));
    expect(flaws).toMatchObject([{ flaw: 'cut-off', seen: 'not-yet' }]);
  });
});

function verdictOf(session: VaultSession): LogVerdict {
  const ledger = ledgerOf(session);
  const step = verifyEntries(session.database, ledger.head(), ledger.readMark()).next();
  if (step.done !== true) throw new Error('The log is longer than one part');
  return step.value;
}

test('a note counts from a lead alone, and only for what stood in the log before it', async () => {
  // given
  const { lead, colleague, asColleague } = await twoMembers();
  const warn = (session: VaultSession) =>
    commit(session.database, () =>
      appendAudit(session, { kind: 'records-replaced', markedPosition: 2 }),
    );
  const note = (session: VaultSession, upTo: number) =>
    commit(session.database, () => appendAudit(session, { kind: 'warnings-seen', upTo }));
  warn(lead);
  const { upTo } = verdictOf(lead);
  note(lead, upTo + 50);
  warn(lead);

  // when
  asColleague();
  note(colleague, upTo + 50);

  // then
  expect(verdictOf(colleague).flaws).toMatchObject([
    { flaw: 'replaced', position: upTo, times: 1, seen: { staff: lead.member.id } },
    { flaw: 'replaced', position: upTo + 2, times: 1, seen: 'not-yet' },
  ]);
});
