import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readSmallFile, replaceFile } from '../platform/files.ts';

/**
 * A small file that lies in a folder in two copies, each with a checksum, so that one of them
 * is whole at every moment.
 *
 *   { "format": 1, "checksum": "<SHA-256 of format and body>", "body": "<JSON>" }
 *
 * The envelope is the same in every format, so that an older program can tell a newer file from
 * a damaged one.
 */
export type CheckedFile<Body extends z.ZodType> = {
  readonly names: readonly [string, string];
  readonly format: number;
  readonly body: Body;
  readonly sizeLimitBytes: number;
};

export type Copy<Value> =
  | { readonly kind: 'absent' | 'damaged' | 'too-new' }
  | { readonly kind: 'sound'; readonly value: Value };

const Envelope = z.strictObject({
  format: z.number().int(),
  checksum: z.string(),
  body: z.string(),
});
type Envelope = z.infer<typeof Envelope>;

/** Both copies, in the order of their names. */
export function readCopies<Body extends z.ZodType>(
  folder: string,
  file: CheckedFile<Body>,
): readonly Copy<z.output<Body>>[] {
  return file.names.map((name) => readCopy(join(folder, name), file));
}

function readCopy<Body extends z.ZodType>(
  path: string,
  file: CheckedFile<Body>,
): Copy<z.output<Body>> {
  const bytes = readSmallFile(path, file.sizeLimitBytes);
  if (bytes === 'absent') return { kind: 'absent' };
  if (typeof bytes === 'string') return { kind: 'damaged' };
  const envelope = Envelope.safeParse(parseJson(bytes.toString('utf8')));
  if (!envelope.success || checksumOf(envelope.data) !== envelope.data.checksum)
    return { kind: 'damaged' };
  if (envelope.data.format > file.format) return { kind: 'too-new' };
  const body = file.body.safeParse(parseJson(envelope.data.body));
  return body.success ? { kind: 'sound', value: body.data } : { kind: 'damaged' };
}

/** @throws the system's error; the copy is then as it was */
export function writeCopy<Body extends z.ZodType>(
  folder: string,
  file: CheckedFile<Body>,
  name: string,
  value: z.input<Body>,
): void {
  // Parsed once more, so that the same value is the same bytes however it came about.
  const body = JSON.stringify(file.body.parse(value));
  const checksum = checksumOf({ format: file.format, body });
  const text = `${JSON.stringify({ format: file.format, checksum, body })}\n`;
  replaceFile(join(folder, name), Buffer.from(text));
}

/** A copy that cannot be written today, as on a full disk, is mended another day: the other one is sound. */
export function mendCopy<Body extends z.ZodType>(
  folder: string,
  file: CheckedFile<Body>,
  name: string,
  value: z.input<Body>,
): void {
  try {
    writeCopy(folder, file, name, value);
  } catch {
    // Nothing was changed.
  }
}

function checksumOf({ format, body }: Pick<Envelope, 'format' | 'body'>): string {
  return createHash('sha256').update(`${format}\n${body}`).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
