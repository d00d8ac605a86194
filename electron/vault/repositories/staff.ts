import { assert } from '#core/base/assert.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { StaffListing, type StaffState } from '#core/domain/people.ts';
import { type Role, type StaffId, StaffMember } from '#core/domain/staff.ts';
import { readRoster, type Roster } from '../audit/roster.ts';
import { checkKeptVersion, keepVersion } from '../audit-log.ts';
import { canonical, digest } from '../canonical.ts';
import type { Database } from '../database.ts';
import { isSignedBy, type MemberKeys, sign } from '../keys.ts';
import { Slot } from '../slot-file.ts';

const columns = `id, display_name AS displayName, role, box_public AS boxPublic,
  sign_public AS signPublic, key_signature AS keySignature`;

/** Writes a member down, with their own word for their own keys. Inside a transaction. */
export function addStaff(
  database: Database,
  member: StaffMember,
  keys: MemberKeys,
  addedAt: Instant,
): void {
  const boxPublic = Buffer.from(keys.boxPublic);
  database
    .prepare(
      `INSERT INTO staff (id, display_name, role, box_public, sign_public, key_signature, added_at)
       VALUES (:id, :displayName, :role, :boxPublic, :signPublic, :keySignature, :addedAt)`,
    )
    .run({
      ...member,
      boxPublic,
      signPublic: Buffer.from(keys.signPublic),
      keySignature: sign(keyText(member.id, boxPublic), keys),
      addedAt,
    });
  keepStaff(database, member.id);
}

/**
 * A member by name, and in the role that the log gives them.
 *
 * @returns undefined for one who is suspended or removed, and where there is none
 */
export function readStaff(database: Database, id: StaffId): StaffMember | undefined {
  const found = readListing(database, id);
  if (found?.state !== 'active') return undefined;
  return { id: found.id, displayName: found.displayName, role: found.role };
}

/** Everybody who ever worked here, in the order in which they were added. */
export function listStaff(database: Database): readonly StaffListing[] {
  return database
    .prepare('SELECT id FROM staff ORDER BY added_at, id', { pluck: true })
    .all([])
    .flatMap((id) => readListing(database, String(id)) ?? []);
}

function readListing(database: Database, id: string): StaffListing | undefined {
  const row = rowOf(database, id);
  if (row === undefined) return undefined;
  checkKeptVersion({ database }, recordOf(id), contentOf(row));
  const member = readRoster(database).get(id);
  // A member whom no entry of the log introduces is none.
  if (member === undefined) return undefined;
  const { role, state } = member;
  return StaffListing.parse({ id, displayName: row['displayName'], role, state });
}

/** Writes down how a member stands; the entry in the log that says so belongs to the same transaction. */
export function writeStanding(
  database: Database,
  id: StaffId,
  { role, state }: { readonly role: Role; readonly state: StaffState },
): void {
  database.prepare('UPDATE staff SET role = ?, state = ? WHERE id = ?').run([role, state, id]);
  keepStaff(database, id);
}

/** The slot of a member who is suspended, or null once it is back in the slot file. */
export function keepSlot(database: Database, id: StaffId, slot: Slot | null): void {
  database
    .prepare('UPDATE staff SET kept_slot = ? WHERE id = ?')
    .run([slot === null ? null : JSON.stringify(slot), id]);
}

export function keptSlots(database: Database): readonly Slot[] {
  return database
    .prepare('SELECT kept_slot FROM staff WHERE kept_slot IS NOT NULL', { pluck: true })
    .all([])
    .map((slot) => Slot.parse(JSON.parse(String(slot))));
}

/**
 * The key by which something is sealed for a member.
 *
 * @returns undefined when the member did not sign it: somebody may have put their own in its place
 */
export function readBoxPublic(database: Database, id: StaffId): Buffer | undefined {
  const row = rowOf(database, id);
  const member = readRoster(database).get(id);
  if (row === undefined || member === undefined) return undefined;
  checkKeptVersion({ database }, recordOf(id), contentOf(row));
  const { boxPublic, keySignature } = row;
  assert(boxPublic instanceof Uint8Array, 'a key is bytes');
  // Of a member from before keys were signed: they say so at their next sign-in.
  if (keySignature === null) return undefined;
  assert(keySignature instanceof Uint8Array, 'a signature is bytes');
  const isOwn = isSignedBy(keyText(id, boxPublic), keySignature, member.signPublic);
  return isOwn ? Buffer.from(boxPublic) : undefined;
}

/**
 * Whether a member, also one who was removed, signed exactly this.
 *
 * @param roster read once by whoever asks about many things
 */
export function isSignedByMember(
  database: Database,
  id: string,
  message: string,
  signature: Uint8Array,
  roster: Roster = readRoster(database),
): boolean {
  const signPublic = roster.get(id)?.signPublic;
  return signPublic !== undefined && isSignedBy(message, signature, signPublic);
}

/** Has a member from before keys were signed say now which are theirs. Inside a transaction. */
export function signOwnKeys(database: Database, id: StaffId, keys: MemberKeys): void {
  const boxPublic = Buffer.from(keys.boxPublic);
  database
    .prepare('UPDATE staff SET key_signature = ? WHERE id = ?')
    .run([sign(keyText(id, boxPublic), keys), id]);
  keepStaff(database, id);
}

/** Whether a member from before keys were signed has not said so yet. */
export function lacksOwnSignature(database: Database, id: StaffId): boolean {
  const row = rowOf(database, id);
  return row !== undefined && row['keySignature'] === null;
}

function rowOf(database: Database, id: string) {
  return database.prepare(`SELECT ${columns} FROM staff WHERE id = ?`).get([id]);
}

function recordOf(id: string): string {
  return `staff:${id}`;
}

function keepStaff(database: Database, id: StaffId): void {
  const row = rowOf(database, id);
  assert(row !== undefined, 'the member was just written');
  keepVersion({ database }, recordOf(id), contentOf(row));
}

/** What somebody could change to their good; the state and the signature speak for themselves. */
function contentOf(row: Readonly<Record<string, unknown>>): string {
  const { id, displayName, role, boxPublic, signPublic } = row;
  const bytes = [boxPublic, signPublic].map((key) =>
    key instanceof Uint8Array ? digest(key) : '',
  );
  return JSON.stringify([...[id, displayName, role].map(String), ...bytes]);
}

function keyText(id: string, boxPublic: Uint8Array): string {
  return canonical('member-keys-1', [id, Buffer.from(boxPublic).toString('base64')]);
}
