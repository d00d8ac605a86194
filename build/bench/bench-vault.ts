import { totalmem } from 'node:os';
import { join } from 'node:path';
import { CaseId, emptyDraft, EncounterId } from '#core/domain/encounter.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { calibrate } from '../../electron/vault/calibrate.ts';
import { commit } from '../../electron/vault/database.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter } from '../../electron/vault/repositories/encounter.ts';
import { createVault, type Vault, type VaultSession } from '../../electron/vault/vault.ts';
import { provenSheets } from './recovery-sheets.ts';

// What the measurements of the vault share. What is measured is never the derivation of a key
// from the password, unless it is that: here a derivation costs next to nothing.

export const password = 'plimsoll ravine quartet umbrage';
export const signInName = 'bench-mark';
export const language = LanguageTag.parse('en');
const almostNothing = { opsLimit: 1, memLimitBytes: 8_192 };
const ids = createIdSource(systemClock);

export function openVault(folder: string): Vault {
  return createVault(folder, systemClock, ids, almostNothing);
}

/** A vault with so many cases of one visit each, locked. */
export async function makeVault(folder: string, cases: number): Promise<readonly EncounterId[]> {
  const vault = openVault(folder);
  await setUp(vault);
  const session = sessionOf(vault);
  const visits: EncounterId[] = [];
  while (visits.length < cases)
    commit(session.database, () => {
      for (let one = 0; one < Math.min(500, cases); one += 1) {
        const [id, caseId] = [EncounterId.parse(ids.next()), CaseId.parse(ids.next())];
        const startedAt = systemClock.now();
        addCaseFile(session, caseId, id, startedAt);
        addEncounter(session, { id, caseId, state: 'draft', startedAt }, emptyDraft(language));
        visits.push(id);
      }
    });
  vault.lock();
  return visits;
}

export async function setUp(vault: Vault): Promise<void> {
  const facility = { name: 'Bench', jurisdiction: JurisdictionId.parse('fi') };
  const made = await vault.setUp({ facility, displayName: 'Bench', signInName, password });
  if (!made.ok) throw new Error(`The vault for the measurement was refused: ${made.error.kind}`);
}

export async function unlock(vault: Vault): Promise<VaultSession> {
  const opened = await vault.unlock(signInName, password);
  if (!opened.ok) throw new Error(`The vault does not open: ${opened.error.kind}`);
  return sessionOf(vault);
}

/** What a sign-in costs by the calibration of this machine. */
export async function calibratedVault(folder: string): Promise<Vault> {
  return createVault(folder, systemClock, ids, await calibrate(totalmem()));
}

/** A folder as the program finds it at a start: set up, with recovery sheets, and nobody signed in. */
export async function makeSignedOutProfile(profile: string): Promise<void> {
  const folder = join(profile, 'vault');
  const vault = createVault(folder, systemClock, ids);
  await setUp(vault);
  await provenSheets(sessionOf(vault), folder);
  vault.lock();
}

export function sessionOf(vault: Vault): VaultSession {
  const state = vault.state();
  if (state.kind !== 'open') throw new Error('The vault is not open.');
  return state.session;
}
