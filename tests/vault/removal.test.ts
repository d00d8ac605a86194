import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditKind } from '#core/domain/audit-entry.ts';
import { type Role, StaffId } from '#core/domain/staff.ts';
import { takeBackup } from '../../electron/vault/backup.ts';
import { listCopies } from '../../electron/vault/copies.ts';
import { commit, openDatabase } from '../../electron/vault/database.ts';
import { growMemberKeys, openSealed, randomKey } from '../../electron/vault/keys.ts';
import { readCaseKey } from '../../electron/vault/repositories/case-file.ts';
import * as encounters from '../../electron/vault/repositories/encounter.ts';
import { readFacility, writeFacility } from '../../electron/vault/repositories/facility.ts';
import { commitRestore, stageRestore } from '../../electron/vault/restore.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import {
  databaseKeyOf,
  freshFolder,
  kindOf,
  lockedVault,
  sampleRequest,
  sessionOf,
  settableClock,
  slotTableOf,
  storeIn,
  tamperSlots,
  testVault,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addCase } from './members.ts';

const password = 'pelican-brocade-fourteen-sump';

async function openVault() {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  return { folder, vault };
}

async function add(vault: Vault, signInName: string, role: Role) {
  const displayName = signInName.toUpperCase();
  return valueOf(await vault.people.add({ displayName, role, signInName, password }));
}

async function as<Value>(vault: Vault, name: string, work: () => Value): Promise<Value> {
  valueOf(await vault.unlock(name, password));
  const value = work();
  vault.lock();
  return value;
}

/** A lead, two clinicians, and a case of the first clinician's. */
async function threeMembers() {
  const { folder, vault } = await openVault();
  const leaver = await add(vault, 'ombrellino', 'clinician');
  const stayer = await add(vault, 'parasol', 'clinician');
  vault.lock();
  const listing = await as(vault, 'ombrellino', () => addCase(sessionOf(vault), typedDraft()));
  return { folder, vault, leaver, stayer, listing };
}

async function backUp(folder: string, vault: Vault) {
  const target = join(freshFolder(), 'stick');
  mkdirSync(target);
  const { database } = sessionOf(vault);
  const clock = settableClock();
  valueOf(
    await takeBackup({ database, folder, target, clock, isOpen: () => true, onProgress() {} }),
  );
  return target;
}

async function goBack(folder: string, target: string, name: string, word: string) {
  const [copy] = listCopies(target);
  if (copy === undefined) throw new Error('there is a copy');
  const request = { folder, target, name: copy.name, signInName: name, password: word };
  return stageRestore(request, testVault(folder).attempts, settableClock(), undefined);
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
    expect(kindOf(await vault.unlock('ombrellino', password))).toBe('WrongPassword');
    expect(readdirSync(folder).filter((name) => name.startsWith('rotate'))).toEqual([]);
    for (const again of [1, 2]) {
      const elsewhere = testVault(folder);
      valueOf(await unlockSample(elsewhere));
      expect(encounters.listEncounters(sessionOf(elsewhere)), `time ${again}`).toHaveLength(2);
      elsewhere.lock();
      expect(kindOf(await elsewhere.unlock('parasol', password))).toBe('ok');
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
    const { id } = await add(vault, 'ombrellino', 'clinician');
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
    await add(vault, 'administrator', 'administrator');
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
    expect(kindOf(await vault.unlock('parasol', password))).toBe('ok');
  });
});

describe('an older copy', () => {
  test('does not bring back a member who was removed since', async () => {
    // given a copy from before
    const { folder, vault, leaver, listing } = await threeMembers();
    valueOf(await unlockSample(vault));
    const target = await backUp(folder, vault);
    const before = await databaseKeyOf(folder);
    valueOf(vault.people.remove(leaver.id));
    vault.lock();

    // when
    valueOf(await goBack(folder, target, sampleRequest.signInName, sampleRequest.password));
    valueOf(commitRestore(folder, settableClock().now()));

    // then
    const elsewhere = testVault(folder);
    expect(kindOf(await elsewhere.unlock('ombrellino', password))).toBe('WrongPassword');
    expect(openDatabase(storeIn(folder), before).ok).toBe(false);
    valueOf(await unlockSample(elsewhere));
    expect(encounters.readEncounter(sessionOf(elsewhere), listing.id)?.draft).toEqual(typedDraft());
    expect(stateOf(elsewhere, leaver.id)).toBe('removed');
    expect(kindsIn(elsewhere)).toContain('backup-restored');
  });

  test('beside a newer one is enough to know it, without any slot file in place', async () => {
    // given a new machine, and a stick with a copy from before and one from after
    const { folder, vault, leaver } = await threeMembers();
    valueOf(await unlockSample(vault));
    const target = await backUp(folder, vault);
    valueOf(vault.people.remove(leaver.id));
    const later = await backUp(folder, vault);
    vault.lock();
    const [name = ''] = readdirSync(later);
    cpSync(join(later, name), join(target, 'copy-000009-20310306'), { recursive: true });
    const fresh = join(freshFolder(), 'vault');

    // when
    valueOf(await goBack(fresh, target, sampleRequest.signInName, sampleRequest.password));
    valueOf(commitRestore(fresh, settableClock().now()));

    // then
    const elsewhere = testVault(fresh);
    expect(kindOf(await elsewhere.unlock('ombrellino', password))).toBe('WrongPassword');
    expect(kindOf(await unlockSample(elsewhere))).toBe('ok');
  });

  test('is not gone back to by a lead who was suspended since', async () => {
    // given
    const { folder, vault } = await openVault();
    const { id } = await add(vault, 'second', 'safeguarding-lead');
    const target = await backUp(folder, vault);
    valueOf(vault.people.change(id, { kind: 'suspend' }));
    vault.lock();

    // when, then
    expect(kindOf(await goBack(folder, target, 'second', password))).toBe('NotAllowed');
    const { signInName, password: word } = sampleRequest;
    expect(kindOf(await goBack(folder, target, signInName, word))).toBe('ok');
  });

  test('is not gone back to by a lead who was removed since', async () => {
    // given
    const { folder, vault } = await openVault();
    const { id } = await add(vault, 'second', 'safeguarding-lead');
    const target = await backUp(folder, vault);
    valueOf(vault.people.remove(id));
    vault.lock();

    // when, then
    expect(kindOf(await goBack(folder, target, 'second', password))).toBe('NotAllowed');
    expect(existsSync(storeIn(folder))).toBe(true);
  });
});

function kindsIn(vault: Vault): readonly string[] {
  const { database } = sessionOf(vault);
  return database.prepare('SELECT kind FROM audit_entry', { pluck: true }).all([]).map(String);
}

function dueIn(vault: Vault): number {
  const { database } = sessionOf(vault);
  return Number(database.prepare('SELECT count(*) FROM case_key_due', { pluck: true }).get([]));
}

function stateOf(vault: Vault, id: StaffId): string | undefined {
  return vault.people.list().find((one) => one.id === id)?.state;
}
