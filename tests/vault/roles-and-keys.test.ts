import { describe, expect, test } from 'vitest';
import { appendAudit, keepVersion } from '../../electron/vault/audit-log.ts';
import { digest } from '../../electron/vault/canonical.ts';
import { bytesOf } from '../../electron/vault/case-seal.ts';
import { encodeEntry, noHash } from '../../electron/vault/audit/chain.ts';
import { insertEntry } from '../../electron/vault/audit/log-table.ts';
import { emptyRoot } from '../../electron/vault/audit/record-heads.ts';
import { commit, type Database } from '../../electron/vault/database.ts';
import { growMemberKeys, randomKey } from '../../electron/vault/keys.ts';
import { readBoxPublic, readStaff } from '../../electron/vault/repositories/staff.ts';
import { kindOf, sessionOf, unlockSample, valueOf, withRawDatabase } from '../support/vault.ts';
import { addMember, memberPassword, openVault } from './members.ts';

describe('a role', () => {
  test('is what the log says and not what somebody wrote into the table', async () => {
    // given a clinician with a tool and the key of the database
    const { vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    vault.lock();
    valueOf(await vault.unlock('ombrellino', memberPassword));
    const { database } = sessionOf(vault);

    // when
    database.prepare("UPDATE staff SET role = 'safeguarding-lead' WHERE id = ?").run([id]);
    vault.lock();

    // then
    expect(valueOf(await vault.unlock('ombrellino', memberPassword)).role).toBe('clinician');
  });

  test('that a clinician gives themselves in the log counts for nothing', async () => {
    // given
    const { vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    vault.lock();
    valueOf(await vault.unlock('ombrellino', memberPassword));
    const session = sessionOf(vault);

    // when
    commit(session.database, () =>
      appendAudit(session, { kind: 'member-changed', member: id, role: 'safeguarding-lead' }),
    );

    // then
    expect(readStaff(session.database, id)?.role).toBe('clinician');
  });

  test('comes from no log but the one that the vault began with', async () => {
    // given a clinician with a tool, who takes the log away, or begins another one
    const { folder, vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    vault.lock();
    valueOf(await vault.unlock('ombrellino', memberPassword));
    const { seed } = sessionOf(vault).keys;
    const keys = growMemberKeys(Buffer.from(seed));
    vault.lock();
    const forged = encodeEntry(
      {
        position: 1,
        at: '2031-03-05T09:00:00.000Z',
        isTimeDoubtful: false,
        staff: id,
        event: { kind: 'set-up', signPublic: keys.signPublic.toString('base64') },
        changed: [],
        saves: 1,
        heads: emptyRoot,
        previous: noHash,
      },
      keys,
    );
    for (const forge of [() => {}, (database: Database) => insertEntry(database, forged)]) {
      // when
      await withRawDatabase(folder, (database) => {
        database.exec(`DROP TRIGGER IF EXISTS audit_entry_is_never_removed;
          DELETE FROM audit_entry; DELETE FROM record_head; DELETE FROM mark_key`);
        database.prepare("UPDATE staff SET role = 'safeguarding-lead' WHERE id = ?").run([id]);
        forge(database);
      });

      // then nobody is let in on it, and a copy can be gone back to
      expect(kindOf(await vault.unlock('ombrellino', memberPassword))).toBe('StoreUnreadable');
      expect(kindOf(await unlockSample(vault))).toBe('StoreUnreadable');
    }
  });

  test('changes when the lead says so, and the change is there after a lock', async () => {
    const { vault } = await openVault();
    const { id } = await addMember(vault, 'ombrellino', 'clinician');
    valueOf(vault.people.change(id, { kind: 'role', role: 'administrator' }));
    vault.lock();
    expect(valueOf(await vault.unlock('ombrellino', memberPassword)).role).toBe('administrator');
  });
});

test('a key for sealing that the member did not sign is used for nothing', async () => {
  // given
  const { vault } = await openVault();
  const { id } = await addMember(vault, 'ombrellino', 'clinician');
  const { database } = sessionOf(vault);
  expect(readBoxPublic(database, id)).toBeInstanceOf(Buffer);

  // when
  database
    .prepare('UPDATE staff SET box_public = ? WHERE id = ?')
    .run([Buffer.from(growMemberKeys(randomKey()).boxPublic), id]);

  // then
  expect(() => readBoxPublic(database, id)).toThrow('not the latest');
});

test('a key for sealing whose signature was taken away is used for nothing', async () => {
  // given a colleague with a tool, who also writes down the version that the log then knows
  const { vault } = await openVault();
  const { id, displayName, role } = await addMember(vault, 'ombrellino', 'clinician');
  const { database } = sessionOf(vault);
  const { boxPublic } = growMemberKeys(randomKey());
  const row = database.prepare('SELECT sign_public FROM staff WHERE id = ?').get([id]);
  const signPublic = Buffer.from(bytesOf(row?.['sign_public']));

  // when
  commit(database, () => {
    database
      .prepare('UPDATE staff SET box_public = ?, key_signature = NULL WHERE id = ?')
      .run([Buffer.from(boxPublic), id]);
    const content = [id, displayName, role, digest(boxPublic), digest(signPublic)];
    keepVersion({ database }, `staff:${id}`, JSON.stringify(content));
  });

  // then
  expect(readStaff(database, id)?.displayName).toBe(displayName);
  expect(readBoxPublic(database, id)).toBeUndefined();
});
