import { describe, expect, test } from 'vitest';
import { StaffId } from '#core/domain/staff.ts';
import { handOver, readersOf, share, withdraw } from '../../electron/vault/access.ts';
import { changeCaseKeys } from '../../electron/vault/case-key.ts';
import { bytesOf, unsealValue } from '../../electron/vault/case-seal.ts';
import { commit } from '../../electron/vault/database.ts';
import { openSealed, randomKey } from '../../electron/vault/keys.ts';
import { readCaseKey } from '../../electron/vault/repositories/case-file.ts';
import { addConsentEntries, readLedger } from '../../electron/vault/repositories/consent.ts';
import * as encounters from '../../electron/vault/repositories/encounter.ts';
import type { Vault, VaultSession } from '../../electron/vault/vault.ts';
import { consentEntry } from '../support/core.ts';
import {
  kindOf,
  lockedVault,
  sessionOf,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addCase } from './members.ts';

const password = 'pelican-brocade-fourteen-sump';
const names = ['opener', 'friend', 'stranger'] as const;

/** A lead and three clinicians; the first has opened a case with a visit and a ledger. */
async function place() {
  const { vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  const lead = sessionOf(vault).member.id;
  const ids: Record<string, StaffId> = {};
  for (const name of names) {
    const request = { displayName: name, role: 'clinician', signInName: name, password } as const;
    ids[name] = valueOf(await vault.people.add(request)).id;
  }
  const idOf = (name: (typeof names)[number]) => StaffId.parse(ids[name]);
  vault.lock();
  const listing = await as(vault, 'opener', (session) => {
    const added = addCase(session, typedDraft());
    commit(session.database, () =>
      addConsentEntries(session, added.caseId, [
        consentEntry({ decision: 'no', explanation: null, recordedBy: session.member.id }),
      ]),
    );
    return added;
  });
  return { vault, lead, idOf, listing, caseId: listing.caseId };
}

async function as<Value>(
  vault: Vault,
  name: (typeof names)[number] | 'lead',
  work: (session: VaultSession) => Value,
): Promise<Value> {
  if (name === 'lead') valueOf(await unlockSample(vault));
  else valueOf(await vault.unlock(name, password));
  const value = work(sessionOf(vault));
  vault.lock();
  return value;
}

describe('a case', () => {
  test('is read by whoever opened it, and by the lead through a grant; by nobody else', async () => {
    const { vault, listing } = await place();
    const read = (session: VaultSession) =>
      encounters.readEncounter(session, listing.id)?.draft.alias;
    expect(await as(vault, 'opener', read)).toBe(typedDraft().alias);
    expect(await as(vault, 'lead', read)).toBe(typedDraft().alias);
    expect(await as(vault, 'friend', read)).toBeUndefined();
  });

  test('that is shared is read by both, and can be shared on', async () => {
    // given
    const { vault, idOf, listing, caseId } = await place();

    // when
    await as(vault, 'opener', (session) => valueOf(share(session, caseId, idOf('friend'))));
    await as(vault, 'friend', (session) => valueOf(share(session, caseId, idOf('stranger'))));

    // then
    for (const name of names)
      await as(vault, name, (session) => {
        expect(encounters.readEncounter(session, listing.id)?.draft).toEqual(typedDraft());
        expect(valueOf(readLedger(session, caseId))).toHaveLength(1);
        expect(valueOf(readersOf(session, caseId)).readers).toHaveLength(4);
      });
  });

  test('cannot be shared by somebody who does not hold it, nor with whoever may open none', async () => {
    const { vault, idOf, caseId } = await place();
    await as(vault, 'stranger', (session) => {
      expect(kindOf(share(session, caseId, idOf('stranger')))).toBe('CaseUnknown');
      expect(kindOf(readersOf(session, caseId))).toBe('CaseUnknown');
    });
    await as(vault, 'lead', () =>
      valueOf(vault.people.change(idOf('friend'), { kind: 'role', role: 'administrator' })),
    );
    await as(vault, 'opener', (session) => {
      expect(kindOf(share(session, caseId, idOf('friend')))).toBe('MemberUnknown');
      expect(valueOf(readersOf(session, caseId)).others.map(({ id }) => id)).toEqual([
        idOf('stranger'),
      ]);
    });
  });

  test('that was handed over is read by the other alone, under another key after their sign-in', async () => {
    // given
    const { vault, idOf, listing, caseId } = await place();
    const before = await as(vault, 'opener', (session) => readCaseKey(session, caseId));

    // when
    await as(vault, 'opener', (session) => valueOf(handOver(session, caseId, idOf('friend'))));

    // then
    await as(vault, 'opener', (session) =>
      expect(encounters.readEncounter(session, listing.id)).toBeUndefined(),
    );
    await as(vault, 'friend', (session) => {
      expect(encounters.readEncounter(session, listing.id)?.draft).toEqual(typedDraft());
      expect(valueOf(readLedger(session, caseId))).toHaveLength(1);
      expect(readCaseKey(session, caseId)).not.toEqual(before);
    });
  });
});

describe('withdrawing a case', () => {
  test('gives it another key: what the colleague keeps of the old one opens no row any more', async () => {
    // given a colleague who has kept the key
    const { vault, idOf, listing, caseId } = await place();
    await as(vault, 'opener', (session) => valueOf(share(session, caseId, idOf('friend'))));
    const kept = await as(vault, 'friend', (session) => readCaseKey(session, caseId));
    const opens = ({ database }: VaultSession) => {
      const sealed = database
        .prepare('SELECT sealed_draft FROM encounter WHERE id = ?', { pluck: true })
        .get([listing.id]);
      const context = ['draft-1', caseId, listing.id, 1].join('|');
      return unsealValue(sealed, kept ?? randomKey(), context) !== undefined;
    };
    expect(await as(vault, 'friend', opens)).toBe(true);

    // when
    await as(vault, 'opener', (session) => valueOf(withdraw(session, caseId, idOf('friend'))));

    // then
    await as(vault, 'friend', (session) => {
      expect(encounters.readEncounter(session, listing.id)).toBeUndefined();
      expect(encounters.listEncounters(session)).toEqual([]);
      expect(opens(session)).toBe(false);
      const rows = session.database.prepare('SELECT sealed_key FROM case_grant').all([]);
      expect(rows.length).toBeGreaterThan(1);
      for (const { sealed_key: sealedKey } of rows)
        expect(openSealed(bytesOf(sealedKey), session.keys)).toBeUndefined();
    });
    for (const name of ['opener', 'lead'] as const)
      await as(vault, name, (session) => {
        expect(encounters.readEncounter(session, listing.id)?.draft).toEqual(typedDraft());
        expect(valueOf(readLedger(session, caseId))).toHaveLength(1);
      });
  });

  test('is for a lead or whoever opened the case, and never from a lead who reads all', async () => {
    const { vault, lead, idOf, caseId } = await place();
    await as(vault, 'opener', (session) => valueOf(share(session, caseId, idOf('friend'))));
    await as(vault, 'friend', (session) =>
      expect(kindOf(withdraw(session, caseId, idOf('opener')))).toBe('NotAllowed'),
    );
    await as(vault, 'opener', (session) =>
      expect(kindOf(withdraw(session, caseId, lead))).toBe('LeadReadsAll'),
    );
    await as(vault, 'lead', (session) => {
      expect(kindOf(handOver(session, caseId, idOf('stranger')))).toBe('LeadReadsAll');
      expect(kindOf(withdraw(session, caseId, idOf('opener')))).toBe('ok');
    });
  });

  test('leaves the guards of the ledger word for word as they were', async () => {
    const { vault, caseId } = await place();
    const guards = (session: VaultSession) =>
      session.database
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")
        .all([]);
    await as(vault, 'opener', (session) => {
      const before = guards(session);
      commit(session.database, () => changeCaseKeys(session, [caseId]));
      expect(guards(session)).toEqual(before);
      expect(() =>
        commit(session.database, () =>
          session.database.exec("UPDATE consent_entry SET until = 'x'"),
        ),
      ).toThrow('only ever added');
    });
  });
});

describe('a lead who comes later', () => {
  test('is given every case by those who hold them', async () => {
    // given
    const { vault, idOf, listing } = await place();

    // when
    await as(vault, 'lead', () =>
      valueOf(vault.people.change(idOf('stranger'), { kind: 'role', role: 'safeguarding-lead' })),
    );

    // then
    await as(vault, 'stranger', (session) =>
      expect(encounters.readEncounter(session, listing.id)?.draft).toEqual(typedDraft()),
    );
  });

  test('whom a clinician invents is given nothing', async () => {
    // given a clinician with a tool who writes a role into the table
    const { vault, idOf, listing } = await place();
    await as(vault, 'stranger', ({ database }) =>
      database
        .prepare("UPDATE staff SET role = 'safeguarding-lead' WHERE id = ?")
        .run([idOf('stranger')]),
    );

    // when those who hold the case sign in
    await as(vault, 'opener', () => {});
    await as(vault, 'lead', () => {});

    // then
    expect(valueOf(await vault.unlock('stranger', password)).role).toBe('clinician');
    expect(encounters.readEncounter(sessionOf(vault), listing.id)).toBeUndefined();
  });
});
