import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Box, outlinesIn } from './outlines.ts';
import { readAloud } from './read-aloud.ts';

const execute = promisify(execFile);

/** A letter as it is drawn. Letters of one `run` stand on one line. */
export type Glyph = {
  readonly page: number;
  readonly run: number;
  readonly id: number;
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
};

type Ink = readonly number[];

/** What programs that read PDFs find in one, all at once. Lengths in points, from the upper left. */
export type Pdf = {
  readonly file: string;
  readonly pages: number;
  readonly size: readonly [number, number];
  readonly title: string;
  readonly isTagged: boolean;
  readonly language: string;
  /** How many headings of whatever level. */
  readonly headings: number;
  readonly saysWhoMadeIt: boolean;
  readonly fonts: readonly {
    readonly name: string;
    readonly type: string;
    /** Whether it is embedded, in part, with a Unicode map. */
    readonly answers: readonly string[];
  }[];
  readonly text: string;
  /** The same as `readAloud` finds it. */
  readonly spoken: string;
  readonly glyphs: readonly Glyph[];
  readonly inks: readonly Ink[];
  readonly grounds: readonly Ink[];
  /** The rectangles around the letters of each page, in the order of `glyphs`. */
  readonly outlines: readonly (readonly (Box | null)[])[];
};

export async function readPdf(file: string): Promise<Pdf> {
  const [about, fonts, text, trace, drawing, spoken] = await Promise.all([
    ask('pdfinfo', file),
    ask('pdffonts', file),
    ask('pdftotext', '-raw', file, '-'),
    ask('mutool', 'trace', file),
    ask('mutool', 'draw', '-q', '-F', 'svg', '-o', '-', file),
    readAloud(file),
  ]);
  const bytes = readFileSync(file).toString('latin1');
  const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about) ?? [];
  return {
    file,
    pages: Number(/^Pages:\s+(\d+)/m.exec(about)?.[1]),
    size: [Number(width), Number(height)],
    title: /^Title:\s*(.*)$/m.exec(about)?.[1] ?? '',
    isTagged: /^Tagged:\s+yes/m.test(about),
    language: /\/Type \/Catalog[\s\S]*?\/Lang \(([^)]*)\)/.exec(bytes)?.[1] ?? '',
    headings: bytes.match(/\/S\s*\/H[1-6]\b/g)?.length ?? 0,
    saysWhoMadeIt: /^(Author|Subject|Keywords):/m.test(about),
    fonts: fontsIn(fonts),
    text,
    spoken,
    glyphs: glyphsIn(trace),
    inks: inksIn(trace, 'fill_text'),
    grounds: inksIn(trace, 'fill_path'),
    outlines: outlinesIn(drawing),
  };
}

async function ask(program: string, ...words: string[]): Promise<string> {
  return (await execute(program, words, { maxBuffer: 200_000_000 })).stdout;
}

function fontsIn(listed: string): Pdf['fonts'] {
  return listed
    .split('\n')
    .slice(2)
    .filter(Boolean)
    .map((line) => {
      const words = line.trim().split(/\s+/);
      const type = words.slice(1, -6).join(' ');
      return { name: words[0] ?? '', type, answers: words.slice(-5, -2) };
    });
}

/** The letters of all runs that are drawn, page by page. */
function glyphsIn(trace: string): readonly Glyph[] {
  let run = 0;
  return trace.split('<page ').flatMap((part, page) =>
    [...part.matchAll(/<fill_text[^>]*transform="([^"]*)"[^>]*>([\s\S]*?)<\/fill_text>/g)].flatMap(
      ([, matrix = '', body = '']) => {
        run += 1;
        const [a = 1, , , d = 1, e = 0, f = 0] = matrix.split(' ').map(Number);
        return [...body.matchAll(/<span[^>]*trm="([^"]*)"[^>]*>([\s\S]*?)<\/span>/g)].flatMap(
          ([, trm = '', letters = '']) => {
            const [scale = 1, slant = 0] = trm.split(' ').map(Number);
            return [
              ...letters.matchAll(
                /<g unicode="([^"]*)" glyph="([^"]*)" x="([-\d.e]+)" y="([-\d.e]+)"/g,
              ),
            ].map(([, text = '', id = '', x, y]) => ({
              page,
              run,
              id: Number(id),
              text,
              size: Math.hypot(scale, slant) * Math.abs(a),
              x: Number(x) * a + e,
              y: Number(y) * d + f,
            }));
          },
        );
      },
    ),
  );
}

function inksIn(trace: string, what: 'fill_text' | 'fill_path'): readonly Ink[] {
  return [...trace.matchAll(new RegExp(`<${what}[^>]* color="([\\d. ]+)"`, 'g'))].map(
    ([, ink = '']) => ink.split(' ').map(Number),
  );
}
