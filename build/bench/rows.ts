/** One row of what the bench says: ours beside something bare, and whether it keeps its limit. */
export type BenchRow = {
  readonly what: string;
  readonly unit: string;
  readonly quietroom: number;
  readonly bare: number | '';
  readonly ratio: string;
  readonly limit: string;
  readonly met: boolean;
  readonly pairs: number;
};

export function row(about: {
  readonly what: string;
  readonly unit: string;
  readonly quietroom: number;
  /** What it is compared with, or undefined where the limit is a number of its own. */
  readonly compared: number | undefined;
  readonly limit: string;
  readonly isMet: (ours: number, bare: number) => boolean;
  readonly pairs: number;
}): BenchRow {
  const { what, unit, quietroom, compared, limit, isMet, pairs } = about;
  // Below ten a whole number would hide what is compared.
  const round = (value: number) => (value < 10 ? Math.round(value * 100) / 100 : Math.round(value));
  return {
    what,
    unit,
    quietroom: round(quietroom),
    bare: compared === undefined ? '' : round(compared),
    ratio: compared === undefined ? '' : (quietroom / compared).toFixed(2),
    limit,
    met: isMet(quietroom, compared ?? 1),
    pairs,
  };
}

/** A row of what has a limit of its own in milliseconds, and nothing beside it. */
export function limitedRow(what: string, ms: number, mostMs: number, pairs = 1): BenchRow {
  return row({
    what,
    unit: 'ms',
    quietroom: ms,
    compared: undefined,
    limit: `${mostMs} ms`,
    isMet: (found) => found <= mostMs,
    pairs,
  });
}

/** The same of what nobody waits for: it is only told. */
export function unlimitedRow(what: string, ms: number): BenchRow {
  return row({
    what,
    unit: 'ms',
    quietroom: ms,
    compared: undefined,
    limit: 'none',
    isMet: () => true,
    pairs: 1,
  });
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
