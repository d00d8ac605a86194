import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StaffId } from '#core/domain/staff.ts';
import { parseBody } from '../../electron/vault/audit/chain.ts';
import { readEntries } from '../../electron/vault/audit/log-table.ts';
import { appendAudit } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import { growMemberKeys, randomKey, sealFor } from '../../electron/vault/keys.ts';
import type { TypedSheets } from '../../electron/vault/recovery-keys.ts';
import { proveSheets, recoveryStateOf } from '../../electron/vault/recovery.ts';
import { writeRecoverySets } from '../../electron/vault/repositories/recovery-sets.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { madeSheets, provenSheets } from '../../build/bench/recovery-sheets.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  sessionOf,
  slotsIn,
  slotTableOf,
  storeIn,
  tamperSlots,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

const next = 'pelican brocade fourteen sump';

async function withSheets() {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  const sheets = await provenSheets(sessionOf(vault), folder);
  const member = sessionOf(vault).member.id;
  vault.lock();
  return { folder, vault, sheets, member };
}

function recover(vault: Vault, typed: TypedSheets, member: StaffId, password: string = next) {
  return vault.recover({ typed, member, signInName: 'okapi', password });
}

function eventsOf(vault: Vault) {
  return readEntries(sessionOf(vault).database, 'true ORDER BY position', []).map(
    ({ body }) => parseBody(body)?.event,
  );
}

describe('two of three sheets', () => {
  test.each([
    [0, 1],
    [1, 0],
    [0, 2],
    [2, 1],
  ] as const)('open for the lead, who chooses another password: sheets %i and %i', async (a, b) => {
    // given a vault whose password nobody remembers
    const { folder, vault, sheets, member } = await withSheets();
    const typed: TypedSheets = [sheets[a], sheets[b]];

    // when
    const leads = valueOf(await vault.membersBySheets(typed));
    valueOf(await recover(vault, typed, member));

    // then the same member is in, by the same keys, and the log says how
    expect(leads).toEqual([{ id: member, displayName: sampleRequest.displayName }]);
    expect(sessionOf(vault).member.id).toBe(member);
    expect(eventsOf(vault)).toContainEqual({ kind: 'recovery', member });
    const keys = sessionOf(vault).keys.boxPublic;
    vault.lock();
    // and the old name and password are gone
    const elsewhere = testVault(folder);
    expect(kindOf(await unlockSample(elsewhere))).toBe('WrongPassword');
    expect(kindOf(await elsewhere.unlock('okapi', sampleRequest.password))).toBe('WrongPassword');
    valueOf(await elsewhere.unlock('okapi', next));
    expect(sessionOf(elsewhere).keys.boxPublic.equals(keys)).toBe(true);
  });

  test('may be typed with four letters a word, in capitals, with the numbers', async () => {
    const { vault, sheets } = await withSheets();
    const short = sheets[0]
      .split(' ')
      .map((word, at) => `${at + 1}. ${word.slice(0, 4).toUpperCase()}`)
      .join('\n');
    expect(kindOf(await vault.membersBySheets([short, sheets[1]]))).toBe('ok');
  });

  test('open a name that was closed after 100 wrong passwords', async () => {
    // given
    const { vault, sheets, member } = await withSheets();
    for (let time = 0; time < 100; time += 1)
      await vault.unlock(sampleRequest.signInName, 'not this one at all');
    expect(kindOf(await unlockSample(vault))).toBe('TriesUsedUp');

    // when
    const { signInName } = sampleRequest;
    valueOf(
      await vault.recover({ typed: [sheets[1], sheets[2]], member, signInName, password: next }),
    );
    vault.lock();

    // then
    expect(kindOf(await vault.unlock(signInName, next))).toBe('ok');
  });

  test('are due to be made anew once they were used, and go on opening until then', async () => {
    const { vault, sheets, member } = await withSheets();
    valueOf(await recover(vault, [sheets[0], sheets[1]], member));
    expect(recoveryStateOf(sessionOf(vault)).proven).toBe('used');
    vault.lock();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[1]]))).toBe('ok');
  });
});

describe('what opens nothing', () => {
  test('is one sheet, however often', async () => {
    const { vault, sheets } = await withSheets();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[0]]))).toBe('SameSheetTwice');
    expect(kindOf(await vault.membersBySheets([sheets[0], '']))).toBe('SheetIncomplete');
  });

  test('is an older set, once two sheets of a newer one were typed back', async () => {
    // given
    const { folder, vault, sheets: old, member } = await withSheets();
    valueOf(await unlockSample(vault));
    const unproven = await madeSheets(sessionOf(vault));
    vault.lock();
    // while nobody has tried the new ones, the old ones count
    expect(await vault.membersBySheets([unproven[0], unproven[1]])).toMatchObject({
      error: { kind: 'SheetOfAnotherSet', sheet: 1 },
    });
    expect(kindOf(await vault.membersBySheets([old[0], old[1]]))).toBe('ok');

    // when
    valueOf(await unlockSample(vault));
    const typed: TypedSheets = [unproven[2], unproven[0]];
    valueOf(await proveSheets(sessionOf(vault), folder, typed, () => true));
    vault.lock();

    // then
    expect(kindOf(await recover(vault, [old[0], old[1]], member))).toBe('SheetOfAnotherSet');
    expect(kindOf(await recover(vault, [unproven[0], old[1]], member))).toBe('SheetOfAnotherSet');
    expect(kindOf(await recover(vault, [unproven[0], unproven[1]], member))).toBe('ok');
  });

  test('is a set of a vault that never had any', async () => {
    const { vault } = await lockedVault();
    const { sheets } = await withSheets();
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[1]]))).toBe('NoSheetsCount');
  });

  test('is a slot file of before the newer set, put back by somebody with older sheets', async () => {
    // given
    const { folder, vault, sheets: old } = await withSheets();
    const before = slotTableOf(folder);
    valueOf(await unlockSample(vault));
    await provenSheets(sessionOf(vault), folder);
    vault.lock();

    // when
    tamperSlots(folder, () => before);

    // then the store, which knows the set that counts, says no
    expect(kindOf(await vault.membersBySheets([old[0], old[1]]))).toBe('NoSheetsCount');
  });

  test('a request that is refused changes nothing', async () => {
    const { folder, vault, sheets, member } = await withSheets();
    const before = slotsIn(folder);
    const typed: TypedSheets = [sheets[0], sheets[1]];
    expect(kindOf(await recover(vault, typed, member, 'short'))).toBe('PasswordRejected');
    const stranger = StaffId.parse('0198c0de-0000-7000-8000-000000000009');
    expect(kindOf(await recover(vault, typed, stranger))).toBe('MemberUnknown');
    expect(slotsIn(folder)).toEqual(before);
    expect(vault.state().kind).toBe('locked');
  });

  test('a lock overtakes a recovery, and nothing is changed', async () => {
    const { folder, vault, sheets, member } = await withSheets();
    const before = slotsIn(folder);
    const recovering = recover(vault, [sheets[0], sheets[1]], member);
    vault.lock();
    expect(kindOf(await recovering)).toBe('LockedMeanwhile');
    expect(slotsIn(folder)).toEqual(before);
  });
});

describe('the drill', () => {
  test('is what makes the sheets count, and is written down', async () => {
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const session = sessionOf(vault);
    expect(recoveryStateOf(session)).toEqual({ proven: 'none', provenAt: null, madeAt: null });
    const made = await madeSheets(session);
    expect(recoveryStateOf(session).proven).toBe('none');
    valueOf(await proveSheets(session, folder, [made[0], made[1]], () => true));
    expect(recoveryStateOf(session)).toMatchObject({ proven: 'sound', madeAt: null });
    expect(eventsOf(vault).map((event) => event?.kind)).toEqual([
      'set-up',
      'unlock',
      'lock',
      'unlock',
      'recovery-shares-made',
      'recovery-drill',
    ]);
  });

  test('waits over a lock, as when somebody walks to the printer', async () => {
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const made = await madeSheets(sessionOf(vault));
    vault.lock();
    valueOf(await unlockSample(vault));
    const typed: TypedSheets = [made[1], made[2]];
    expect(kindOf(await proveSheets(sessionOf(vault), folder, typed, () => true))).toBe('ok');
  });

  test('without sheets, or with a mistyped one, proves nothing', async () => {
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const session = sessionOf(vault);
    const { sheets } = await withSheets();
    const prove = async (typed: TypedSheets) =>
      kindOf(await proveSheets(session, folder, typed, () => true));
    expect(await prove([sheets[0], sheets[1]])).toBe('NoSheetsMade');
    const made = await madeSheets(session);
    expect(await prove([sheets[0], made[1]])).toBe('SheetOfAnotherSet');
    expect(await prove([made[0], `${made[1]} zoo`])).toBe('SheetIncomplete');
    expect(await prove([made[0], made[1].replace(/^\w+/, 'quietroom')])).toBe('WordUnknown');
    expect(recoveryStateOf(session).proven).toBe('none');
  });
});

describe('at the next sign-in of a lead', () => {
  test('a drill that was cut off between its two writes is finished', async () => {
    // given: the slot file is of the new set, and the store is as it was before the drill
    const { folder, vault } = await lockedVault();
    valueOf(await unlockSample(vault));
    const made = await madeSheets(sessionOf(vault));
    const typed: TypedSheets = [made[0], made[1]];
    vault.lock();
    const before = join(freshFolder(), 'before.db');
    copyFileSync(storeIn(folder), before);
    valueOf(await unlockSample(vault));
    valueOf(await proveSheets(sessionOf(vault), folder, typed, () => true));
    vault.lock();
    copyFileSync(before, storeIn(folder));
    // then its sheets open already
    expect(kindOf(await vault.membersBySheets(typed))).toBe('ok');

    // when
    valueOf(await unlockSample(vault));

    // then
    expect(recoveryStateOf(sessionOf(vault))).toMatchObject({ proven: 'sound', madeAt: null });
  });

  test('a set that somebody else put into the slot file gets no seed, and the own set is put back', async () => {
    // given somebody who can write to the folder, with a key of their own
    const { folder, vault, sheets } = await withSheets();
    const stranger = growMemberKeys(randomKey());
    const recoveryPublic = stranger.boxPublic.toString('base64');
    const sealedDatabaseKey = sealFor(stranger.boxPublic, randomKey()).toString('base64');
    tamperSlots(folder, (table) => ({
      ...table,
      slots: table.slots.map(({ recoverySeed: _seed, ...slot }) => slot),
      recovery: { recoveryPublic, sealedDatabaseKey },
    }));

    // when
    valueOf(await unlockSample(vault));
    vault.lock();

    // then
    expect(JSON.stringify(slotTableOf(folder))).not.toContain(recoveryPublic);
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[2]]))).toBe('ok');
  });
});

test('a set that a colleague with a tool wrote into the store counts for nothing', async () => {
  // given a clinician who signs for it too, and the row as any program would have written it
  const { folder, vault, sheets } = await withSheets();
  valueOf(await unlockSample(vault));
  const request = { displayName: 'X', role: 'clinician', signInName: 'ombrellino' } as const;
  valueOf(await vault.people.add({ ...request, password: next }));
  vault.lock();
  valueOf(await vault.unlock('ombrellino', next));
  const clinician = sessionOf(vault);
  const recoveryPublic = growMemberKeys(randomKey()).boxPublic.toString('base64');
  const set = { recoveryPublic, at: '2031-03-05T09:00:00.000Z' };
  commit(clinician.database, () => {
    writeRecoverySets(clinician.database, { proven: { ...set, isUsed: false }, made: set });
    appendAudit(clinician, { kind: 'recovery-shares-made', shares: 3, needed: 2, recoveryPublic });
    appendAudit(clinician, { kind: 'recovery-drill', recoveryPublic });
  });
  vault.lock();

  // when
  valueOf(await unlockSample(vault));

  // then the lead is asked for new sheets, and nothing was sealed for the ones that were made up
  expect(JSON.stringify(slotTableOf(folder))).not.toContain(recoveryPublic);
  expect(recoveryStateOf(sessionOf(vault)).proven).toBe('none');
  const again = await provenSheets(sessionOf(vault), folder);
  vault.lock();
  expect(kindOf(await vault.membersBySheets([again[0], again[2]]))).toBe('ok');
  expect(kindOf(await vault.membersBySheets([sheets[0], sheets[2]]))).not.toBe('ok');
});

describe('when a member is removed, and the key of the database changes', () => {
  async function withClinician() {
    const made = await withSheets();
    valueOf(await unlockSample(made.vault));
    const request = { displayName: 'X', role: 'clinician', signInName: 'ombrellino' } as const;
    const { id } = valueOf(await made.vault.people.add({ ...request, password: next }));
    return { ...made, id };
  }

  test('the sheets go on opening', async () => {
    const { vault, sheets, member, id } = await withClinician();
    valueOf(vault.people.remove(id));
    vault.lock();
    expect(kindOf(await recover(vault, [sheets[1], sheets[2]], member))).toBe('ok');
  });

  test('a set that somebody else put into the slot file does not get the new key', async () => {
    const { folder, vault, sheets, member, id } = await withClinician();
    const stranger = growMemberKeys(randomKey());
    const recoveryPublic = stranger.boxPublic.toString('base64');
    const sealedDatabaseKey = sealFor(stranger.boxPublic, randomKey()).toString('base64');
    tamperSlots(folder, (table) => ({
      ...table,
      recovery: { recoveryPublic, sealedDatabaseKey },
    }));
    valueOf(vault.people.remove(id));
    vault.lock();
    expect(JSON.stringify(slotTableOf(folder))).not.toContain(recoveryPublic);
    // The lead's next sign-in seals it for the set that counts.
    valueOf(await unlockSample(vault));
    vault.lock();
    expect(kindOf(await recover(vault, [sheets[0], sheets[1]], member))).toBe('ok');
  });
});
