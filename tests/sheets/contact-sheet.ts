import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** A picture in grey, one byte a dot, as a printer without colours would make it. */
type Picture = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

/** Leaves one picture of several documents, each by its first page, as `NAME.png` in a folder. */
export function leavePicture(folder: string, name: string, files: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const pictures = files.map((file) => pictureOf(file, files.length > 1 ? 40 : 60));
  writeFileSync(join(folder, `${name}.png`), contactSheet(pictures, 9));
}

/** The first page of a document, small. */
function pictureOf(file: string, dotsPerInch: number): Picture {
  const made = execFileSync(
    'mutool',
    ['draw', '-q', '-r', String(dotsPerInch), '-c', 'gray', '-F', 'pgm', '-o', '-', file, '1'],
    { maxBuffer: 100_000_000, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const head = /^P5\s+(?:#.*\n)?(\d+)\s+(\d+)\s+255\s/.exec(
    made.subarray(0, 100).toString('latin1'),
  );
  if (head === null) throw new Error(`${file} gave no picture`);
  const [all, width, height] = head;
  return { width: Number(width), height: Number(height), dots: made.subarray(all.length) };
}

/** Several pictures beside and below each other, so many abreast, as a PNG. */
function contactSheet(pictures: readonly Picture[], abreast: number): Buffer {
  const gap = 4;
  const cell = {
    width: Math.max(...pictures.map(({ width }) => width)) + gap,
    height: Math.max(...pictures.map(({ height }) => height)) + gap,
  };
  const width = cell.width * Math.min(abreast, pictures.length) + gap;
  const height = cell.height * Math.ceil(pictures.length / abreast) + gap;
  const dots = new Uint8Array(width * height).fill(0x99);
  for (const [at, picture] of pictures.entries()) {
    const left = gap + (at % abreast) * cell.width;
    const top = gap + Math.floor(at / abreast) * cell.height;
    for (let row = 0; row < picture.height; row += 1) {
      const line = picture.dots.subarray(row * picture.width, (row + 1) * picture.width);
      dots.set(line, (top + row) * width + left);
    }
  }
  return encodePng({ width, height, dots });
}

/** PNG in grey, with sixteen shades: half the size, and letters stay as sharp. */
function encodePng({ width, height, dots }: Picture): Buffer {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const shade = (dots[row * width + column] ?? 255) >> 4;
      const at = row * stride + 1 + (column >> 1);
      rows[at] = (rows[at] ?? 0) | (column % 2 === 0 ? shade << 4 : shade);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
