import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export function countPages(file: string): number {
  return Number(
    /^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1],
  );
}

/** The text of a PDF as a program that reads it to a blind person would find it. */
export function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** A paper as programs that read PDFs find it. */
export type ReadPaper = {
  readonly pages: number;
  /** The sides of the first page, in points. */
  readonly size: readonly number[];
  readonly text: string;
  /** What is wrong with the fonts: each one is ours, embedded as it is, and can be searched. */
  readonly fontFaults: readonly string[];
  /** How many letters are drawn as the empty box of their font, which extracted text cannot show. */
  readonly missingGlyphs: number;
};

/** Reads a paper with all programs at once, while whoever asked goes on. */
export async function readPaper(file: string): Promise<ReadPaper> {
  const [about, fonts, text, trace] = await Promise.all([
    ask('pdfinfo', file),
    ask('pdffonts', file),
    ask('pdftotext', '-layout', file, '-'),
    ask('mutool', 'trace', file),
  ]);
  const glyphs = trace.match(/glyph="[^"]*"/g) ?? [];
  if (glyphs.length === 0) throw new Error(`${file} draws no letters at all`);
  const [, ...size] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(about) ?? [];
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(about)?.[1]),
    size: size.map(Number),
    text,
    fontFaults: fontFaults(fonts),
    missingGlyphs: glyphs.filter((glyph) => glyph === 'glyph="0"').length,
  };
}

async function ask(program: string, ...words: string[]): Promise<string> {
  return (await execute(program, words, { maxBuffer: 100_000_000 })).stdout;
}

function fontFaults(listed: string): readonly string[] {
  const lines = listed.split('\n').slice(2).filter(Boolean);
  if (lines.length === 0) return ['no fonts at all'];
  return lines.filter((line) => {
    const words = line.trim().split(/\s+/);
    const answers = words.slice(-5, -2);
    const isOurs = /^[A-Z]{6}\+Noto/.test(words[0] ?? '');
    const isPlain = words.slice(1, -6).join(' ') === 'CID TrueType';
    return !isOurs || !isPlain || answers.some((answer) => answer !== 'yes');
  });
}

/** The different letters of a text, in their plain forms. */
export function lettersOf(text: string): ReadonlySet<string> {
  return new Set([...text.normalize('NFKC')].filter((letter) => /\p{L}/u.test(letter)));
}
