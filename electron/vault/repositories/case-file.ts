import type { Instant } from '#core/base/capabilities.ts';
import { assert } from '#core/base/assert.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { isSignedBy, openSealed, randomKey, sealFor, sign } from '../keys.ts';
import type { VaultSession } from '../vault.ts';
import { readSignPublic } from './staff.ts';

/** Opens a case with a key of its own, which at first only the member who opened it can use. */
export function addCaseFile(
  { database, member, keys }: VaultSession,
  id: CaseId,
  at: Instant,
): void {
  database
    .prepare('INSERT INTO case_file (id, opened_at, opened_by) VALUES (?, ?, ?)')
    .run([id, at, member.id]);
  const sealedKey = sealFor(keys.boxPublic, randomKey());
  const grant = { caseId: id, staffId: member.id, sealedKey, grantedAt: at, grantedBy: member.id };
  database
    .prepare(
      `INSERT INTO case_grant (case_id, staff_id, sealed_key, granted_at, granted_by, signature)
       VALUES (:caseId, :staffId, :sealedKey, :grantedAt, :grantedBy, :signature)`,
    )
    .run({ ...grant, signature: sign(grantText(grant), keys) });
}

/**
 * The key of a case, if this member was granted it. Its user wipes it.
 *
 * @returns undefined also when the grant was not signed by the member it names
 */
export function readCaseKey(
  { database, member, keys }: VaultSession,
  id: CaseId,
): Buffer | undefined {
  const row = database
    .prepare(
      'SELECT sealed_key, granted_at, granted_by, signature FROM case_grant WHERE case_id = ? AND staff_id = ?',
    )
    .get([id, member.id]);
  if (row === undefined) return undefined;
  const { sealed_key: sealedKey, signature } = row;
  assert(sealedKey instanceof Uint8Array && signature instanceof Uint8Array, 'a grant holds bytes');
  const grantedBy = String(row['granted_by']);
  const signPublic = readSignPublic(database, grantedBy);
  const text = grantText({
    caseId: id,
    staffId: member.id,
    sealedKey,
    grantedAt: String(row['granted_at']),
    grantedBy,
  });
  if (signPublic === undefined || !isSignedBy(text, signature, signPublic)) return undefined;
  return openSealed(sealedKey, keys);
}

function grantText(grant: {
  readonly caseId: string;
  readonly staffId: string;
  readonly sealedKey: Uint8Array;
  readonly grantedAt: Instant;
  readonly grantedBy: string;
}): string {
  const sealedKey = Buffer.from(grant.sealedKey).toString('base64');
  return ['grant-1', grant.caseId, grant.staffId, sealedKey, grant.grantedAt, grant.grantedBy].join(
    '|',
  );
}
