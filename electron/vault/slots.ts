import { assert } from '#core/base/assert.ts';
import type { SignInName, StaffId } from '#core/domain/staff.ts';
import type { z } from 'zod';
import { canonical, tokenOf } from './canonical.ts';
import * as keys from './keys.ts';
import type { Slot, SlotTable } from './slot-file.ts';

/** Quick beside the password's derivation, and still some work for whoever tries names on a stolen file. */
export function createHandleKdf(cost: keys.KdfCost): SlotTable['handleKdf'] {
  const memLimitBytes = Math.max(8_192, cost.memLimitBytes / 4);
  return { opsLimit: 1, memLimitBytes, salt: keys.randomKey(keys.saltBytes).toString('base64') };
}

export type OpenedSlot = {
  readonly staffId: StaffId;
  readonly member: keys.MemberKeys;
  readonly databaseKey: Buffer;
  /** The slot with the newest key under its seal, where somebody else has changed the key since. */
  readonly rebound: Slot | undefined;
};

/** A slot for a new member, and the keys it will give when opened. */
export async function createSlot(
  about: {
    readonly vaultId: string;
    readonly handleKdf: SlotTable['handleKdf'];
    readonly staffId: StaffId;
    readonly signInName: z.infer<typeof SignInName>;
    readonly password: string;
    readonly databaseKey: Buffer;
    /** What the keys of the member grow from; a new one where it is left out. */
    readonly seed?: Buffer;
  },
  cost: keys.KdfCost,
): Promise<{ readonly slot: Slot; readonly member: keys.MemberKeys }> {
  const salt = keys.randomKey(keys.saltBytes);
  const seed = about.seed ?? keys.randomKey();
  const member = keys.growMemberKeys(seed);
  const unsealed = {
    staffId: about.staffId,
    handle: await handleOf(about.signInName, about.handleKdf),
    kdf: { algorithm: 'argon2id13' as const, ...cost, salt: salt.toString('base64') },
    boxPublic: member.boxPublic.toString('base64'),
    sealedDatabaseKey: keys.sealFor(member.boxPublic, about.databaseKey).toString('base64'),
    links: [],
  };
  const wrapping = await keys.deriveKey(about.password, salt, cost);
  const sealedSeed = keys
    .seal(seed, wrapping, contextOf(about.vaultId, unsealed))
    .toString('base64');
  keys.wipe(wrapping, seed);
  return { slot: { ...unsealed, sealedSeed }, member };
}

/**
 * Opens the slot of a handle. A handle that nobody has takes as long as a wrong password, so
 * that time does not tell who works here: the work is that of one of the slots, and of the same
 * one every time.
 */
export async function openSlot(
  table: SlotTable,
  handle: string,
  password: string,
): Promise<OpenedSlot | undefined> {
  const own = table.slots.find((candidate) => candidate.handle === handle);
  const slot = own ?? standIn(table, handle);
  const wrapping = await keys.deriveKey(password, Buffer.from(slot.kdf.salt, 'base64'), slot.kdf);
  try {
    const opened = openWith(wrapping, table.vaultId, slot);
    return own === undefined ? undefined : opened;
  } finally {
    keys.wipe(wrapping);
  }
}

/** A slot that no password opens, as costly as one of those that some do. */
function standIn(table: SlotTable, handle: string): Slot {
  const at = Buffer.from(handle, 'base64').readUInt32LE() % table.slots.length;
  const [first] = table.slots;
  const slot = table.slots[at] ?? first;
  assert(slot !== undefined, 'a vault has a slot');
  return { ...slot, kdf: { ...slot.kdf, salt: keys.randomKey(keys.saltBytes).toString('base64') } };
}

/** The same member and keys under another password. */
export async function resealSlot(
  vaultId: string,
  slot: Slot,
  secrets: { readonly seed: Buffer; readonly databaseKey: Buffer },
  password: string,
  cost: keys.KdfCost,
): Promise<Slot> {
  const { seed, databaseKey } = secrets;
  const salt = keys.randomKey(keys.saltBytes);
  const boxPublic = Buffer.from(slot.boxPublic, 'base64');
  const changed = {
    ...slot,
    sealedDatabaseKey: keys.sealFor(boxPublic, databaseKey).toString('base64'),
    links: [],
    kdf: { algorithm: 'argon2id13' as const, ...cost, salt: salt.toString('base64') },
  };
  const wrapping = await keys.deriveKey(password, salt, cost);
  const sealedSeed = keys.seal(seed, wrapping, contextOf(vaultId, changed)).toString('base64');
  keys.wipe(wrapping);
  return { ...changed, sealedSeed };
}

function openWith(wrapping: Buffer, vaultId: string, slot: Slot): OpenedSlot | undefined {
  const sealedSeed = Buffer.from(slot.sealedSeed, 'base64');
  const bound = keys.unseal(sealedSeed, wrapping, contextOf(vaultId, slot));
  // The first layout left the database key out of the seal, and knew no links.
  const isEarly = bound === undefined && slot.links.length === 0;
  const seed = isEarly ? keys.unseal(sealedSeed, wrapping, earlyContextOf(vaultId, slot)) : bound;
  if (seed === undefined) return undefined;
  const member = keys.growMemberKeys(seed);
  const databaseKey = openKeyOf(vaultId, slot, member);
  if (databaseKey === undefined) {
    keys.wipe(seed);
    keys.wipeMember(member);
    return undefined;
  }
  const newest = { ...slot, sealedDatabaseKey: newestSealed(slot), links: [] };
  const rebound =
    isEarly || slot.links.length > 0
      ? {
          ...newest,
          sealedSeed: keys.seal(seed, wrapping, contextOf(vaultId, newest)).toString('base64'),
        }
      : undefined;
  keys.wipe(seed);
  return { staffId: slot.staffId, member, databaseKey, rebound };
}

function newestSealed({ sealedDatabaseKey, links }: Slot): string {
  return links.at(-1)?.sealed ?? sealedDatabaseKey;
}

/** The newest database key a slot leads to: from the one under the seal, link by link. */
export function openKeyOf(
  vaultId: string,
  slot: Slot,
  member: keys.MemberKeys,
): Buffer | undefined {
  let key = keys.openSealed(Buffer.from(slot.sealedDatabaseKey, 'base64'), member);
  for (const { sealed, proof } of slot.links) {
    if (key === undefined || proofOf(vaultId, slot.staffId, sealed, key) !== proof)
      return undefined;
    keys.wipe(key);
    key = keys.openSealed(Buffer.from(sealed, 'base64'), member);
  }
  return key;
}

/**
 * A slot with one more key: the member opens it with nobody's help but their own password. Only
 * who had the key before can make the link.
 */
export function linkSlot(vaultId: string, slot: Slot, before: Buffer, next: Buffer): Slot {
  const sealed = keys.sealFor(Buffer.from(slot.boxPublic, 'base64'), next).toString('base64');
  const proof = proofOf(vaultId, slot.staffId, sealed, before);
  return { ...slot, links: [...slot.links, { sealed, proof }] };
}

function proofOf(vaultId: string, staffId: StaffId, sealed: string, key: Buffer): string {
  return tokenOf(canonical('slot-link', [vaultId, staffId, sealed]), key);
}

/** What the seal of a slot is bound to: everything in it that must not be changed by another hand. */
function contextOf(
  vaultId: string,
  slot: Pick<Slot, 'staffId' | 'handle' | 'kdf' | 'boxPublic' | 'sealedDatabaseKey'>,
): string {
  return [earlyContextOf(vaultId, slot), 'slot-2', slot.sealedDatabaseKey].join('|');
}

function earlyContextOf(
  vaultId: string,
  slot: Pick<Slot, 'staffId' | 'handle' | 'kdf' | 'boxPublic'>,
): string {
  const { algorithm, opsLimit, memLimitBytes, salt } = slot.kdf;
  return [
    'slot-1',
    vaultId,
    slot.staffId,
    slot.handle,
    algorithm,
    opsLimit,
    memLimitBytes,
    salt,
    slot.boxPublic,
  ].join('|');
}

/** What a slot is found by. The sign-in name itself is in no file. */
export async function handleOf(signInName: string, kdf: SlotTable['handleKdf']): Promise<string> {
  const handle = await keys.deriveKey(signInName, Buffer.from(kdf.salt, 'base64'), kdf);
  return handle.subarray(0, 16).toString('base64');
}
