import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import type { z } from 'zod';
import { aboutAtDesk, aboutOf, DeskTyped, Typed, type TypedAbout } from '#core/domain/typed.ts';
import { canonical } from '../canonical.ts';
import { sealValue, unsealValue, withCaseKey } from '../case-seal.ts';
import type { VaultSession } from '../vault.ts';

/** Keeps what this member types, in the place of what they typed about it before. Inside a transaction. */
export function writeTyped(session: VaultSession, caseId: CaseId, typed: Typed): void {
  write(session, caseId, aboutOf(typed), typed);
}

/** The same for words typed at the desk; empty ones are taken away. Inside a transaction. */
export function writeAtDesk(session: VaultSession, caseId: CaseId, typed: DeskTyped): void {
  if (typed.words === '') remove(session, caseId, aboutAtDesk(typed));
  else write(session, caseId, aboutAtDesk(typed), typed);
}

function write(session: VaultSession, caseId: CaseId, about: string, value: unknown): void {
  const sealed = withCaseKey(session, caseId, (key) =>
    sealValue(value, key, contextOf(session, caseId, about)),
  );
  assert(sealed !== undefined, 'a member who types beside a case holds its key');
  session.database
    .prepare(
      `INSERT INTO typed_beside (case_id, staff_id, about, sealed)
       VALUES (:caseId, :me, :about, :sealed) ON CONFLICT DO UPDATE SET sealed = :sealed`,
    )
    .run({ caseId, me: session.member.id, about, sealed });
}

/** What this member typed for a case. What does not open, or is of another member, is left out. */
export function readTyped(session: VaultSession, caseId: CaseId): readonly Typed[] {
  return read(session, caseId, Typed);
}

/** The same of what was typed at the desk. */
export function readAtDesk(session: VaultSession, caseId: CaseId): readonly DeskTyped[] {
  return read(session, caseId, DeskTyped);
}

function read<Value>(
  session: VaultSession,
  caseId: CaseId,
  schema: z.ZodType<Value>,
): readonly Value[] {
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
        const typed = schema.safeParse(opened);
        return typed.success ? [typed.data] : [];
      }),
    ) ?? []
  );
}

/** Inside a transaction. */
export function removeTyped(session: VaultSession, caseId: CaseId, about: TypedAbout): void {
  remove(session, caseId, about);
}

function remove(session: VaultSession, caseId: CaseId, about: string): void {
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
