import type { Instant } from '#core/base/capabilities.ts';
import { type StaffId, StaffMember } from '#core/domain/staff.ts';
import type { Database } from '../database.ts';
import type { MemberKeys } from '../keys.ts';

export function addStaff(
  database: Database,
  member: StaffMember,
  keys: MemberKeys,
  addedAt: Instant,
): void {
  database
    .prepare(
      `INSERT INTO staff (id, display_name, role, box_public, sign_public, added_at)
       VALUES (:id, :displayName, :role, :boxPublic, :signPublic, :addedAt)`,
    )
    .run({
      ...member,
      boxPublic: Buffer.from(keys.boxPublic),
      signPublic: Buffer.from(keys.signPublic),
      addedAt,
    });
}

export function readStaff(database: Database, id: StaffId): StaffMember | undefined {
  const row = database
    .prepare('SELECT id, display_name AS displayName, role FROM staff WHERE id = ?')
    .get([id]);
  return row === undefined ? undefined : StaffMember.parse(row);
}

/** The key that checks what a member signed. */
export function readSignPublic(database: Database, id: string): Uint8Array | undefined {
  const key = database
    .prepare('SELECT sign_public FROM staff WHERE id = ?', { pluck: true })
    .get([id]);
  return key instanceof Uint8Array ? key : undefined;
}
