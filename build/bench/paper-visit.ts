import { join } from 'node:path';
import { CaseId, emptyDraft, EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { loadPack } from '../../electron/packs/load-pack.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { commit } from '../../electron/vault/database.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter } from '../../electron/vault/repositories/encounter.ts';
import { readFacility, writeFacility } from '../../electron/vault/repositories/facility.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { sessionOf, setUp } from './bench-vault.ts';
import { provenSheets } from './recovery-sheets.ts';

/** A store with one open visit whose last step is the sheets, and a rule to save them. */
export async function makeVisit(profile: string, root: string, saved: string): Promise<string> {
  const ids = createIdSource(systemClock);
  const vault = createVault(join(profile, 'vault'), systemClock, ids);
  await setUp(vault);
  const session = sessionOf(vault);
  await provenSheets(session, join(profile, 'vault'));
  const pack = loadPack(join(root, 'content/base'), systemClock);
  if (!pack.ok) throw new Error('The pack is not in order');
  const [id, caseId] = [EncounterId.parse(ids.next()), CaseId.parse(ids.next())];
  const startedAt = systemClock.now();
  const draft = {
    ...emptyDraft(LanguageTag.parse('en')),
    step: 'sheets' as const,
    outcome: newOutcome('refer'),
  };
  commit(session.database, () => {
    writeFacility(session.database, {
      ...readFacility(session.database),
      saving: { kind: 'folder', folder: saved },
      enabledDrafts: pack.value.manifest.languages.map(({ tag }) => tag),
    });
    addCaseFile(session, caseId, id, startedAt);
    addEncounter(session, { id, caseId, state: 'draft', startedAt }, draft);
  });
  vault.lock();
  return id;
}
