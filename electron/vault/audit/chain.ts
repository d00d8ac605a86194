import { hash as hashOnce } from 'node:crypto';
import { AuditEntry } from '#core/domain/audit-entry.ts';
import { isSignedBy, type MemberKeys, sign } from '../keys.ts';

// One entry and what ties it to the one before: the body holds the hash of its predecessor,
// the hash covers the body, and the signature covers the hash.

/** An entry as it lies in the store. */
export type StoredEntry = {
  readonly position: number;
  readonly body: string;
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
};

/** What the first entry has in place of a predecessor. */
export const noHash = Buffer.alloc(32).toString('base64url');

export function hashText(...parts: readonly string[]): string {
  return hashOnce('sha256', parts.join(''), 'base64url');
}

export function encodeEntry(entry: AuditEntry, keys: MemberKeys): StoredEntry {
  // Parsed once more, so that the same entry is the same bytes however it came about.
  const body = JSON.stringify(AuditEntry.parse(entry));
  const hash = hashOf(body);
  return {
    position: entry.position,
    body,
    hash,
    signature: sign(signedText(hash), keys),
  };
}

function hashOf(body: string): Buffer<ArrayBuffer> {
  return Buffer.from(hashOnce('sha256', `audit-1\n${body}`, 'buffer'));
}

function signedText(hash: Uint8Array): string {
  return `audit-1|${Buffer.from(hash).toString('base64url')}`;
}

/** What is wrong with an entry, seen by itself. */
export type EntryFlaw = 'altered' | 'unreadable' | 'moved' | 'signer-unknown' | 'forged';

/**
 * Judges one entry by itself: its hash, its form, its place, its signature. The cheapest
 * comes first.
 *
 * @param signPublicOf the key of a member at that point of the log
 */
export function judgeEntry(
  stored: StoredEntry,
  signPublicOf: (entry: AuditEntry) => Uint8Array | undefined,
): EntryFlaw | AuditEntry {
  if (!hashOf(stored.body).equals(stored.hash)) return 'altered';
  const entry = parseBody(stored.body);
  if (entry === undefined) return 'unreadable';
  if (entry.position !== stored.position) return 'moved';
  const signPublic = signPublicOf(entry);
  if (signPublic === undefined) return 'signer-unknown';
  return isSignedBy(signedText(stored.hash), stored.signature, signPublic) ? entry : 'forged';
}

/** The entry, or undefined when the text is not exactly what this program would have written. */
export function parseBody(body: string): AuditEntry | undefined {
  try {
    const parsed = AuditEntry.safeParse(JSON.parse(body));
    return parsed.success && JSON.stringify(parsed.data) === body ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of the members as the log itself introduces them, up to a point. */
export type SignerKeys = Map<string, Uint8Array>;

/** The key that signs an entry: an entry that brings its own key can only be the first one. */
export function signerOf(keys: SignerKeys, entry: AuditEntry): Uint8Array | undefined {
  if (entry.position === 1) learnKeys(keys, entry);
  return keys.get(entry.staff);
}

/** Takes up the keys that a sound entry introduces. */
export function learnKeys(keys: SignerKeys, { staff, event }: AuditEntry): void {
  if (event.kind === 'set-up') keys.set(staff, Buffer.from(event.signPublic, 'base64'));
  if (event.kind === 'member-added')
    keys.set(event.member, Buffer.from(event.signPublic, 'base64'));
  if (event.kind === 'log-begun')
    for (const { member, signPublic } of event.members)
      keys.set(member, Buffer.from(signPublic, 'base64'));
}
