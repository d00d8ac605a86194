import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendAudit } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import { growMemberKeys, randomKey, sealFor } from '../../electron/vault/keys.ts';
import type { TypedSheets } from '../../electron/vault/recovery-keys.ts';
import { proveSheets, recoveryStateOf } from '../../electron/vault/recovery.ts';
import { writeRecoverySets } from '../../electron/vault/repositories/recovery-sets.ts';
import { madeSheets, provenSheets } from '../../build/bench/recovery-sheets.ts';
import {
  freshFolder,
  kindOf,
  lockedVault,
  sessionOf,
  slotTableOf,
  storeIn,
  tamperSlots,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { eventsOf, next, recover, withSheets } from './sheets.ts';

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
