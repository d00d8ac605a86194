import { describe, expect, test } from 'vitest';
import type { EncounterListing } from '#core/domain/encounter.ts';
import { share } from '../../electron/vault/access.ts';
import { appendAudit, keepVersion } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import { randomKey, sealFor, sign } from '../../electron/vault/keys.ts';
import { readCaseKey } from '../../electron/vault/repositories/case-file.ts';
import * as store from '../../electron/vault/repositories/encounter.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import { typedDraft, valueOf } from '../support/vault.ts';
import { addCase, clock, twoMembers } from './members.ts';

describe('a case', () => {
  test('opens to the member who opened it and to nobody else with a key to the database', async () => {
    // given a case of the lead's, and a colleague with keys of their own in the same database
    const { lead, colleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());

    // when, then
    expect(store.readEncounter(lead, listing.id)?.draft).toEqual(typedDraft());
    expect(store.listEncounters(lead)).toEqual([listing]);
    expect(store.readEncounter(colleague, listing.id)).toBeUndefined();
    expect(store.listEncounters(colleague)).toEqual([]);
    expect(readCaseKey(colleague, listing.caseId)).toBeUndefined();
  });

  test('does not open to a grant that somebody wrote for themselves', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());
    const forgeries = {
      'in their own name, with a key of their own making': grantOf(listing, colleague, {
        sealedKey: sealFor(colleague.keys.boxPublic, randomKey()),
        grantedBy: colleague,
        signedBy: colleague,
      }),
      "in the lead's name": grantOf(listing, colleague, {
        sealedKey: sealFor(colleague.keys.boxPublic, randomKey()),
        grantedBy: lead,
        signedBy: colleague,
      }),
      "with the lead's sealed key and signature": {
        ...rowOf(lead, listing),
        staff_id: colleague.member.id,
      },
    };

    for (const forgery of Object.values(forgeries)) {
      // when
      putGrant(lead, forgery);

      // then
      expect(store.readEncounter(colleague, listing.id)).toBeUndefined();
      expect(store.readEncounter(lead, listing.id)?.draft).toEqual(typedDraft());
    }
  });

  test('does not open to a member whose own grant was altered', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());
    const row = rowOf(lead, listing);
    const alterations: readonly GrantRow[] = [
      { ...row, granted_at: '2020-01-01T00:00:00.000Z' },
      { ...row, granted_by: colleague.member.id },
      { ...row, signature: Buffer.alloc(64) },
      { ...row, signature: Buffer.alloc(1) },
      { ...row, sealed_key: sealFor(lead.keys.boxPublic, randomKey()) },
      { ...row, sealed_key: Buffer.alloc(1) },
    ];

    for (const altered of alterations) {
      // when
      putGrant(lead, altered);

      // then
      expect(readCaseKey(lead, listing.caseId)).toBeUndefined();
      expect(store.readEncounter(lead, listing.id)).toBeUndefined();
    }

    // when the true one is back, then
    putGrant(lead, row);
    expect(store.readEncounter(lead, listing.id)?.draft).toEqual(typedDraft());
  });

  test('opens to a member to whom one who holds its key gave it', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());

    // when
    valueOf(share(lead, listing.caseId, colleague.member.id));

    // then: the forgeries above fail for the right reason
    expect(store.readEncounter(colleague, listing.id)?.draft).toEqual(typedDraft());
  });

  test('does not open by a true key that nobody wrote into the log', async () => {
    // given
    const { lead, colleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());
    const key = readCaseKey(lead, listing.caseId) ?? Buffer.alloc(0);

    // when
    const sealedKey = sealFor(colleague.keys.boxPublic, key);
    putGrant(lead, grantOf(listing, colleague, { sealedKey, grantedBy: lead, signedBy: lead }));

    // then
    expect(store.readEncounter(colleague, listing.id)).toBeUndefined();
  });

  test('does not open by a grant of somebody who does not hold it, also where the log has it', async () => {
    // given a case of the lead's, a colleague who signs in, and a grant of theirs to themselves
    const { lead, colleague, asColleague } = await twoMembers();
    const listing = addCase(lead, typedDraft());
    const sealedKey = sealFor(
      colleague.keys.boxPublic,
      readCaseKey(lead, listing.caseId) ?? Buffer.alloc(0),
    );
    const forged = grantOf(listing, colleague, {
      sealedKey,
      grantedBy: colleague,
      signedBy: colleague,
    });
    asColleague();

    // when
    commit(lead.database, () => {
      insertGrant(lead, forged);
      appendAudit(colleague, { kind: 'grant', caseId: listing.caseId, to: colleague.member.id });
      keepVersion(colleague, `grant:${listing.caseId}:${colleague.member.id}`, 'anything');
    });

    // then
    expect(store.readEncounter(colleague, listing.id)).toBeUndefined();
    expect(readCaseKey(colleague, listing.caseId)).toBeUndefined();
  });
});

type GrantRow = Readonly<Record<'case_id' | 'staff_id' | 'granted_at' | 'granted_by', string>> &
  Readonly<Record<'sealed_key' | 'signature', Uint8Array<ArrayBuffer>>>;

/** A grant row as the program writes them, signed by whom one likes. */
function grantOf(
  { caseId }: EncounterListing,
  to: VaultSession,
  how: {
    readonly sealedKey: Buffer<ArrayBuffer>;
    readonly grantedBy: VaultSession;
    readonly signedBy: VaultSession;
  },
): GrantRow {
  const [at, by] = [clock.now(), how.grantedBy.member.id];
  const text = ['grant-1', caseId, to.member.id, how.sealedKey.toString('base64'), at, by].join(
    '|',
  );
  return {
    case_id: caseId,
    staff_id: to.member.id,
    granted_at: at,
    granted_by: by,
    sealed_key: how.sealedKey,
    signature: sign(text, how.signedBy.keys),
  };
}

function rowOf({ database, member }: VaultSession, { caseId }: EncounterListing): GrantRow {
  const row = database
    .prepare('SELECT * FROM case_grant WHERE case_id = ? AND staff_id = ?')
    .get([caseId, member.id]);
  const bytes = (value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0);
  return {
    case_id: caseId,
    staff_id: member.id,
    sealed_key: bytes(row?.['sealed_key']),
    granted_at: String(row?.['granted_at']),
    granted_by: String(row?.['granted_by']),
    signature: bytes(row?.['signature']),
  };
}

function putGrant(session: VaultSession, row: GrantRow): void {
  commit(session.database, () => insertGrant(session, row));
}

function insertGrant({ database }: VaultSession, row: GrantRow): void {
  database
    .prepare(
      `INSERT OR REPLACE INTO case_grant
       VALUES (:case_id, :staff_id, :sealed_key, :granted_at, :granted_by, :signature)`,
    )
    .run(row);
}
