import sodium from 'sodium-native';

/** 32 bytes that stand for a text or some bytes, in hexadecimal. BLAKE2b. */
export function digest(message: string | Uint8Array): string {
  const output = Buffer.alloc(32);
  sodium.crypto_generichash(output, Buffer.from(message));
  return output.toString('hex');
}

/**
 * A token that says nothing to whoever lacks the key and is the same for the same text: what
 * triggers compare.
 */
export function tokenOf(text: string, key: Buffer): string {
  const output = Buffer.alloc(16);
  sodium.crypto_generichash(output, Buffer.from(`token-1|${text}`), key);
  return output.toString('hex');
}

/** One text for signing out of parts, none of which can be read as two. */
export function canonical(kind: string, parts: readonly (string | number | null)[]): string {
  return JSON.stringify([kind, ...parts]);
}
