import type { Box } from './outlines.ts';
import type { Glyph, Pdf } from './read-pdf.ts';

/** As a part of the letter: what two letters may share of a rectangle without touching. */
const slack = 0.12;

type Letter = Glyph & { readonly box: Box };
type Line = { readonly y: number; readonly letters: readonly Letter[] };

/** Letters of one line that reach into letters of another, as the words they are in. */
export function overlaps({ glyphs, outlines }: Pdf): readonly string[] {
  const numbers = [...new Set(glyphs.map(({ page }) => page))];
  return numbers.flatMap((page) => {
    const here = glyphs.filter((glyph) => glyph.page === page);
    const boxes = outlines[page - 1] ?? [];
    if (boxes.length !== here.length)
      return [`${boxes.length} outlines for ${here.length} letters on page ${page}`];
    const letters = here.flatMap((glyph, at): Letter[] => {
      const box = boxes[at];
      return box === null || box === undefined ? [] : [{ ...glyph, box }];
    });
    const lines = linesOf(letters);
    return lines.flatMap((line, at) => lines.slice(at + 1).flatMap((other) => meet(line, other)));
  });
}

/** Runs are lines or parts of lines; the middle letter says how high one stands. */
function linesOf(letters: readonly Letter[]): readonly Line[] {
  const runs = Map.groupBy(letters, ({ run }) => run);
  return [...runs.values()].map((run) => ({ y: median(run.map(({ y }) => y)), letters: run }));
}

function meet(line: Line, other: Line): readonly string[] {
  const [first] = line.letters;
  const size = first?.size ?? 0;
  if (Math.abs(line.y - other.y) < size / 2) return [];
  const hit = line.letters.find((a) => other.letters.some((b) => touches(a.box, b.box, size)));
  if (hit === undefined) return [];
  const words = (letters: readonly Letter[]) => letters.map(({ text }) => text).join('');
  return [`“${words(line.letters).slice(0, 40)}” and “${words(other.letters).slice(0, 40)}”`];
}

function touches(a: Box, b: Box, size: number): boolean {
  const across = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const down = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return across > slack * size && down > slack * size;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
