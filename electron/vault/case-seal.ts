import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { digest, isLayered, lastingKeyBytes, layerHeadBytes, layerMark } from './canonical.ts';
import { type Bytes, keyBytes, randomKey, seal, unseal, wipe } from './keys.ts';
import { readCaseKey } from './repositories/case-file.ts';
import type { VaultSession } from './vault.ts';

// The key of a case has a lasting part and, since it was changed for the first time, a turning
// part. What is sealed under the lasting part is put, then, into an outer layer under the turning
// one. A change of key puts a new outer layer around every row of the case; signatures and links
// between rows, which cover what is inside, hold on. Who has only an earlier turning part opens
// nothing any more, neither old rows nor new ones.

/** Does something with the key of a case and wipes it. Undefined when this member holds none. */
export function withCaseKey<Value>(
  session: VaultSession,
  caseId: CaseId,
  use: (key: Buffer) => Value,
): Value | undefined {
  const key = readCaseKey(session, caseId);
  if (key === undefined) return undefined;
  try {
    return use(key);
  } finally {
    wipe(key);
  }
}

/** @param context what the value belongs to; it opens only under the same context */
export function sealValue(value: unknown, key: Buffer, context: string): Bytes {
  const message = Buffer.from(JSON.stringify(value));
  const sealed = seal(message, key.subarray(0, lastingKeyBytes), context);
  wipe(message);
  return putLayer(sealed, key);
}

/** The value, still to be parsed, or undefined when key, context or bytes are not its own. */
export function unsealValue(sealed: unknown, key: Buffer, context: string): unknown {
  if (!(sealed instanceof Uint8Array)) return undefined;
  const inside = takeLayer(sealed, key);
  if (inside === undefined) return undefined;
  const message = unseal(inside, key.subarray(0, lastingKeyBytes), context);
  if (message === undefined) return undefined;
  const value: unknown = JSON.parse(message.toString('utf8'));
  wipe(message);
  return value;
}

/** The same case with another turning part. */
export function turnKey(key: Buffer): Buffer {
  return Buffer.concat([key.subarray(0, lastingKeyBytes), randomKey()]);
}

/**
 * The same row under the turned key.
 *
 * @returns undefined when it did not open under the key before
 */
export function turnLayer(sealed: Uint8Array, before: Buffer, next: Buffer): Bytes | undefined {
  const inside = takeLayer(sealed, before);
  return inside === undefined ? undefined : putLayer(inside, next);
}

function putLayer(inside: Bytes, key: Buffer): Bytes {
  const turning = turningPart(key);
  if (turning === undefined) return inside;
  const inner = Buffer.from(digest(inside), 'hex');
  return Buffer.concat([layerMark, inner, seal(inside, turning, layerContext)]);
}

function takeLayer(sealed: Uint8Array, key: Buffer): Bytes | undefined {
  const turning = turningPart(key);
  const bytes = Buffer.from(sealed);
  if (turning === undefined) return isLayered(bytes) ? undefined : bytes;
  if (!isLayered(bytes)) return undefined;
  const inside = unseal(bytes.subarray(layerHeadBytes), turning, layerContext);
  return inside !== undefined && digest(inside) === digest(bytes) ? inside : undefined;
}

const layerContext = 'case-layer-1';

function turningPart(key: Buffer): Buffer | undefined {
  return key.length === lastingKeyBytes
    ? undefined
    : key.subarray(lastingKeyBytes, lastingKeyBytes + keyBytes);
}

export function bytesOf(value: unknown): Uint8Array {
  assert(value instanceof Uint8Array, 'the column holds bytes');
  return value;
}
