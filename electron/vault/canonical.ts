import sodium from 'sodium-native';

/**
 * 32 bytes that stand for a text or some bytes, in hexadecimal. BLAKE2b.
 *
 * Of bytes that lie in an outer layer it is the digest of what is inside: a signature goes on
 * holding when the key of a case changes (electron/vault/case-seal.ts, which checks that the two
 * belong together).
 */
export function digest(message: string | Uint8Array): string {
  if (typeof message !== 'string' && isLayered(message)) {
    const inside = message.subarray(layerMark.length, layerHeadBytes);
    return Buffer.from(inside).toString('hex');
  }
  const output = Buffer.alloc(32);
  sodium.crypto_generichash(output, Buffer.from(message));
  return output.toString('hex');
}

/** Sealed bytes begin with a random nonce: none begins like this by chance. */
export const layerMark = Buffer.from('quietroom layer1');
/** The mark, then the digest of what is inside. */
export const layerHeadBytes = layerMark.length + 32;

export function isLayered(bytes: Uint8Array): boolean {
  return layerMark.equals(bytes.subarray(0, layerMark.length));
}

/** The part of a case key that stays the same when it is changed (electron/vault/case-seal.ts). */
export const lastingKeyBytes = 32;

/**
 * A token that says nothing to whoever lacks the key and is the same for the same text: what
 * triggers compare.
 */
export function tokenOf(text: string, key: Buffer): string {
  const output = Buffer.alloc(16);
  sodium.crypto_generichash(
    output,
    Buffer.from(`token-1|${text}`),
    key.subarray(0, lastingKeyBytes),
  );
  return output.toString('hex');
}

/** One text for signing out of parts, none of which can be read as two. */
export function canonical(kind: string, parts: readonly (string | number | null)[]): string {
  return JSON.stringify([kind, ...parts]);
}
