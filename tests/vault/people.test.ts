import { describe, expect, test } from 'vitest';
import { commit } from '../../electron/vault/database.ts';
import {
  kindOf,
  sampleRequest,
  sessionOf,
  slotTableOf,
  tamperSlots,
  testVault,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addMember, memberPassword, openVault } from './members.ts';

describe('a new member', () => {
  test('signs in with the name and password they chose, in the role they were given', async () => {
    // given
    const { folder, vault } = await openVault();

    // when
    const member = await addMember(vault, 'ombrellino', 'administrator');
    vault.lock();

    // then
    const elsewhere = testVault(folder);
    expect(valueOf(await elsewhere.unlock('ombrellino', memberPassword))).toEqual(member);
    expect(valueOf(await unlockSample(elsewhere)).displayName).toBe(sampleRequest.displayName);
  });

  test('cannot take a name somebody has, also somebody who is suspended', async () => {
    // given
    const { vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    valueOf(vault.people.change(id, { kind: 'suspend' }));

    // when, then
    const again = {
      displayName: 'X',
      role: 'clinician',
      signInName: 'ombrellino',
      password: memberPassword,
    } as const;
    expect(kindOf(await vault.people.add(again))).toBe('NameTaken');
    const own = { ...again, signInName: sampleRequest.signInName };
    expect(kindOf(await vault.people.add(own))).toBe('NameTaken');
    expect(vault.people.list()).toHaveLength(2);
  });

  test('hears what is wrong with a password', async () => {
    const { folder, vault } = await openVault();
    const weak = {
      displayName: 'X',
      role: 'clinician',
      signInName: 'ombrellino',
      password: 'short',
    } as const;
    expect(kindOf(await vault.people.add(weak))).toBe('PasswordRejected');
    expect(slotTableOf(folder).slots).toHaveLength(1);
  });

  test('is not added when it locks meanwhile', async () => {
    // given
    const { folder, vault } = await openVault();
    const request = {
      displayName: 'X',
      role: 'clinician',
      signInName: 'ombrellino',
      password: memberPassword,
    } as const;

    // when
    const adding = vault.people.add(request);
    vault.lock();

    // then
    expect(kindOf(await adding)).toBe('LockedMeanwhile');
    expect(slotTableOf(folder).slots).toHaveLength(1);
  });

  test('is added by a lead or an administrator, and a lead by a lead alone', async () => {
    // given
    const { vault } = await openVault();
    await addMember(vault, 'administrator', 'administrator');
    await addMember(vault, 'clinician', 'clinician');
    const asked = { displayName: 'X', signInName: 'newcomer', password: memberPassword } as const;

    // when, then
    vault.lock();
    valueOf(await vault.unlock('clinician', memberPassword));
    expect(kindOf(await vault.people.add({ ...asked, role: 'clinician' }))).toBe('NotAllowed');
    valueOf(await vault.unlock('administrator', memberPassword));
    expect(kindOf(await vault.people.add({ ...asked, role: 'safeguarding-lead' }))).toBe(
      'NotAllowed',
    );
    expect(kindOf(await vault.people.add({ ...asked, role: 'clinician' }))).toBe('ok');
  });
});

describe('a suspended member', () => {
  test('opens nothing, not even with the slot file, until they are resumed', async () => {
    // given
    const { folder, vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    const before = slotTableOf(folder);

    // when
    valueOf(vault.people.change(id, { kind: 'suspend' }));

    // then
    expect(slotTableOf(folder).slots).toHaveLength(1);
    vault.lock();
    expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('WrongPassword');

    // when the slot is put back by hand, then
    tamperSlots(folder, (table) => ({ ...before, generation: table.generation + 1 }));
    expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('WrongPassword');

    // when
    valueOf(await unlockSample(vault));
    expect(slotTableOf(folder).slots).toHaveLength(1);
    valueOf(vault.people.change(id, { kind: 'resume' }));
    vault.lock();

    // then
    expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('ok');
  });

  test('comes back where the program was cut off between store and slot file', async () => {
    // given a slot file from before the member was resumed
    const { folder, vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    valueOf(vault.people.change(id, { kind: 'suspend' }));
    vault.lock();
    const suspended = slotTableOf(folder);
    valueOf(await unlockSample(vault));
    const { database } = sessionOf(vault);
    const kept = database
      .prepare('SELECT kept_slot FROM staff WHERE id = ?', { pluck: true })
      .get([id]);
    valueOf(vault.people.change(id, { kind: 'resume' }));
    commit(database, () =>
      database.prepare('UPDATE staff SET kept_slot = ? WHERE id = ?').run([String(kept), id]),
    );
    vault.lock();
    tamperSlots(folder, (table) => ({ ...suspended, generation: table.generation + 1 }));

    // when
    valueOf(await unlockSample(vault));
    vault.lock();

    // then
    expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('ok');
  });
});
