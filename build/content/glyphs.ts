// Which code points a bundled font can draw, read from the font file itself. Extracted text of a
// PDF cannot show a missing glyph: a page of nothing but boxes extracts perfectly.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

const fontsource = join(import.meta.dirname, '..', '..', 'node_modules', '@fontsource');

/** The family of each script besides the interface's own, as in renderer/styles/_tokens.scss. */
const familyOf: Readonly<Record<string, string>> = {
  Arab: 'noto-sans-arabic',
  Beng: 'noto-sans-bengali',
  Cyrl: 'noto-sans',
  Deva: 'noto-sans',
  Ethi: 'noto-sans-ethiopic',
  Guru: 'noto-sans-gurmukhi',
  Hans: 'noto-sans-sc',
  Latn: 'noto-sans',
  Thai: 'noto-sans-thai',
};
/** Urdu is set in Nastaliq. */
const familyOfLanguage: Readonly<Record<string, string>> = { ur: 'noto-nastaliq-urdu' };

const drawnByFamily = new Map<string, ReadonlySet<number>>();

/** The code points of a text that neither the font of its language nor the interface's own can draw. */
export function undrawable(text: string, language: string, script: string): readonly string[] {
  const family = familyOfLanguage[language] ?? familyOf[script];
  if (family === undefined) return [...new Set(text)];
  const [own, shared] = [drawnBy(family), drawnBy('noto-sans')];
  return [...new Set(text)].filter((letter) => {
    const point = letter.codePointAt(0) ?? 0;
    return !own.has(point) && !shared.has(point) && !isInvisible(letter);
  });
}

/** Marks of direction and of joining steer the letters around them and are never drawn. */
function isInvisible(letter: string): boolean {
  return /\p{Default_Ignorable_Code_Point}/u.test(letter);
}

function drawnBy(family: string): ReadonlySet<number> {
  const known = drawnByFamily.get(family);
  if (known !== undefined) return known;
  const folder = join(fontsource, family, 'files');
  // Both weights that sheets use must be able to draw a letter.
  const [regular, bold] = ['400', '600'].map((weight) => {
    const files = readdirSync(folder).filter((name) => name.endsWith(`-${weight}-normal.woff`));
    return new Set(files.flatMap((name) => [...codePointsOf(readFileSync(join(folder, name)))]));
  });
  const drawn = new Set([...(regular ?? [])].filter((point) => bold?.has(point) === true));
  drawnByFamily.set(family, drawn);
  return drawn;
}

/**
 * The code points with a glyph in a WOFF 1.0 file, from the Unicode tables of its `cmap`
 * (W3C WOFF File Format 1.0, 2012; OpenType 1.9, `cmap` formats 4 and 12).
 */
export function codePointsOf(woff: Buffer): ReadonlySet<number> {
  const points = new Set<number>();
  const cmap = tableOf(woff, 'cmap');
  for (let at = 0; at < cmap.readUInt16BE(2); at += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 12) readGroups(table, points);
    if (format === 4) readSegments(table, points);
  }
  return points;
}

function tableOf(woff: Buffer, wanted: string): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF file');
  const tables = woff.readUInt16BE(12);
  for (let at = 44; at < 44 + tables * 20; at += 20) {
    if (woff.toString('latin1', at, at + 4) !== wanted) continue;
    const [offset, packed, whole] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const bytes = woff.subarray(offset, (offset ?? 0) + (packed ?? 0));
    return packed === whole ? bytes : inflateSync(bytes);
  }
  throw new Error(`The font has no table ${wanted}`);
}

function readGroups(table: Buffer, into: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let at = 16; at < 16 + groups * 12; at += 12) {
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)];
    for (let point = first; point <= last; point += 1) into.add(point);
  }
}

function readSegments(table: Buffer, into: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const last = table.readUInt16BE(14 + at);
    const first = table.readUInt16BE(16 + doubled + at);
    const delta = table.readInt16BE(16 + 2 * doubled + at);
    const rangeAt = 16 + 3 * doubled + at;
    const range = table.readUInt16BE(rangeAt);
    for (let point = first; point <= last && point !== 0xffff; point += 1) {
      const glyph =
        range === 0 ? point + delta : table.readUInt16BE(rangeAt + range + 2 * (point - first));
      if (glyph % 0x1_0000 !== 0) into.add(point);
    }
  }
}
