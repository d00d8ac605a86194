import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StaffId } from '#core/domain/staff.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { growMemberKeys, randomKey, sealFor } from '../../electron/vault/keys.ts';
import { linkSlot } from '../../electron/vault/slots.ts';
import { type Slot, slotFileNames } from '../../electron/vault/slot-file.ts';
import {
  databaseKeyOf,
  kindOf,
  lockedVault,
  sampleRequest,
  settableClock,
  slotFileOf,
  slotTableOf,
  snapshot,
  tamperSlots,
  unlockSample,
  testCost,
} from '../support/vault.ts';

const strangerKeys = growMemberKeys(randomKey());

/** Changes by somebody who may write the files and knows how to make a checksum. */
const tamperings: readonly [string, (slot: Slot) => Slot][] = [
  ['more rounds', (slot) => ({ ...slot, kdf: { ...slot.kdf, opsLimit: 2 } })],
  ['more memory', (slot) => ({ ...slot, kdf: { ...slot.kdf, memLimitBytes: 16_384 } })],
  [
    'another salt',
    (slot) => ({ ...slot, kdf: { ...slot.kdf, salt: randomKey(16).toString('base64') } }),
  ],
  [
    'another member',
    (slot) => ({ ...slot, staffId: StaffId.parse(createIdSource(settableClock()).next()) }),
  ],
  [
    'another public key',
    (slot) => ({ ...slot, boxPublic: strangerKeys.boxPublic.toString('base64') }),
  ],
  ['another seed', (slot) => ({ ...slot, sealedSeed: randomKey(72).toString('base64') })],
  ['an empty seed', (slot) => ({ ...slot, sealedSeed: '' })],
  ['another handle', (slot) => ({ ...slot, handle: randomKey(16).toString('base64') })],
  ['an empty database key', (slot) => ({ ...slot, sealedDatabaseKey: '' })],
  [
    'another database key, sealed for the member',
    (slot) => ({ ...slot, sealedDatabaseKey: sealedFor(slot) }),
  ],
  [
    'another database key as a link that nobody vouches for',
    (slot) => ({ ...slot, links: [{ sealed: sealedFor(slot), proof: '' }] }),
  ],
  [
    'another database key as a link that another key vouches for',
    (slot) => linkSlot('01960000-0000-7000-8000-000000000000', slot, randomKey(), randomKey()),
  ],
  [
    'a database key for somebody else',
    (slot) => ({
      ...slot,
      sealedDatabaseKey: sealFor(strangerKeys.boxPublic, randomKey()).toString('base64'),
    }),
  ],
];

describe('a slot file that was changed with checksums that fit', () => {
  test.each(tamperings)('%s: the password opens nothing', async (_, change) => {
    // given
    const { folder, vault } = await lockedVault();
    tamperSlots(folder, (table) => ({ ...table, slots: table.slots.map(change) }));
    const before = snapshot(folder);

    // when
    const answer = await unlockSample(vault);

    // then
    expect(answer).toEqual({ ok: false, error: { kind: 'WrongPassword' } });
    expect(vault.state().kind).toBe('locked');
    expect(snapshot(folder)).toEqual(before);
  });

  test.each([
    ['vault', { vaultId: '01960000-0000-7000-8000-000000000000' }],
    ['salt of names', { handleKdf: { ...testCost, salt: randomKey(16).toString('base64') } }],
  ])('another %s: the password opens nothing', async (_, change) => {
    // given
    const { folder, vault } = await lockedVault();
    tamperSlots(folder, (table) => ({ ...table, ...change }));

    // when, then
    expect(kindOf(await unlockSample(vault))).toBe('WrongPassword');
  });

  test.each([
    ['a salt of the wrong length', (slot: Slot) => saltOf(slot, 3)],
    ['a salt that is too long', (slot: Slot) => saltOf(slot, 64)],
  ])('%s is answered, not thrown', async (_, change) => {
    // given
    const { folder, vault } = await lockedVault();
    tamperSlots(folder, (table) => ({ ...table, slots: table.slots.map(change) }));

    // when
    const answer = await unlockSample(vault).then(kindOf, () => 'thrown');

    // then
    expect(answer).toBe('KeyFileDamaged');
  });

  test.each([
    ['memory above 1 GiB', { memLimitBytes: 1_073_741_825 }],
    ['memory of a whole server', { memLimitBytes: 2 ** 50 }],
    ['memory below what Argon2 takes', { memLimitBytes: 8_191 }],
    ['21 rounds', { opsLimit: 21 }],
    ['no rounds', { opsLimit: 0 }],
    ['half a round', { opsLimit: 1.5 }],
  ])('%s is refused before anybody is asked for a password', async (_, weaker) => {
    // given
    const { folder, vault } = await lockedVault();
    tamperSlots(folder, (table) => ({
      ...table,
      slots: table.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...weaker } })),
    }));
    const before = snapshot(folder);

    // when, then
    expect(vault.state()).toEqual({
      kind: 'unusable',
      problem: { kind: 'KeyFileDamaged', folder },
    });
    expect(kindOf(await unlockSample(vault))).toBe('KeyFileDamaged');
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('a slot file from a newer program', () => {
  test.each([
    ['both copies', slotFileNames],
    ['the first copy', slotFileNames.slice(0, 1)],
    ['the second copy', slotFileNames.slice(1)],
  ])('%s: said plainly, and left alone', async (_, names) => {
    // given
    const { folder, vault } = await lockedVault();
    const body = JSON.stringify({ ...slotTableOf(folder), somethingNew: true });
    for (const name of names) {
      writeFileSync(join(folder, name), slotFileOf(2, body));
    }
    const before = snapshot(folder);

    // when
    const state = vault.state();
    const answers = [await unlockSample(vault), await vault.setUp(sampleRequest)].map(kindOf);

    // then
    expect(state).toEqual({ kind: 'unusable', problem: { kind: 'KeyFileTooNew', folder } });
    expect(answers).toEqual(['KeyFileTooNew', 'KeyFileTooNew']);
    expect(snapshot(folder)).toEqual(before);
  });
});

describe('a slot file', () => {
  test('holds neither the database key nor the name of anybody', async () => {
    // given
    const { folder } = await lockedVault();
    const key = await databaseKeyOf(folder);

    // when
    const [text, other] = slotFileNames.map((name) => readFileSync(join(folder, name), 'utf8'));

    // then
    expect(text).toBe(other);
    expect(text).toContain(slotTableOf(folder).slots[0]?.sealedDatabaseKey);
    const { signInName, displayName, facility } = sampleRequest;
    for (const name of [signInName, displayName, facility.name]) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(Buffer.from(name).toString('base64').slice(0, 12));
    }
    expect(text).not.toContain(key.toString('base64').slice(0, 20));
    expect(text).not.toContain(key.toString('hex').slice(0, 20));
  });
});

function sealedFor(slot: Slot): string {
  return sealFor(Buffer.from(slot.boxPublic, 'base64'), randomKey()).toString('base64');
}

function saltOf(slot: Slot, bytes: number): Slot {
  return { ...slot, kdf: { ...slot.kdf, salt: randomKey(bytes).toString('base64') } };
}
