import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { aboutOf, Typed, type TypedAbout } from '#core/domain/typed.ts';
import { canonical } from '../canonical.ts';
import { sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { VaultSession } from '../vault.ts';

/** Keeps what this member types, in the place of what they typed about it before. Inside a transaction. */
export function writeTyped(session: VaultSession, caseId: CaseId, typed: Typed): void {
  const about = aboutOf(typed);
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(typed, key, contextOf(session, caseId, about)),
  );
  assert(sealed !== undefined, 'a member who types beside a visit holds the key of the case');
  session.database
    .prepare(
      `INSERT INTO typed_beside (case_id, staff_id, about, sealed)
       VALUES (:caseId, :me, :about, :sealed) ON CONFLICT DO UPDATE SET sealed = :sealed`,
    )
    .run({ caseId, me: session.member.id, about, sealed });
}

/** What this member typed for a case. What does not open, or is of another member, is left out. */
export function readTyped(session: VaultSession, caseId: CaseId): readonly Typed[] {
  const rows = session.database
    .prepare(
      'SELECT about, sealed FROM typed_beside WHERE case_id = ? AND staff_id = ? ORDER BY about',
    )
    .all([caseId, session.member.id]);
  if (rows.length === 0) return [];
  return (
    withCaseKey(session, caseId, (key) =>
      rows.flatMap(({ about, sealed }) => {
        const opened = unsealValue(sealed, key, contextOf(session, caseId, String(about)));
        const typed = Typed.safeParse(opened);
        return typed.success ? [typed.data] : [];
      }),
    ) ?? []
  );
}

/** Inside a transaction. */
export function removeTyped(session: VaultSession, caseId: CaseId, about: TypedAbout): void {
  session.database
    .prepare('DELETE FROM typed_beside WHERE case_id = ? AND staff_id = ? AND about = ?')
    .run([caseId, session.member.id, about]);
}

/** The same of every member: what the person took back is in nobody's drawer. Inside a transaction. */
export function removeTypedOfAll(
  { database }: VaultSession,
  caseId: CaseId,
  about: TypedAbout,
): void {
  database.prepare('DELETE FROM typed_beside WHERE case_id = ? AND about = ?').run([caseId, about]);
}

function contextOf({ member }: VaultSession, caseId: CaseId, about: string): string {
  return canonical('typed-beside', [caseId, member.id, about]);
}
