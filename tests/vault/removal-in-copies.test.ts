import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StaffId } from '#core/domain/staff.ts';
import { takeBackup } from '../../electron/vault/backup.ts';
import { listCopies } from '../../electron/vault/copies.ts';
import { openDatabase } from '../../electron/vault/database.ts';
import * as encounters from '../../electron/vault/repositories/encounter.ts';
import { commitRestore, stageRestore } from '../../electron/vault/restore.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import {
  databaseKeyOf,
  freshFolder,
  kindOf,
  sampleRequest,
  sessionOf,
  settableClock,
  storeIn,
  testVault,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addMember, kindsIn, memberPassword, openVault, threeMembers } from './members.ts';

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
    expect(kindOf(await elsewhere.unlock('ombrellino', memberPassword))).toBe('WrongPassword');
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
    expect(kindOf(await elsewhere.unlock('ombrellino', memberPassword))).toBe('WrongPassword');
    expect(kindOf(await unlockSample(elsewhere))).toBe('ok');
  });

  test('is not gone back to by a lead who was suspended since', async () => {
    // given
    const { folder, vault } = await openVault();
    const { id } = await addMember(vault, 'second', 'safeguarding-lead');
    const target = await backUp(folder, vault);
    valueOf(vault.people.change(id, { kind: 'suspend' }));
    vault.lock();

    // when, then
    expect(kindOf(await goBack(folder, target, 'second', memberPassword))).toBe('NotAllowed');
    const { signInName, password: word } = sampleRequest;
    expect(kindOf(await goBack(folder, target, signInName, word))).toBe('ok');
  });

  test('is not gone back to by a lead who was removed since', async () => {
    // given
    const { folder, vault } = await openVault();
    const { id } = await addMember(vault, 'second', 'safeguarding-lead');
    const target = await backUp(folder, vault);
    valueOf(vault.people.remove(id));
    vault.lock();

    // when, then
    expect(kindOf(await goBack(folder, target, 'second', memberPassword))).toBe('NotAllowed');
    expect(existsSync(storeIn(folder))).toBe(true);
  });
});

function stateOf(vault: Vault, id: StaffId): string | undefined {
  return vault.people.list().find((one) => one.id === id)?.state;
}
