import type { Instrument } from '#core/pack/instrument.ts';

/** What the person said to one item. An item without an answer was not asked, or was passed over. */
export type ItemAnswer = 'yes' | 'no';

/**
 * What an instrument says. Never what a person is: `AtOrAboveCutoff` means talk further, and
 * `BelowCutoff` does not mean cleared.
 */
export type ScreeningResult =
  | { readonly kind: 'AtOrAboveCutoff' }
  | { readonly kind: 'BelowCutoff' }
  /** The open items decide. `open` counts them from 1, in order. */
  | { readonly kind: 'NotYetKnown'; readonly open: readonly number[] }
  /** The instrument was never tried on people of this age: it says nothing. */
  | { readonly kind: 'OutsideAgeRange' }
  | { readonly kind: 'AgeNotKnown' };

type Rule = Pick<Instrument, 'items' | 'scoring' | 'ageRange'>;

/** Weights are published with a few decimals; 0.7 + 0.1 falls short of 0.8 by less than this. */
const nothingBetween = 1e-9;

/**
 * The result as the published rule gives it. An item without an answer is never a no: as long
 * as the open items could still carry the sum to the cut-off, or away from it, nothing is said.
 *
 * @param answers by item, counted from 1
 * @param ageYears undefined when nobody knows it; an instrument with an age range then says nothing
 */
export function scoreInstrument(
  { items, scoring, ageRange }: Rule,
  answers: ReadonlyMap<number, ItemAnswer>,
  ageYears: number | undefined,
): ScreeningResult {
  const { min, max } = ageRange;
  if (min !== null || max !== null) {
    if (ageYears === undefined) return { kind: 'AgeNotKnown' };
    if (ageYears < (min ?? 0) || ageYears > (max ?? Infinity)) return { kind: 'OutsideAgeRange' };
  }
  const numbers = Array.from({ length: items }, (_, at) => at + 1);
  const open = numbers.filter((item) => !answers.has(item));
  const weightOf = (item: number) =>
    scoring.kind === 'threshold' ? 1 : (scoring.weights[item - 1] ?? 0);
  const sumOf = (of: readonly number[], part: (weight: number) => number) =>
    of.reduce((sum, item) => sum + part(weightOf(item)), 0);
  const answered = sumOf(
    numbers.filter((item) => answers.get(item) === 'yes'),
    (weight) => weight,
  );
  const lowest = answered + sumOf(open, (weight) => Math.min(weight, 0));
  const highest = answered + sumOf(open, (weight) => Math.max(weight, 0));
  const reaches = (sum: number) => sum > scoring.cutoff - nothingBetween;
  if (reaches(lowest)) return { kind: 'AtOrAboveCutoff' };
  return reaches(highest) ? { kind: 'NotYetKnown', open } : { kind: 'BelowCutoff' };
}

/**
 * The share of people with a result who are affected (`ppv`) or not (`npv`), in per cent, where
 * so many of those asked are affected. Bayes' rule.
 *
 * @param accuracy per cent, as published
 * @param prevalence per cent, of the people one asks here
 * @returns undefined for a value that nobody can be given, as when no result is expected
 */
export function predictiveValues(
  accuracy: { readonly sensitivity: number; readonly specificity: number },
  prevalence: number,
): { readonly ppv: number | undefined; readonly npv: number | undefined } {
  const [sensitivity, specificity, share] = [
    accuracy.sensitivity / 100,
    accuracy.specificity / 100,
    prevalence / 100,
  ];
  const found = sensitivity * share;
  const falsely = (1 - specificity) * (1 - share);
  const missed = (1 - sensitivity) * share;
  const rightly = specificity * (1 - share);
  const percent = (part: number, whole: number) => (whole === 0 ? undefined : (part / whole) * 100);
  return { ppv: percent(found, found + falsely), npv: percent(rightly, rightly + missed) };
}
