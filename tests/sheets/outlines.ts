/** A rectangle by its left, top, right and bottom, in points from the upper left. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** How many numbers each command of a path takes, and which of them are across and which down. */
const axes: Readonly<Record<string, string>> = {
  M: 'xy',
  L: 'xy',
  H: 'x',
  V: 'y',
  C: 'xyxyxy',
  S: 'xyxy',
  Q: 'xyxy',
  T: 'xy',
};

/** The rectangles around the letters of each page, in the order in which they are drawn; null for a space. */
export function outlinesIn(drawing: string): readonly (Box | null)[][] {
  return drawing
    .split('<svg')
    .slice(1)
    .map((page) => {
      const shapes = new Map(
        [...page.matchAll(/<path id="([^"]+)" d="([^"]*)"/g)].map(([, id, path]) => [
          id,
          boxOf(path ?? ''),
        ]),
      );
      return [
        ...page.matchAll(
          /<use data-text="[^"]*" xlink:href="#([^"]+)" transform="matrix\(([^)]*)\)"/g,
        ),
      ].map(([, id, matrix]) => placed(shapes.get(id) ?? null, matrix ?? ''));
    });
}

/** Its points and those that pull at its curves: never smaller than the shape, and hardly larger. */
function boxOf(path: string): Box | null {
  const across: number[] = [];
  const down: number[] = [];
  for (const [, command = '', words = ''] of path.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const order = axes[command] ?? '';
    for (const [at, number] of (words.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).entries())
      (order[at % order.length] === 'x' ? across : down).push(Number(number));
  }
  if (across.length === 0 || down.length === 0) return null;
  return [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
}

function placed(box: Box | null, matrix: string): Box | null {
  if (box === null) return null;
  const [a = 1, , , d = 1, e = 0, f = 0] = matrix.split(',').map(Number);
  const xs = [box[0] * a + e, box[2] * a + e];
  const ys = [box[1] * d + f, box[3] * d + f];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
