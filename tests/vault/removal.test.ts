import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AuditKind } from '#core/domain/audit-entry.ts';
import { StaffId } from '#core/domain/staff.ts';
import { commit, openDatabase } from '../../electron/vault/database.ts';
import { growMemberKeys, openSealed, randomKey } from '../../electron/vault/keys.ts';
import { readCaseKey } from '../../electron/vault/repositories/case-file.ts';
import * as encounters from '../../electron/vault/repositories/encounter.ts';
import { readFacility, writeFacility } from '../../electron/vault/repositories/facility.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import {
  databaseKeyOf,
  kindOf,
  sessionOf,
  slotTableOf,
  storeIn,
  tamperSlots,
  testVault,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addCase, addMember, kindsIn, memberPassword, openVault, threeMembers } from './members.ts';

async function as<Value>(vault: Vault, name: string, work: () => Value): Promise<Value> {
  valueOf(await vault.unlock(name, memberPassword));
  const value = work();
  vault.lock();
  return value;
}

describe('removing a member', () => {
  test('puts the store under another key, and leaves the slot of everybody else', async () => {
    // given
    const { folder, vault, leaver, listing } = await threeMembers();
    const before = await databaseKeyOf(folder);
    valueOf(await unlockSample(vault));
    const caseKey = readCaseKey(sessionOf(vault), listing.caseId);

    // when
    valueOf(vault.people.remove(leaver.id));

    // then: the session goes on, with everything in it
    expect(encounters.readEncounter(sessionOf(vault), listing.id)?.draft).toEqual(typedDraft());
    expect(readCaseKey(sessionOf(vault), listing.caseId)).not.toEqual(caseKey);
    addCase(sessionOf(vault), typedDraft());
    vault.lock();
    expect(openDatabase(storeIn(folder), before).ok).toBe(false);
    expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('WrongPassword');
    expect(readdirSync(folder).filter((name) => name.startsWith('rotate'))).toEqual([]);
    for (const again of [1, 2]) {
      const elsewhere = testVault(folder);
      valueOf(await unlockSample(elsewhere));
      expect(encounters.listEncounters(sessionOf(elsewhere)), `time ${again}`).toHaveLength(2);
      elsewhere.lock();
      expect(kindOf(await elsewhere.unlock('parasol', memberPassword))).toBe('ok');
      elsewhere.lock();
    }
    // Who has signed in since has the new key under their own seal.
    expect(slotTableOf(folder).slots.map(({ links }) => links.length)).toEqual([0, 0]);
    expect(slotTableOf(folder).removed).toEqual([leaver.id]);
  });

  test('lets the log say so, and the mark beside the store fits', async () => {
    // given
    const { vault, leaver } = await threeMembers();
    valueOf(await unlockSample(vault));

    // when
    valueOf(vault.people.remove(leaver.id));
    vault.lock();
    valueOf(await unlockSample(vault));

    // then
    expect(kindsIn(vault)).toEqual(expect.arrayContaining(['member-removed', 'keys-rotated']));
    for (const odd of [
      'mark-damaged',
      'mark-missing',
      'records-older',
      'records-replaced',
    ] satisfies AuditKind[])
      expect(kindsIn(vault)).not.toContain(odd);
  });

  test('is refused while nobody else could open what they hold', async () => {
    // given a place where leads read only what is shared with them
    const { vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    const { database } = sessionOf(vault);
    commit(database, () =>
      writeFacility(database, { ...readFacility(database), leadsRead: 'shared' }),
    );
    vault.lock();
    await as(vault, 'ombrellino', () => addCase(sessionOf(vault), typedDraft()));
    valueOf(await unlockSample(vault));

    // when, then
    expect(vault.people.remove(id)).toEqual({
      ok: false,
      error: { kind: 'HoldsCasesAlone', cases: 1 },
    });
    expect(kindOf(vault.people.change(id, { kind: 'role', role: 'administrator' }))).toBe(
      'HoldsCasesAlone',
    );
    expect(kindOf(vault.people.change(id, { kind: 'suspend' }))).toBe('ok');
  });

  test('by an administrator changes the keys of the cases when a lead signs in next', async () => {
    // given
    const { vault, leaver, listing } = await threeMembers();
    valueOf(await unlockSample(vault));
    await addMember(vault, 'administrator', 'administrator');
    const before = readCaseKey(sessionOf(vault), listing.caseId);
    vault.lock();

    // when
    await as(vault, 'administrator', () => {
      valueOf(vault.people.remove(leaver.id));
      expect(dueIn(vault)).toBe(1);
    });

    // then
    valueOf(await unlockSample(vault));
    expect(dueIn(vault)).toBe(0);
    expect(readCaseKey(sessionOf(vault), listing.caseId)).not.toEqual(before);
    expect(encounters.readEncounter(sessionOf(vault), listing.id)?.draft).toEqual(typedDraft());
  });

  test('hands the next key to nobody who only has a slot in the file', async () => {
    // given a slot that somebody put there, in the name of nobody and in that of a colleague
    const { folder, vault, leaver, stayer } = await threeMembers();
    valueOf(await unlockSample(vault));
    const intruder = growMemberKeys(randomKey());
    const boxPublic = intruder.boxPublic.toString('base64');
    tamperSlots(folder, (table) => ({
      ...table,
      generation: table.generation + 1,
      slots: table.slots.flatMap((slot) =>
        slot.staffId === stayer.id
          ? [{ ...slot, boxPublic }]
          : [slot, { ...slot, staffId: StaffId.parse(randomUUID()), boxPublic }],
      ),
    }));

    // when
    valueOf(vault.people.remove(leaver.id));

    // then
    const sealed = slotTableOf(folder).slots.flatMap(({ links }) =>
      links.map((link) => link.sealed),
    );
    expect(sealed.length).toBeGreaterThan(0);
    for (const link of sealed)
      expect(openSealed(Buffer.from(link, 'base64'), intruder)).toBeUndefined();
    vault.lock();
    expect(kindOf(await unlockSample(vault))).toBe('ok');
  });

  test('leaves a suspended colleague the way back', async () => {
    // given
    const { vault, leaver, stayer } = await threeMembers();
    valueOf(await unlockSample(vault));
    valueOf(vault.people.change(stayer.id, { kind: 'suspend' }));

    // when
    valueOf(vault.people.remove(leaver.id));
    valueOf(vault.people.change(stayer.id, { kind: 'resume' }));
    vault.lock();

    // then
    expect(kindOf(await vault.unlock('parasol', memberPassword))).toBe('ok');
  });
});

function dueIn(vault: Vault): number {
  const { database } = sessionOf(vault);
  return Number(database.prepare('SELECT count(*) FROM case_key_due', { pluck: true }).get([]));
}
