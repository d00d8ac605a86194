import { z } from 'zod';
import type { PackFiles } from './pack-files.ts';

/** The newest form of a bundle that this program reads. */
export const bundleFormat = 1;

const Base64 = z.base64().max(200);

/** What tells a newer bundle from a broken one, in every form there will be. */
export const BundleEnvelope = z.looseObject({ bundle: z.number().int().positive() });

/** A pack as one file: its texts by path, and who signed them. JSON in UTF-8. */
export const Bundle = z.strictObject({
  bundle: z.literal(bundleFormat),
  files: z.record(z.string(), z.string()),
  /** Ed25519 (RFC 8032), 32 and 64 bytes. */
  publicKey: Base64,
  signature: Base64,
});
export type Bundle = z.infer<typeof Bundle>;

/**
 * The one text that stands for the files of a pack: what is signed, and what its hash is made
 * of. Every path and every length is in it, so that no file can pass for part of another.
 */
export function canonicalPack(files: PackFiles): string {
  const parts = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => `${path}\n${text.length}\n${text}\n`);
  return `quietroom-pack-1\n${parts.join('')}`;
}
