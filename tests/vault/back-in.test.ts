import { expect, test, describe } from 'vitest';
import type { StaffId } from '#core/domain/staff.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { parseBody } from '../../electron/vault/audit/chain.ts';
import { readEntries } from '../../electron/vault/audit/log-table.ts';
import { readCaseKey } from '../../electron/vault/repositories/case-file.ts';
import { readEncounter } from '../../electron/vault/repositories/encounter.ts';
import { readFacility, writeFacility } from '../../electron/vault/repositories/facility.ts';
import { commit } from '../../electron/vault/database.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import {
  kindOf,
  lockedVault,
  sessionOf,
  slotTableOf,
  testVault,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';
import { addCase } from './members.ts';

// A colleague who is no lead has forgotten the password: the two ways back in.

const password = 'pelican-brocade-fourteen-sump';
const chosen = 'turquoise-harbour-nineteen-gong';

/** A lead with proven sheets, and a clinician with a case of her own, locked. */
async function clinicianWithCase(leadsRead: 'all' | 'shared' = 'all') {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  const { database } = sessionOf(vault);
  commit(database, () => writeFacility(database, { ...readFacility(database), leadsRead }));
  const member = valueOf(
    await vault.people.add({
      displayName: 'Ombrellino',
      role: 'clinician',
      signInName: 'ombrellino',
      password,
    }),
  );
  const sheets = await provenSheets(sessionOf(vault), folder);
  vault.lock();
  valueOf(await vault.unlock('ombrellino', password));
  const listing = addCase(sessionOf(vault), typedDraft());
  vault.lock();
  return { folder, vault, member, sheets, listing };
}

function events(vault: Vault) {
  const { database } = sessionOf(vault);
  return readEntries(database, 'true ORDER BY position', []).map(
    ({ body }) => parseBody(body)?.event,
  );
}

describe('with two recovery sheets', () => {
  test('she comes back with her own keys, also where nobody else reads her cases', async () => {
    // given
    const { vault, member, sheets, listing } = await clinicianWithCase('shared');

    // when
    const typed = [sheets[0], sheets[2]] as const;
    const found = valueOf(await vault.membersBySheets(typed));
    const back = await vault.recover({
      typed,
      member: member.id,
      signInName: 'om',
      password: chosen,
    });

    // then
    expect(found.map(({ displayName }) => displayName)).toContain('Ombrellino');
    expect(valueOf(back)).toEqual(member);
    expect(readEncounter(sessionOf(vault), listing.id)?.draft.alias).toBe(typedDraft().alias);
    expect(events(vault)).toContainEqual({ kind: 'recovery', member: member.id });
  });

  test('of a new set only after her next sign-in, and never of one that is on its way out', async () => {
    // given
    const { folder, vault, member, sheets } = await clinicianWithCase();
    valueOf(await unlockSample(vault));
    const newer = await provenSheets(sessionOf(vault), folder);
    vault.lock();
    const names = async () =>
      valueOf(await vault.membersBySheets([newer[0], newer[1]])).map(({ id }) => id);

    // when, then
    expect(kindOf(await vault.membersBySheets([sheets[0], sheets[1]]))).toBe('SheetOfAnotherSet');
    expect(await names()).not.toContain(member.id);
    valueOf(await vault.unlock('ombrellino', password));
    vault.lock();
    expect(await names()).toContain(member.id);
  });
});

describe('by the lead', () => {
  const signIn = { signInName: 'ombrellino', password: chosen };

  /** What the lead does while the clinician sits at the keyboard. */
  async function readmit(vault: Vault, id: StaffId) {
    valueOf(await unlockSample(vault));
    const back = await vault.people.readmit(id, signIn);
    const said = events(vault);
    vault.lock();
    return { back, said };
  }

  test('she chooses another password under her old name, and has every case she had', async () => {
    // given
    const { folder, vault, member, listing } = await clinicianWithCase();

    // when
    const { back, said } = await readmit(vault, member.id);

    // then
    const again = valueOf(back);
    expect(again).toEqual({ ...member, id: again.id });
    expect(again.id).not.toBe(member.id);
    const elsewhere = testVault(folder);
    expect(kindOf(await elsewhere.unlock('ombrellino', password))).toBe('WrongPassword');
    valueOf(await elsewhere.unlock('ombrellino', chosen));
    expect(readEncounter(sessionOf(elsewhere), listing.id)?.draft.alias).toBe(typedDraft().alias);
    expect(said).toEqual(
      expect.arrayContaining([
        { kind: 'member-readmitted', member: again.id, former: member.id },
        { kind: 'grant', caseId: listing.caseId, to: again.id },
        { kind: 'member-removed', member: member.id },
      ]),
    );
    expect(slotTableOf(folder).removed).toContain(member.id);
  });

  test('she is not, where a case of hers would be lost by it', async () => {
    // given
    const { vault, member, listing } = await clinicianWithCase('shared');

    // when
    const { back } = await readmit(vault, member.id);

    // then
    expect(back).toEqual({ ok: false, error: { kind: 'HoldsMore', cases: 1 } });
    valueOf(await vault.unlock('ombrellino', password));
    expect(readCaseKey(sessionOf(vault), listing.caseId)).toBeDefined();
  });

  test('nobody does it to themselves, and no clinician to anybody', async () => {
    const { vault, member } = await clinicianWithCase();
    valueOf(await unlockSample(vault));
    const lead = sessionOf(vault).member.id;
    expect(kindOf(await vault.people.readmit(lead, signIn))).toBe('LastLead');
    vault.lock();
    valueOf(await vault.unlock('ombrellino', password));
    expect(kindOf(await vault.people.readmit(lead, signIn))).toBe('NotAllowed');
    expect(kindOf(await vault.people.readmit(member.id, signIn))).toBe('NotAllowed');
  });
});
