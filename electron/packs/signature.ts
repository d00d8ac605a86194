import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { type Bundle, bundleFormat, canonicalPack } from '#core/pack/bundle.ts';
import type { PackFiles } from '#core/pack/pack-files.ts';

/** SHA-256 of a pack, in hex: the same for a folder and for the bundle made from it. */
export function digestOf(files: PackFiles): string {
  return createHash('sha256').update(canonicalPack(files)).digest('hex');
}

/** A key as people compare it: eight groups of four hex digits of its SHA-256. */
export function fingerprintOf(publicKey: Buffer): string {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return hex.match(/.{4}/g)?.join(' ') ?? hex;
}

/** DER around a raw Ed25519 public key (RFC 8410). */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether the bundle's own key signed exactly these files. Whose key it is, is another question. */
export function isSignatureSound({ publicKey, signature }: Bundle, files: PackFiles): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  const bytes = Buffer.from(signature, 'base64');
  if (raw.length !== 32 || bytes.length !== 64) return false;
  const key = createPublicKey({
    key: Buffer.concat([publicKeyPrefix, raw]),
    format: 'der',
    type: 'spki',
  });
  return verifyBytes(null, Buffer.from(canonicalPack(files)), key, bytes);
}

/** @param privateKeyPem an Ed25519 key, PKCS #8. @throws when it is none */
export function signPack(files: PackFiles, privateKeyPem: string): Bundle {
  const key = createPrivateKey(privateKeyPem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is not an Ed25519 key');
  const exported = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    bundle: bundleFormat,
    files: Object.fromEntries(files),
    publicKey: exported.subarray(publicKeyPrefix.length).toString('base64'),
    signature: signBytes(null, Buffer.from(canonicalPack(files)), key).toString('base64'),
  };
}
