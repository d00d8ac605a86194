import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  deflateSync,
  gzipSync,
  inflateRawSync,
  inflateSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';

/**
 * Where a text stands in some bytes, whatever form it has there: plain in either case, UTF-16,
 * base64 at any offset, hex, or any of these inside something that was compressed.
 *
 * @param text small letters and digits only, at least ten of them
 * @returns the names of the forms, such as `inflated: hex`
 */
export function formsFound(text: string, bytes: Buffer, depth = 0): readonly string[] {
  const folded = lowerAscii(bytes);
  const found = new Array<string>();
  const look = (form: string, needle: Buffer, hay: Buffer) => {
    if (hay.includes(needle)) found.push(form);
  };
  look('plain', Buffer.from(text), folded);
  look('UTF-16', Buffer.from(text, 'utf16le'), folded);
  look('hex', Buffer.from(Buffer.from(text).toString('hex')), folded);
  for (const offset of [0, 1, 2]) look('base64', base64Middle(text, offset), bytes);
  const utf16 = Buffer.from(text, 'utf16le').toString('latin1');
  for (const offset of [0, 1, 2]) look('base64 of UTF-16', base64Middle(utf16, offset), bytes);
  if (depth < 2) {
    for (const inner of inflatedIn(bytes))
      found.push(...formsFound(text, inner, depth + 1).map((form) => `inflated: ${form}`));
  }
  return [...new Set(found)];
}

/** `text in file, as form` for every file under some folders, and how many files and bytes that were. */
export function searchFolders(text: string, folders: readonly string[]) {
  let files = 0;
  let bytes = 0;
  const found = new Array<string>();
  for (const folder of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      // A name can hold a text as well as a file can.
      if (name.toLowerCase().includes(text))
        found.push(`${text} in the name ${join(folder, name)}`);
      const content = readIfFile(join(folder, name));
      if (content === undefined) continue;
      files += 1;
      bytes += content.length;
      found.push(
        ...formsFound(text, content).map((form) => `${text} in ${join(folder, name)}, as ${form}`),
      );
    }
  }
  return { files, bytes, found };
}

/** Each form in which a text is looked for, made on purpose: what the search must find. */
export function planted(text: string): readonly (readonly [string, Buffer])[] {
  const around = (words: string) => `before ${words} after`;
  const plain = Buffer.from(around(text));
  const junk = Buffer.from('some bytes before it, '.repeat(9));
  const forms: [string, Buffer][] = [
    ['plain', plain],
    ['capitals', Buffer.from(around(text.toUpperCase()))],
    ['UTF-16', Buffer.from(around(text), 'utf16le')],
    ['hex', Buffer.from(plain.toString('hex'))],
    ['hex in capitals', Buffer.from(plain.toString('hex').toUpperCase())],
    ['zlib', deflateSync(plain)],
    ['gzip', gzipSync(plain)],
    ['zstd', zstdCompressSync(plain)],
    ['base64 in gzip', gzipSync(Buffer.from(plain.toString('base64')))],
    ['gzip in gzip', gzipSync(Buffer.concat([junk, gzipSync(plain)]))],
  ];
  for (const shift of ['', 'x', 'xy']) {
    forms.push([`base64 ${shift}`, Buffer.from(Buffer.from(shift + text).toString('base64'))]);
    forms.push([
      `base64 of UTF-16 ${shift}`,
      Buffer.from(
        Buffer.concat([Buffer.from(shift), Buffer.from(text, 'utf16le')]).toString('base64'),
      ),
    ]);
  }
  return forms.map(([name, bytes]) => [name, Buffer.concat([junk, bytes, junk])]);
}

/** The part of a text's base64 that does not depend on what stands around it. */
function base64Middle(text: string, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(text, 'latin1')]).toString(
    'base64',
  );
  return Buffer.from(whole.slice(offset === 0 ? 0 : 4, -4));
}

const magic: readonly (readonly [Buffer, (bytes: Buffer) => Buffer])[] = [
  [Buffer.from([0x1f, 0x8b, 0x08]), inflateGzip],
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd]), (bytes) => zstdDecompressSync(bytes)],
  ...[0x01, 0x5e, 0x9c, 0xda].map(
    (level) =>
      [
        Buffer.from([0x78, level]),
        (bytes: Buffer) => inflateSync(bytes, { finishFlush: 2 }),
      ] as const,
  ),
  // A member of a zip archive: its header is 30 bytes, a name and an extra field.
  [
    Buffer.from('PK\u0003\u0004', 'latin1'),
    (bytes) =>
      inflateRawSync(bytes.subarray(30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28)), {
        finishFlush: 2,
      }),
  ],
];

/** Past its header by hand: what stands behind the end of it would be an error otherwise. */
function inflateGzip(bytes: Buffer): Buffer {
  const hasName = ((bytes[3] ?? 0) & 8) !== 0;
  const from = hasName ? bytes.indexOf(0, 10) + 1 : 10;
  return inflateRawSync(bytes.subarray(from), { finishFlush: 2 });
}

function inflatedIn(bytes: Buffer): readonly Buffer[] {
  const found = new Array<Buffer>();
  for (const [start, inflate] of magic) {
    for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
      try {
        const inner = inflate(bytes.subarray(at));
        if (inner.length > 10) found.push(inner);
      } catch {
        // Bytes that only look like the beginning of something compressed.
      }
    }
  }
  return found;
}

function lowerAscii(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at += 1) {
    const byte = copy[at] ?? 0;
    if (byte >= 65 && byte <= 90) copy[at] = byte + 32;
  }
  return copy;
}

function readIfFile(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    // Gone since it was listed, as temporary files go.
    return undefined;
  }
}
