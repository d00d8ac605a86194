import sodium from 'sodium-native';

/** Bytes as the database driver takes them. */
export type Bytes = Buffer<ArrayBuffer>;

/** How much work a guess at a password costs. Argon2id, RFC 9106. */
export type KdfCost = { readonly opsLimit: number; readonly memLimitBytes: number };

/** 0.7 s on a clinic machine (docs/security.md); the floor for a slow one is 64 MiB. */
export const standardCost: KdfCost = { opsLimit: 3, memLimitBytes: 256 * 1024 * 1024 };

export const keyBytes = 32;
export const saltBytes = sodium.crypto_pwhash_SALTBYTES;

/** A member's secret keys, all grown from one seed, and their public halves. */
export type MemberKeys = {
  /** What all of them grow from; sealed anew when the password changes. */
  readonly seed: Buffer;
  readonly boxPublic: Buffer;
  readonly boxSecret: Buffer;
  readonly signPublic: Buffer;
  readonly signSecret: Buffer;
};

export function randomKey(bytes: number = keyBytes): Bytes {
  const key = Buffer.alloc(bytes);
  sodium.randombytes_buf(key);
  return key;
}

/** Overwrites secrets with zeros. They are of no use afterwards. */
export function wipe(...secrets: readonly Buffer[]): void {
  for (const secret of secrets) sodium.sodium_memzero(secret);
}

/** 32 bytes from a secret text, off the main thread. The text's own copy here is wiped. */
export async function deriveKey(secret: string, salt: Buffer, cost: KdfCost): Promise<Bytes> {
  const output = Buffer.alloc(keyBytes);
  const input = Buffer.from(secret.normalize('NFKC'), 'utf8');
  try {
    await new Promise<void>((resolve, reject) => {
      sodium.crypto_pwhash_async(
        output,
        input,
        salt,
        cost.opsLimit,
        cost.memLimitBytes,
        sodium.crypto_pwhash_ALG_ARGON2ID13,
        (error) => (error === null ? resolve() : reject(error)),
      );
    });
  } finally {
    wipe(input);
  }
  return output;
}

/** Overwrites everything secret of a member. */
export function wipeMember(member: MemberKeys): void {
  forgetOpened(member);
  wipe(member.seed, member.boxSecret, member.signSecret);
}

export function growMemberKeys(seed: Buffer): MemberKeys {
  const boxPublic = Buffer.alloc(sodium.crypto_box_PUBLICKEYBYTES);
  const boxSecret = Buffer.alloc(sodium.crypto_box_SECRETKEYBYTES);
  const signPublic = Buffer.alloc(sodium.crypto_sign_PUBLICKEYBYTES);
  const signSecret = Buffer.alloc(sodium.crypto_sign_SECRETKEYBYTES);
  const boxSeed = subkey(seed, 'box');
  const signSeed = subkey(seed, 'sign');
  sodium.crypto_box_seed_keypair(boxPublic, boxSecret, boxSeed);
  sodium.crypto_sign_seed_keypair(signPublic, signSecret, signSeed);
  wipe(boxSeed, signSeed);
  return { seed: Buffer.from(seed), boxPublic, boxSecret, signPublic, signSecret };
}

function subkey(seed: Buffer, purpose: string): Bytes {
  const output = Buffer.alloc(keyBytes);
  sodium.crypto_generichash(output, Buffer.from(purpose), seed);
  return output;
}

/**
 * XChaCha20-Poly1305 under a random nonce, which stands before the sealed bytes.
 *
 * @param context what the bytes belong to; they open only under the same context
 */
export function seal(message: Buffer, key: Buffer, context: string): Bytes {
  const nonce = randomKey(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const sealed = Buffer.alloc(message.length + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    sealed,
    message,
    Buffer.from(context),
    null,
    nonce,
    key,
  );
  return Buffer.concat([nonce, sealed]);
}

/** The message, or undefined when key, context or bytes are not those it was sealed with. */
export function unseal(sealed: Uint8Array, key: Buffer, context: string): Bytes | undefined {
  const bytes = Buffer.from(sealed);
  const nonceLength = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  const length = bytes.length - nonceLength - sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES;
  if (length < 0) return undefined;
  const message = Buffer.alloc(length);
  const [nonce, box] = [bytes.subarray(0, nonceLength), bytes.subarray(nonceLength)];
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      message,
      null,
      box,
      Buffer.from(context),
      nonce,
      key,
    );
    return message;
  } catch {
    return undefined;
  }
}

/** Seals a key so that only the holder of the secret half can open it. */
export function sealFor(boxPublic: Buffer, key: Buffer): Bytes {
  const sealed = Buffer.alloc(key.length + sodium.crypto_box_SEALBYTES);
  sodium.crypto_box_seal(sealed, key, boxPublic);
  return sealed;
}

/** The key that a member opened last: a visit is saved with it four times a second. */
const openedLast = new WeakMap<MemberKeys, { readonly sealed: Buffer; readonly key: Bytes }>();

/** The sealed key, or undefined when it was not sealed for this member. Its user wipes it. */
export function openSealed(sealed: Uint8Array, keys: MemberKeys): Bytes | undefined {
  const known = openedLast.get(keys);
  if (known?.sealed.equals(sealed) === true) return Buffer.from(known.key);
  const bytes = Buffer.from(sealed);
  if (bytes.length < sodium.crypto_box_SEALBYTES) return undefined;
  const key = Buffer.alloc(bytes.length - sodium.crypto_box_SEALBYTES);
  if (!sodium.crypto_box_seal_open(key, bytes, keys.boxPublic, keys.boxSecret)) return undefined;
  forgetOpened(keys);
  openedLast.set(keys, { sealed: bytes, key: Buffer.from(key) });
  return key;
}

function forgetOpened(keys: MemberKeys): void {
  const known = openedLast.get(keys);
  if (known !== undefined) wipe(known.key);
  openedLast.delete(keys);
}

export function sign(message: string, keys: MemberKeys): Bytes {
  const signature = Buffer.alloc(sodium.crypto_sign_BYTES);
  sodium.crypto_sign_detached(signature, Buffer.from(message), keys.signSecret);
  return signature;
}

export function isSignedBy(
  message: string,
  signature: Uint8Array,
  signPublic: Uint8Array,
): boolean {
  if (
    signature.length !== sodium.crypto_sign_BYTES ||
    signPublic.length !== sodium.crypto_sign_PUBLICKEYBYTES
  ) {
    return false;
  }
  return sodium.crypto_sign_verify_detached(
    Buffer.from(signature),
    Buffer.from(message),
    Buffer.from(signPublic),
  );
}
