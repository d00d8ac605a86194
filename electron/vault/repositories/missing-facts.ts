import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { MissingFacts } from '#core/domain/missing-facts.ts';
import { checkVersion, keepVersion } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import { bytesOf, sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { VaultSession } from '../vault.ts';

/** Inside a transaction. */
export function writeMissingFacts(
  session: VaultSession,
  caseId: CaseId,
  facts: MissingFacts,
): void {
  const version = (rowOf(session, caseId)?.version ?? 0) + 1;
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(facts, key, contextOf(caseId, version)),
  );
  assert(sealed !== undefined, 'a member who keeps facts holds the key of the case');
  session.database
    .prepare(
      `INSERT INTO missing_facts (case_id, version, sealed) VALUES (:caseId, :version, :sealed)
       ON CONFLICT DO UPDATE SET version = :version, sealed = :sealed`,
    )
    .run({ caseId, version, sealed });
  keepVersion(session, recordOf(caseId), contentOf(version, sealed));
}

/** Removes what was kept: with the yes goes what it was for. Inside a transaction. */
export function removeMissingFacts(session: VaultSession, caseId: CaseId): void {
  if (rowOf(session, caseId) === undefined) return;
  session.database.prepare('DELETE FROM missing_facts WHERE case_id = ?').run([caseId]);
  keepVersion(session, recordOf(caseId), undefined);
}

/** @throws RecordAltered when the log knows other facts */
export function readMissingFacts(session: VaultSession, caseId: CaseId): MissingFacts | undefined {
  const row = rowOf(session, caseId);
  checkVersion(session, recordOf(caseId), row && contentOf(row.version, row.sealed));
  if (row === undefined) return undefined;
  const opened = withCaseKey(session, caseId, (key) =>
    unsealValue(row.sealed, key, contextOf(caseId, row.version)),
  );
  const facts = MissingFacts.safeParse(opened);
  return facts.success ? facts.data : undefined;
}

function rowOf({ database }: VaultSession, caseId: CaseId) {
  const row = database
    .prepare('SELECT version, sealed FROM missing_facts WHERE case_id = ?')
    .get([caseId]);
  return row && { version: Number(row['version']), sealed: bytesOf(row['sealed']) };
}

function contentOf(version: number, sealed: Uint8Array): string {
  return canonical('missing-facts', [version, digest(sealed)]);
}

function recordOf(caseId: CaseId): string {
  return `missing-facts:${caseId}`;
}

function contextOf(caseId: CaseId, version: number): string {
  return canonical('missing-facts', [caseId, version]);
}
