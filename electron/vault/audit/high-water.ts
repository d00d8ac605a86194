import { createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import sodium from 'sodium-native';
import { z } from 'zod';
import { overwriteFile, readSmallFile, replaceFile } from '../../platform/files.ts';
import { keyBytes } from '../keys.ts';

// The high-water mark: how far the audit log had come when the last save was acknowledged.
// It lies outside the store, because a store that was rolled back knows nothing of it: a
// damaged or deleted journal takes whole saves away in silence (docs/adr/0003).

export const Mark = z.strictObject({
  vaultId: z.uuid(),
  position: z.number().int().nonnegative(),
  /** Of the entry at that position. */
  hash: z.string().length(43),
  saves: z.number().int().nonnegative(),
});
export type Mark = z.infer<typeof Mark>;

export const markFileNames = ['mark-a.json', 'mark-b.json'] as const;

/** Always as long, so that it is written anew in its place, and no longer than a sector. */
const markBytes = 512;

const format = 2;

const Envelope = z.strictObject({
  /** 1 is from before the mac was one of sodium's, which a save waits for half as long. */
  format: z.union([z.literal(1), z.literal(format)]),
  /** Only in 1; a mac tells of damage too. */
  checksum: z.string().optional(),
  /** Cannot be made without a key that lies in the store. */
  mac: z.string(),
  body: z.string(),
});

export type MarkReading =
  | { readonly kind: 'read'; readonly mark: Mark }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' };

/** The furthest of the two copies that is whole and was written by somebody with the key. */
export function readMark(folder: string, key: Buffer, vaultId: string): MarkReading {
  const copies = markFileNames.map((name) => readCopy(join(folder, name), key));
  const marks = copies.flatMap((copy) => (typeof copy === 'string' ? [] : [copy]));
  const [furthest] = marks
    .filter((mark) => mark.vaultId === vaultId)
    .toSorted((a, b) => b.position - a.position);
  if (furthest !== undefined) return { kind: 'read', mark: furthest };
  return { kind: copies.every((copy) => copy === 'missing') ? 'missing' : 'damaged' };
}

export type MarkWriter = {
  /** Writes one copy in its place, the older one: the newer one is whole all the while. */
  readonly write: (mark: Mark) => void;
  readonly writeBoth: (mark: Mark) => void;
};

export function createMarkWriter(folder: string, key: Buffer): MarkWriter {
  let turn = 0;
  const write = (mark: Mark) => {
    turn = 1 - turn;
    const path = join(folder, markFileNames[turn === 0 ? 0 : 1]);
    const bytes = serialise(mark, key);
    if (!overwriteFile(path, bytes)) replaceFile(path, bytes);
  };
  return {
    write,
    writeBoth(mark) {
      write(mark);
      write(mark);
    },
  };
}

function serialise(mark: Mark, key: Buffer): Buffer {
  const body = JSON.stringify(mark);
  const text = JSON.stringify({
    format,
    mac: macOf[format](body, key).toString('base64url'),
    body,
  });
  return Buffer.from(`${text.padEnd(markBytes - 1)}\n`);
}

function readCopy(path: string, key: Buffer): Mark | 'missing' | 'damaged' {
  const bytes = readSmallFile(path, 10_000);
  if (bytes === 'absent') return 'missing';
  if (typeof bytes === 'string') return 'damaged';
  try {
    const read = Envelope.parse(JSON.parse(bytes.toString('utf8')));
    const given = Buffer.from(read.mac, 'base64url');
    const right = macOf[read.format](read.body, key);
    const isOurs = given.length === right.length && timingSafeEqual(given, right);
    return isOurs ? Mark.parse(JSON.parse(read.body)) : 'damaged';
  } catch {
    return 'damaged';
  }
}

const macOf: Readonly<Record<1 | typeof format, (body: string, key: Buffer) => Buffer>> = {
  1: (body, key) => createHmac('sha256', key).update(`mark-1\n${body}`).digest(),
  2(body, key) {
    const mac = Buffer.alloc(keyBytes);
    sodium.crypto_generichash(mac, Buffer.from(`mark-2\n${body}`), key);
    return mac;
  },
};
