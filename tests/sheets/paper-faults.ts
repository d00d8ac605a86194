import type { Sheet } from '#core/sheet/sheet.ts';
import type { Format, PaperSize } from '#core/sheet/paper.ts';
import type { Made } from './paper-shop.ts';
import type { Ware } from './wares.ts';
import type { Box } from './outlines.ts';
import { overlaps } from './overlaps.ts';
import { type Glyph, type Pdf, readPdf } from './read-pdf.ts';
import { wordFaults } from './word-faults.ts';

/** Points in a millimetre. */
const mm = 72 / 25.4;

const sizesMm: Readonly<Record<PaperSize, readonly [number, number]>> = {
  A4: [210, 297],
  Letter: [215.9, 279.4],
  A5: [148, 210],
};

/** Nothing on a sheet is set smaller, in points: what is small by its kind, and all others. */
const smallest = { small: 6.5, other: 8 };
const smallKinds = ['card', 'slip', 'follow-up', 'full', 'activity-report', 'referral'];

/** From here on print is large, in points (UK Association for Accessible Formats, 2012); most of a sheet is. */
const largePrint = 16;

/** What is wrong with a sheet as it was printed, against the sheet as it was meant. */
export async function paperFaults(
  made: Made,
  { format, ware }: { readonly format: Format; readonly ware: Ware },
): Promise<readonly string[]> {
  const pdf = await readPdf(made.file);
  return [
    ...fontFaults(pdf),
    ...count(pdf.glyphs.filter(({ id }) => id === 0).length, 'letters are empty boxes'),
    ...(pdf.pages <= mostPages(ware, format) ? [] : [`${pdf.pages} pages`]),
    ...(isOfSize(pdf.size, format.size) ? [] : [`the page is ${pdf.size.join(' x ')}`]),
    ...wordFaults(pdf, made, format),
    ...placeFaults(pdf, made.sheet, format),
    ...inkFaults(pdf, made.sheet, format),
    ...aboutFaults(pdf, made.sheet),
    ...overlaps(pdf).map((where) => `lines lie over each other: ${where}`),
  ];
}

/** A page less high has room for less, half a page for half, and large print needs the square of its size. */
function mostPages({ pages }: Ware, { size, isLarge }: Format): number {
  const room = { A4: 1, Letter: 1.2, A5: 2.5 }[size] * (isLarge ? 3.5 : 1);
  return Math.ceil(pages * room);
}

export function count(found: number, what: string): readonly string[] {
  return found === 0 ? [] : [`${found} ${what}`];
}

/** To half a millimetre: Chromium rounds a page to whole dots of its own. */
function isOfSize(found: readonly [number, number], size: PaperSize): boolean {
  return sizesMm[size].every((side, at) => Math.abs((found[at] ?? 0) - side * mm) < mm / 2);
}

const ours =
  /^[A-Z]{6}\+Noto(Sans|SansArabic|SansBengali|SansEthiopic|SansGurmukhi|SansSC(Thin)?|SansThai|NastaliqUrdu)-(Regular|SemiBold)/;

/** Each font is ours, embedded as it is, in part, and can be searched. */
function fontFaults({ fonts }: Pdf): readonly string[] {
  if (fonts.length === 0) return ['no fonts at all'];
  return fonts
    .filter(
      ({ name, type, answers }) =>
        type !== 'CID TrueType' || !ours.test(name) || answers.some((answer) => answer !== 'yes'),
    )
    .map((font) => `font ${JSON.stringify(font)}`);
}

/** How far letters stay from either side; what reaches beyond is cut off (renderer/styles/paper.scss). */
function marginMm({ kind }: Sheet, { size }: Format): number {
  if (size === 'A5') return 12;
  return kind === 'card' ? 15 : 20;
}

/**
 * Letters that reach into the outermost 5 mm, which printers leave out, or beyond the margin, where
 * they are cut off; and a sheet that does not begin at the side where its language begins.
 */
function placeFaults(
  { glyphs, outlines, size: [width, height] }: Pdf,
  sheet: Sheet,
  format: Format,
): readonly string[] {
  const boxes = outlines.flat().filter((box) => box !== null);
  if (boxes.length === 0) return ['no letters at all'];
  const edge = 5 * mm;
  const outside = boxes.filter(
    ([left, top, right, bottom]) =>
      left < edge || top < edge || right > width - edge || bottom > height - edge,
  );
  const margin = (marginMm(sheet, format) - 0.4) * mm;
  const cut = boxes.filter(([left, , right]) => left < margin || right > width - margin);
  const onFirst = outlines[0] ?? [];
  const [first] = glyphs;
  const isOnLine = ({ y, size }: Glyph) => Math.abs(y - (first?.y ?? 0)) < size;
  const firstLine = onFirst.filter((_, at) => glyphs[at] && isOnLine(glyphs[at]));
  const [mine, all] = [sidesOf(firstLine), sidesOf(onFirst)];
  const gap = sheet.direction === 'ltr' ? mine.left - all.left : all.right - mine.right;
  return [
    ...count(outside.length, 'letters are outside the page'),
    ...count(cut.length, 'letters are cut off at a side'),
    ...(gap < 5 * mm ? [] : [`it begins ${Math.round(gap / mm)} mm from its side`]),
  ];
}

function sidesOf(boxes: readonly (Box | null)[]): { left: number; right: number } {
  const there = boxes.filter((box) => box !== null);
  return {
    left: Math.min(...there.map(([left]) => left)),
    right: Math.max(...there.map(([, , right]) => right)),
  };
}

/** Letters that are too small, or not black on plain white, also on a printer without colours. */
function inkFaults(
  { glyphs, inks, grounds }: Pdf,
  sheet: Sheet,
  { isLarge }: Format,
): readonly string[] {
  if (glyphs.length === 0 || inks.length === 0) return ['no ink at all'];
  const limit = smallKinds.includes(sheet.kind) ? smallest.small : smallest.other;
  const sizes = glyphs.map(({ size }) => size).toSorted((a, b) => a - b);
  const [least = 0] = sizes;
  const middle = sizes[sizes.length >> 1] ?? 0;
  const isTooSmall = isLarge && sheet.kind !== 'card' && middle < largePrint;
  const isGrey = grounds.some((ink) => ink.some((part) => part >= 0.15 && part < 1));
  const isBlack = inks.every((ink) => ink.every((part) => part < 0.15));
  const isCut = sheet.kind !== 'card' || grounds.length > 0;
  return [
    ...(least >= limit ? [] : [`letters of ${least.toFixed(1)} points`]),
    ...(isTooSmall ? [`large print of ${middle.toFixed(1)} points`] : []),
    ...(isBlack ? [] : ['letters that are not black']),
    ...(isGrey ? ['a ground that is not white'] : []),
    ...(isCut ? [] : ['no lines to cut along']),
  ];
}

/** What a program that reads a page aloud needs, and what the file says about itself. */
function aboutFaults(pdf: Pdf, sheet: Sheet): readonly string[] {
  const titles = sheet.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading').length;
  const fields = sheet.blocks.filter(({ kind }) => kind === 'field').length;
  return [
    ...(pdf.isTagged ? [] : ['not tagged']),
    ...(pdf.language === sheet.language ? [] : [`its language is ${pdf.language}`]),
    ...(pdf.title === 'Document' ? [] : [`its title is “${pdf.title}”`]),
    ...(pdf.headings >= titles + fields ? [] : [`${pdf.headings} headings`]),
    ...(pdf.saysWhoMadeIt ? ['says who made it'] : []),
  ];
}
