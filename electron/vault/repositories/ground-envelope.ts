import { z } from 'zod';
import { canonical, digest, lastingKeyBytes } from '../canonical.ts';
import { sealValue, turnLayer, unsealValue } from '../case-seal.ts';
import type { Bytes } from '../keys.ts';

/**
 * What lies in the row of a ground: the body under the key of the case, and a copy for each who may
 * countersign. The first form, without a number, was signed byte by byte: it stays as it is when the
 * case gets another key.
 */
const Envelope = z.strictObject({
  form: z.literal(2).optional(),
  body: z.base64(),
  copies: z.record(z.string(), z.base64()),
});
type Envelope = z.infer<typeof Envelope>;

export function sealEnvelope(
  body: unknown,
  key: Buffer,
  context: string,
  copies: Envelope['copies'],
): Bytes {
  const sealed = sealValue(body, key, context);
  return bytesOf({ form: 2, body: sealed.toString('base64'), copies });
}

/** The body, still to be parsed, for whoever holds the key of the case. */
export function openBody(sealed: Uint8Array, key: Buffer, context: string): unknown {
  const envelope = readEnvelope(sealed);
  if (envelope === undefined) return undefined;
  const body = Buffer.from(envelope.body, 'base64');
  const opened = unsealValue(body, key, context);
  if (opened !== undefined || envelope.form !== undefined) return opened;
  return unsealValue(body, key.subarray(0, lastingKeyBytes), context);
}

/** The copy for one member, as it was sealed for them. */
export function copyIn(sealed: unknown, reader: string): string | undefined {
  return sealed instanceof Uint8Array ? readEnvelope(sealed)?.copies[reader] : undefined;
}

/** What a signature covers of it: the same whichever key the case has. */
export function digestOfEnvelope(sealed: Uint8Array): string {
  const envelope = readEnvelope(sealed);
  if (envelope?.form === undefined) return digest(sealed);
  const { body, copies } = envelope;
  const parts = [digest(Buffer.from(body, 'base64')), ...Object.entries(copies).flat()];
  return digest(canonical('ground-envelope', parts));
}

/**
 * The same under another key of the case. The copies are sealed for members, and stay.
 *
 * @returns undefined when the body did not open under the key before
 */
export function turnEnvelope(sealed: Uint8Array, before: Buffer, next: Buffer): Bytes | undefined {
  const envelope = readEnvelope(sealed);
  if (envelope?.form === undefined) return undefined;
  const body = turnLayer(Buffer.from(envelope.body, 'base64'), before, next);
  return body && bytesOf({ ...envelope, body: body.toString('base64') });
}

function bytesOf(envelope: Envelope): Bytes {
  return Buffer.from(JSON.stringify(envelope));
}

function readEnvelope(sealed: Uint8Array): Envelope | undefined {
  try {
    return Envelope.safeParse(JSON.parse(Buffer.from(sealed).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
