import { hash } from 'node:crypto';
import { hashText } from './chain.ts';

/** What a record is now: how often it was written, and a digest of its content. */
export type Head = { readonly version: number; readonly digest: string };

/**
 * The latest version of every record, in memory, under one hash. The hash is in every audit
 * entry, which is signed: the table in the store cannot be put back alone.
 *
 * The hash goes over 256 parts, so that a save hashes its own part anew and not all of them:
 * 0.1 ms instead of 30 with 50,000 records.
 */
export type RecordHeads = {
  readonly get: (record: string) => Head | undefined;
  /** Sets a head, or takes it away. */
  readonly set: (record: string, head: Head | undefined) => void;
  readonly root: () => string;
  readonly entries: () => Iterable<readonly [string, Head]>;
};

const partCount = 256;
const begin = Buffer.from('heads-1\n');
/** Of 32 bytes in base64url. */
const hashLength = 43;

/** The hash of no records at all. */
export const emptyRoot = createRecordHeads().root();

export function createRecordHeads(): RecordHeads {
  const parts = Array.from({ length: partCount }, () => new Map<string, Head>());
  /** What the hash over all goes over: the hashes of the parts, in their order. */
  const whole = Buffer.alloc(begin.length + partCount * hashLength);
  begin.copy(whole);
  /** Parts that have changed since they were hashed. */
  const stale = new Set(parts.keys());

  function hashPart(at: number): string {
    const lines = [...(parts[at] ?? [])]
      .map(([record, { version, digest }]) => `${record}|${version}|${digest}\n`)
      .toSorted();
    return hashText(...lines);
  }

  return {
    get: (record) => parts[partOf(record)]?.get(record),
    set(record, head) {
      const at = partOf(record);
      if (head === undefined) parts[at]?.delete(record);
      else parts[at]?.set(record, head);
      stale.add(at);
    },
    root() {
      for (const at of stale) whole.write(hashPart(at), begin.length + at * hashLength, 'latin1');
      stale.clear();
      return hash('sha256', whole, 'base64url');
    },
    *entries() {
      for (const part of parts) yield* part;
    },
  };
}

/** Spreads records evenly; nothing depends on it being hard to foresee. */
function partOf(record: string): number {
  let sum = 7;
  for (let at = 0; at < record.length; at += 1) sum = (sum * 31 + record.charCodeAt(at)) | 0;
  return (sum >>> 8) % partCount;
}
