import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';
import type { Instant } from '#core/base/capabilities.ts';
import type { ConsentPurpose, LedgerItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { GroundId } from '#core/domain/ground.ts';
import { canonical, digest } from '../canonical.ts';
import { sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { Database } from '../database.ts';
import { sign } from '../keys.ts';
import { consentAndReferral } from '../migrations/0004-consent-and-referral.ts';
import type { VaultSession } from '../vault.ts';
import { passingToken } from './consent.ts';

export type Disclosure = {
  readonly id: string;
  readonly caseId: CaseId;
  readonly kind: 'sheet' | 'call-script' | 'export' | 'missing-facts';
  readonly recipient: ContactId;
  readonly purpose: ConsentPurpose;
  readonly items: readonly LedgerItem[];
  readonly groundId: GroundId | null;
  readonly issuedAt: Instant;
};

/** The store refuses: an item has no yes in force, or the guards of the store are not in place. */
export type StoreRefuses = { readonly kind: 'ConsentMissing' };

/**
 * Writes down that something is about to be passed on. Inside a transaction, and before the
 * thing is made: the triggers of the store judge the row by the tokens in it.
 */
export function addDisclosure(
  session: VaultSession,
  about: Disclosure,
): Result<null, StoreRefuses> {
  const refused = err({ kind: 'ConsentMissing' as const });
  if (!areGuardsInPlace(session.database)) return refused;
  const { id, caseId, kind, groundId, issuedAt } = about;
  const row = withCaseKey(session, caseId, (key) => ({
    tokens: JSON.stringify(
      about.items.map((item) => passingToken(key, about.recipient, item, about.purpose)),
    ),
    sealed: sealValue(about, key, canonical('disclosure', [caseId, id])),
  }));
  if (row === undefined) return refused;
  const text = canonical('disclosure-1', [
    id,
    caseId,
    kind,
    groundId,
    row.tokens,
    issuedAt,
    session.member.id,
    digest(row.sealed),
  ]);
  try {
    session.database
      .prepare(
        `INSERT INTO disclosure (id, case_id, kind, ground_id, tokens, issued_at, issued_by, sealed, signature)
         VALUES (:id, :caseId, :kind, :groundId, :tokens, :issuedAt, :issuedBy, :sealed, :signature)`,
      )
      .run({
        id,
        caseId,
        kind,
        groundId,
        issuedAt,
        tokens: row.tokens,
        sealed: row.sealed,
        issuedBy: session.member.id,
        signature: sign(text, session.keys),
      });
  } catch (error) {
    if (isRefusal(error)) return refused;
    throw error;
  }
  return ok(null);
}

/**
 * When a sheet about the person was first made for a helper on a yes: on paper or in a file it may
 * have reached them, whatever was noted of it.
 *
 * @param since what was made before belongs to another referral
 */
export function firstSheetFor(
  session: VaultSession,
  caseId: CaseId,
  recipient: ContactId,
  since: Instant,
): Instant | undefined {
  const rows = session.database
    .prepare(
      `SELECT id, issued_at, sealed FROM disclosure
       WHERE case_id = ? AND kind = 'sheet' AND ground_id IS NULL AND issued_at >= ?
       ORDER BY issued_at`,
    )
    .all([caseId, since]);
  const first = withCaseKey(session, caseId, (key) =>
    rows.find(({ id, sealed }) => {
      const context = canonical('disclosure', [caseId, String(id)]);
      const about = ToWhom.safeParse(unsealValue(sealed, key, context));
      return about.success && about.data.recipient === recipient;
    }),
  );
  return first === undefined ? undefined : String(first['issued_at']);
}

const ToWhom = z.object({ recipient: ContactId });

/** The latest moment that anything about consent was written at: a clock put back does not revive a yes. */
export function latestWritten(database: Database): Instant {
  const latest = database
    .prepare(
      `SELECT max(coalesce((SELECT max(issued_at) FROM disclosure), ''),
                  coalesce((SELECT max(recorded_at) FROM consent_entry), ''))`,
      { pluck: true },
    )
    .get([]);
  return typeof latest === 'string' ? latest : '';
}

const guards = [...consentAndReferral.up.matchAll(/CREATE TRIGGER (\w+)/g)].map(
  ([, name = '']) => name,
);

/** Whether every trigger that guards the ledger is in the store, word for word. */
export function areGuardsInPlace(database: Database): boolean {
  const rows = database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", {})
    .all([]);
  const sqlByName = new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
  return guards.every((name) => {
    const sql = sqlByName.get(name);
    return sql !== undefined && consentAndReferral.up.includes(sql);
  });
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'SQLITE_CONSTRAINT_TRIGGER' || error.code === 'SQLITE_CONSTRAINT')
  );
}
