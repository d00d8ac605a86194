import { newOutcome } from '#core/domain/outcome.ts';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { CaseId, emptyDraft, EncounterId, type VisitDraft } from '#core/domain/encounter.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { createIdSource, systemClock } from '../../../electron/platform/system.ts';
import { commit } from '../../../electron/vault/database.ts';
import { addCaseFile } from '../../../electron/vault/repositories/case-file.ts';
import * as encounters from '../../../electron/vault/repositories/encounter.ts';
import { createVault, type Vault, type VaultSession } from '../../../electron/vault/vault.ts';

// What the reliability checks work on: a real vault with test-strength derivation, and drafts
// that tell by themselves which save they came from.

export const cost = { opsLimit: 1, memLimitBytes: 8_192 };
export const signInName = 'marmolada.okapi';
export const password = 'gravel-walrus-nineteen-umlaut';
export const ids = createIdSource(systemClock);
const language = LanguageTag.parse('en');

export function openVault(folder: string): Vault {
  return createVault(folder, systemClock, ids, cost);
}

export async function makeVault(folder: string): Promise<Vault> {
  const vault = openVault(folder);
  const facility = { name: 'Veldspaat', jurisdiction: JurisdictionId.parse('fi') };
  const made = await vault.setUp({ facility, displayName: 'Quibblewen', signInName, password });
  assert(made.ok, `a vault can be set up: ${JSON.stringify(made)}`);
  return vault;
}

export async function unlock(vault: Vault): Promise<VaultSession> {
  const opened = await vault.unlock(signInName, password);
  assert(opened.ok, `the vault opens: ${JSON.stringify(opened)}`);
  return sessionOf(vault);
}

export function sessionOf(vault: Vault): VaultSession {
  const state = vault.state();
  assert(state.kind === 'open', 'the vault is open');
  return state.session;
}

/** The draft of one save: long enough for several pages, and no other save has its words. */
export function draftOf(save: number): VisitDraft {
  const words = `${save} `.repeat((save * 37) % 400);
  const outcome = newOutcome('declined');
  return { ...emptyDraft(language), alias: `save ${save}`, otherSign: words, outcome };
}

/** Begins a visit whose first save is number 1. */
export function beginVisit(session: VaultSession): EncounterId {
  const id = EncounterId.parse(ids.next());
  const caseId = CaseId.parse(ids.next());
  const startedAt = systemClock.now();
  commit(session.database, () => {
    addCaseFile(session, caseId, id, startedAt);
    encounters.addEncounter(session, { id, caseId, state: 'draft', startedAt }, draftOf(1));
  });
  return id;
}

/** @returns the number of the save, once it is promised */
export function saveNext(session: VaultSession, id: EncounterId): number {
  const encounter = encounters.readEncounter(session, id);
  assert(encounter !== undefined, 'the visit is there');
  const next = encounter.version + 1;
  return commit(session.database, () => encounters.writeDraft(session, encounter, draftOf(next)));
}

/** The saves a store holds by visit; a visit whose draft is not that of its version is torn. */
export function readSaves(session: VaultSession): ReadonlyMap<EncounterId, number | 'torn'> {
  return new Map(
    encounters.listEncounters(session).map(({ id }) => {
      const found = encounters.readEncounter(session, id);
      const isWhole =
        found !== undefined &&
        JSON.stringify(found.draft) === JSON.stringify(draftOf(found.version));
      return [id, isWhole ? found.version : 'torn'];
    }),
  );
}

/** Where nothing is asked of the disk, a file system in memory, if there is one, is four times as fast. */
export const inMemory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export async function withScratch<Value>(
  work: (folder: string) => Promise<Value>,
  within: string = tmpdir(),
): Promise<Value> {
  const folder = mkdtempSync(join(within, 'quietroom-hardening-'));
  try {
    return await work(folder);
  } finally {
    // What was told to stop, such as a print queue, may still be writing its last line.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
