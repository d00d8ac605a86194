import {
  CaseId,
  EncounterId,
  type EncounterListing,
  type VisitDraft,
} from '#core/domain/encounter.ts';
import { type Role, StaffId, type StaffMember } from '#core/domain/staff.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { carryLogOver } from '../../electron/vault/audit/begin.ts';
import { appendAudit } from '../../electron/vault/audit-log.ts';
import { commit } from '../../electron/vault/database.ts';
import { growMemberKeys, randomKey } from '../../electron/vault/keys.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter } from '../../electron/vault/repositories/encounter.ts';
import { addStaff } from '../../electron/vault/repositories/staff.ts';
import type { Vault, VaultSession } from '../../electron/vault/vault.ts';
import {
  lockedVault,
  sessionOf,
  settableClock,
  slotTableOf,
  typedDraft,
  unlockSample,
  valueOf,
} from '../support/vault.ts';

export const clock = settableClock();
const ids = createIdSource(clock);

/** An open vault as its lead has it, and as a colleague with keys of their own and no grant would. */
export async function twoMembers(): Promise<{
  readonly lead: VaultSession;
  readonly colleague: VaultSession;
  /** From here on whatever is written is signed by the colleague, as after their own sign-in. */
  readonly asColleague: () => void;
}> {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  const lead = sessionOf(vault);
  const keys = growMemberKeys(randomKey());
  const member: StaffMember = {
    id: StaffId.parse(ids.next()),
    displayName: 'Ombrellino',
    role: 'clinician',
  };
  const signPublic = keys.signPublic.toString('base64');
  commit(lead.database, () => {
    addStaff(lead.database, member, keys, clock.now());
    appendAudit(lead, { kind: 'member-added', member: member.id, role: member.role, signPublic });
  });
  const colleague = { database: lead.database, member, keys };
  const { vaultId } = slotTableOf(folder);
  return {
    lead,
    colleague,
    asColleague: () => void carryLogOver({ ...colleague, folder, vaultId, clock }, undefined),
  };
}

/** A vault with its lead signed in, and where it lies. */
export async function openVault() {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  return { folder, vault };
}

/** The password of every member that `addMember` adds. */
export const memberPassword = 'pelican-brocade-fourteen-sump';

/** Adds somebody, who is called by their sign-in name in capitals. */
export async function addMember(vault: Vault, signInName: string, role: Role) {
  const displayName = signInName.toUpperCase();
  return valueOf(
    await vault.people.add({ displayName, role, signInName, password: memberPassword }),
  );
}

/** A lead, two clinicians, and a case of the first clinician's; locked. */
export async function threeMembers() {
  const { folder, vault } = await openVault();
  const leaver = await addMember(vault, 'ombrellino', 'clinician');
  const stayer = await addMember(vault, 'parasol', 'clinician');
  vault.lock();
  valueOf(await vault.unlock('ombrellino', memberPassword));
  const listing = addCase(sessionOf(vault), typedDraft());
  vault.lock();
  return { folder, vault, leaver, stayer, listing };
}

/** A case with one visit, of whoever the session belongs to. */
export function addCase(session: VaultSession, draft: VisitDraft): EncounterListing {
  const listing: EncounterListing = {
    id: EncounterId.parse(ids.next()),
    caseId: CaseId.parse(ids.next()),
    state: 'draft',
    startedAt: clock.now(),
  };
  commit(session.database, () => {
    addCaseFile(session, listing.caseId, listing.id, clock.now());
    addEncounter(session, listing, draft);
  });
  return listing;
}

/** One more visit of a case. */
export function addVisit(
  session: VaultSession,
  first: EncounterListing,
  draft: VisitDraft,
): EncounterListing {
  const listing = { ...first, id: EncounterId.parse(ids.next()) };
  commit(session.database, () => addEncounter(session, listing, draft));
  return listing;
}

/** The kinds of the lines of the log. */
export function kindsIn(vault: Vault): readonly string[] {
  const { database } = sessionOf(vault);
  return database.prepare('SELECT kind FROM audit_entry', { pluck: true }).all([]).map(String);
}
