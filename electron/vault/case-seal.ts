import { assert } from '#core/base/assert.ts';
import type { CaseId } from '#core/domain/encounter.ts';
import { type Bytes, seal, unseal, wipe } from './keys.ts';
import { readCaseKey } from './repositories/case-file.ts';
import type { VaultSession } from './vault.ts';

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
  const sealed = seal(message, key, context);
  wipe(message);
  return sealed;
}

/** The value, still to be parsed, or undefined when key, context or bytes are not its own. */
export function unsealValue(sealed: unknown, key: Buffer, context: string): unknown {
  if (!(sealed instanceof Uint8Array)) return undefined;
  const message = unseal(sealed, key, context);
  if (message === undefined) return undefined;
  const value: unknown = JSON.parse(message.toString('utf8'));
  wipe(message);
  return value;
}

export function bytesOf(value: unknown): Uint8Array {
  assert(value instanceof Uint8Array, 'the column holds bytes');
  return value;
}
