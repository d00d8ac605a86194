import { describe, expect, test } from 'vitest';
import type { EncounterId, VisitDraft } from '#core/domain/encounter.ts';
import { commit } from '../../electron/vault/database.ts';
import { randomKey } from '../../electron/vault/keys.ts';
import * as store from '../../electron/vault/repositories/encounter.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import { typedDraft } from '../support/vault.ts';
import { addCase, addVisit, twoMembers } from './members.ts';

describe('a sealed draft', () => {
  test('opens in its own place and version only', async () => {
    // given a visit with three versions, and another visit
    const { lead } = await twoMembers();
    const first = addCase(lead, typedDraft({ alias: 'one' }));
    const second = addCase(lead, typedDraft({ alias: 'other' }));
    const versionOne = sealedDraft(lead, first.id);
    save(lead, first.id, typedDraft({ alias: 'two' }));
    const versionTwo = sealedDraft(lead, first.id);
    save(lead, first.id, typedDraft({ alias: 'three' }));
    const versionThree = sealedDraft(lead, first.id);

    for (const sealed of [versionOne, versionTwo, sealedDraft(lead, second.id), randomKey(200)]) {
      // when
      putSealedDraft(lead, first.id, sealed);

      // then
      expect(store.readEncounter(lead, first.id)).toBeUndefined();
    }

    // when the true one is back, then
    putSealedDraft(lead, first.id, versionThree);
    expect(store.readEncounter(lead, first.id)).toMatchObject({
      version: 3,
      draft: { alias: 'three' },
    });
  });

  test('does not open in the place of another visit of the same case', async () => {
    // given two visits under the same key, both in their first version
    const { lead } = await twoMembers();
    const first = addCase(lead, typedDraft({ alias: 'one' }));
    const second = addVisit(lead, first, typedDraft({ alias: 'other' }));
    expect(store.readEncounter(lead, second.id)?.draft.alias).toBe('other');

    // when
    putSealedDraft(lead, first.id, sealedDraft(lead, second.id));

    // then
    expect(store.readEncounter(lead, first.id)).toBeUndefined();
  });

  test('is saved on the version it was read from, and on no other', async () => {
    // given two that read the same version
    const { lead } = await twoMembers();
    const { id } = addCase(lead, typedDraft());
    const read = store.readEncounter(lead, id);
    save(lead, id, typedDraft({ alias: 'saved meanwhile' }));

    // when
    const late = () =>
      commit(
        lead.database,
        () => read && store.writeDraft(lead, read, typedDraft({ alias: 'late' })),
      );

    // then
    expect(late).toThrow('nobody else saved it meanwhile');
    expect(store.readEncounter(lead, id)?.draft.alias).toBe('saved meanwhile');
  });
});

function save(session: VaultSession, id: EncounterId, draft: VisitDraft): void {
  const encounter = store.readEncounter(session, id);
  commit(session.database, () => encounter && store.writeDraft(session, encounter, draft));
}

function sealedDraft({ database }: VaultSession, id: string): Uint8Array<ArrayBuffer> {
  const row = database.prepare('SELECT sealed_draft FROM encounter WHERE id = ?').get([id]);
  const bytes = row?.['sealed_draft'];
  return bytes instanceof Uint8Array ? bytes : new Uint8Array();
}

/** As somebody would who can also make the audit log believe it: the seal has to hold by itself. */
function putSealedDraft(
  session: VaultSession,
  id: EncounterId,
  bytes: Uint8Array<ArrayBuffer>,
): void {
  const { database } = session;
  commit(database, () => {
    database.prepare('UPDATE encounter SET sealed_draft = ? WHERE id = ?').run([bytes, id]);
    store.keepEncounter(session, id);
  });
}
