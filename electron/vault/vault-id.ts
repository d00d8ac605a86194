import { digest } from './canonical.ts';

/**
 * The id of a vault is that of the key by which its first lead signs: a UUID of version 8 (RFC 9562)
 * from its hash. The seal of every slot covers the id, so that whoever signs in knows by their own
 * password whose log is the right one. A log that somebody else began is none.
 */
export function vaultIdOf(signPublic: Uint8Array): string {
  const bytes = Buffer.from(digest(Buffer.concat([prefix, signPublic])), 'hex').subarray(0, 16);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const prefix = Buffer.from('vault-id-1|');

/** Whether a log that begins with this key is that of the vault. Ids of earlier vaults say nothing about it. */
export function mayBegin(vaultId: string, signPublic: Uint8Array): boolean {
  return !isNamedAfterKey(vaultId) || vaultId === vaultIdOf(signPublic);
}

/** Whether the vault has had a log from its first moment on. */
export function isNamedAfterKey(vaultId: string): boolean {
  return vaultId.charAt(14) === '8';
}
