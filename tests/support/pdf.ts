import { execFileSync } from 'node:child_process';

export function countPages(file: string): number {
  return Number(
    /^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1],
  );
}

/** The size of the first page in points, as `595.92 x 842.88`. */
export function sizeOf(file: string): string {
  return (
    /^Page size:\s+([\d.]+ x [\d.]+)/m.exec(
      execFileSync('pdfinfo', [file], { encoding: 'utf8' }),
    )?.[1] ?? ''
  );
}

/** The text of a PDF as a program that reads it to a blind person would find it. */
export function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** The fonts of a PDF, as its file names them. */
function fontsOf(file: string) {
  const lines = execFileSync('pdffonts', [file], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(Boolean);
  return lines.map((line) => {
    const words = line.trim().split(/\s+/);
    const [unicode, subset, embedded] = words.slice(-5, -2).toReversed();
    return { name: words[0] ?? '', type: words.slice(1, -6).join(' '), embedded, subset, unicode };
  });
}

/** What is wrong with the fonts: each one is ours, embedded as it is, and can be searched. */
export function fontFaults(file: string): readonly string[] {
  const fonts = fontsOf(file);
  if (fonts.length === 0) return ['no fonts at all'];
  return fonts
    .filter(
      ({ name, type, embedded, subset, unicode }) =>
        type !== 'CID TrueType' ||
        !/^[A-Z]{6}\+Noto/.test(name) ||
        [embedded, subset, unicode].some((answer) => answer !== 'yes'),
    )
    .map((font) => `font ${JSON.stringify(font)}`);
}

/** Everything that is drawn, letter by letter, as mutool tells it. */
export function traceOf(file: string): string {
  return execFileSync('mutool', ['trace', file], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** How many letters are drawn as the empty box of their font, which extracted text cannot show. */
export function glyphsMissingIn(file: string): number {
  const glyphs = traceOf(file).match(/glyph="[^"]*"/g) ?? [];
  if (glyphs.length === 0) throw new Error(`${file} draws no letters at all`);
  return glyphs.filter((glyph) => glyph === 'glyph="0"').length;
}

/** The different letters of a text, in their plain forms. */
export function lettersOf(text: string): ReadonlySet<string> {
  return new Set([...text.normalize('NFKC')].filter((letter) => /\p{L}/u.test(letter)));
}
