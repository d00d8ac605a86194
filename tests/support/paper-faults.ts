import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { linesOf, type Sheet, textOfLine } from '#core/sheet/sheet.ts';
import { countPages, fontFaults, glyphsMissingIn, lettersOf, sizeOf, traceOf } from './pdf.ts';

/** Points of an inch. */
const mm = 72 / 25.4;

/** Nothing on a sheet is set smaller, in points: a card and the small print, and all others. */
const smallest = { card: 6.5, other: 8 };

/** What is wrong with a sheet as it was printed, against the sheet as it was meant. */
export function paperFaults(file: string, sheet: Sheet): readonly string[] {
  const pages = countPages(file);
  return [
    ...fontFaults(file),
    ...count(glyphsMissingIn(file), 'letters are empty boxes'),
    ...(pages === 1 ? [] : [`${pages} pages`]),
    ...(isA4(sizeOf(file)) ? [] : [`the page is ${sizeOf(file)}`]),
    ...wordFaults(file, sheet),
    ...placeFaults(file),
    ...inkFaults(file, sheet),
    ...aboutFaults(file, sheet),
  ];
}

function count(found: number, what: string): readonly string[] {
  return found === 0 ? [] : [`${found} ${what}`];
}

/** To half a millimetre: Chromium rounds a page to whole dots of its own. */
function isA4(size: string): boolean {
  const [width = 0, height = 0] = size.split(' x ').map(Number);
  return Math.abs(width - 210 * mm) < mm / 2 && Math.abs(height - 297 * mm) < mm / 2;
}

/** Signs that steer the direction of text and mean nothing else, and spaces. */
const unseen = /[\s\u00a0\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What was lost of the words; of a text from right to left, and of numbers, the order too. */
function wordFaults(file: string, sheet: Sheet): readonly string[] {
  const raw = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  const found = raw.normalize('NFKC').replaceAll(unseen, '');
  const runs = sheet.blocks.flatMap(linesOf).flat();
  const numbers = runs
    .filter(({ kind }) => kind === 'number')
    .map(({ text }) => text.replaceAll(unseen, ''))
    .filter((text) => !found.includes(text));
  const letters = lettersOf(found);
  const words = sheet.blocks.flatMap(linesOf).map(textOfLine).join('');
  const lost = [...lettersOf(words)].filter((letter) => !letters.has(letter));
  // A reader of the file puts the signs of some scripts in another order than they were typed in.
  const isOrdered = sheet.direction === 'ltr' && /^[\p{L}\p{P}]/u.test(sheet.language);
  const broken = isOrdered
    ? runs
        .filter(({ kind }) => kind === 'words')
        .map(({ text }) => text.normalize('NFKC').replaceAll(unseen, ''))
        .filter((text) => !found.includes(text))
    : [];
  return [
    ...numbers.map((text) => `the number ${text} is not in its order`),
    ...count(lost.length, `letters are lost: ${lost.join(' ')}`),
    ...broken.map((text) => `not as it was written: ${text.slice(0, 60)}`),
  ];
}

/** Words that reach into the outermost 5 mm, which printers leave out, or beyond. */
function placeFaults(file: string): readonly string[] {
  const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(boxes);
  const [width, height] = [Number(page?.[1]), Number(page?.[2])];
  const words = [
    ...boxes.matchAll(
      /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
    ),
  ];
  if (words.length === 0) return ['no words at all'];
  const edge = 5 * mm;
  return words
    .filter(
      ([, left, top, right, bottom]) =>
        Number(left) < edge ||
        Number(top) < edge ||
        Number(right) > width - edge ||
        Number(bottom) > height - edge,
    )
    .map((word) => `outside the page: ${word[5] ?? ''}`);
}

/** Letters that are too small, or not black on plain white, also on a printer without colours. */
function inkFaults(file: string, sheet: Sheet): readonly string[] {
  const trace = traceOf(file);
  const sizes = [...trace.matchAll(/trm="([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+)"/g)].map(
    ([, a, b]) => Math.hypot(Number(a), Number(b)),
  );
  const inks = [...trace.matchAll(/<fill_text[^>]* color="([\d. ]+)"/g)].map(([, ink = '']) =>
    ink.split(' ').map(Number),
  );
  if (sizes.length === 0 || inks.length === 0) return ['no ink at all'];
  const limit = ['card', 'slip', 'full'].includes(sheet.kind) ? smallest.card : smallest.other;
  const least = Math.min(...sizes);
  const grounds = [...trace.matchAll(/<fill_path[^>]* color="([\d. ]+)"/g)].map(([, ink = '']) =>
    ink.split(' ').map(Number),
  );
  const isGrey = grounds.some((ink) => ink.some((part) => part >= 0.15 && part < 1));
  const isBlack = inks.every((ink) => ink.every((part) => part < 0.15));
  return [
    ...(least >= limit ? [] : [`letters of ${least.toFixed(1)} points`]),
    ...(isBlack ? [] : ['letters that are not black']),
    ...(isGrey ? ['a ground that is not white'] : []),
  ];
}

/** What a program that reads a page aloud needs, and what the file says about itself. */
function aboutFaults(file: string, sheet: Sheet): readonly string[] {
  const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const bytes = readFileSync(file).toString('latin1');
  const title = /^Title:\s*(.*)$/m.exec(about)?.[1] ?? '';
  const hasHeading = sheet.blocks.some(({ kind }) => kind === 'title');
  return [
    ...(/^Tagged:\s+yes/m.test(about) ? [] : ['not tagged']),
    ...(bytes.includes(`/Lang (${sheet.language})`) ? [] : ['its language is not said']),
    ...(title === 'Document' ? [] : [`its title is “${title}”`]),
    ...(!hasHeading || /\/S\s*\/H1\b/.test(bytes) ? [] : ['its heading is none']),
    ...(/^(Author|Subject|Keywords):/m.test(about) ? ['says who made it'] : []),
  ];
}
