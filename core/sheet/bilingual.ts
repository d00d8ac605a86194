import { assert } from '#core/base/assert.ts';
import { type Block, type Line, linesOf, type Sheet } from './sheet.ts';

/**
 * A sheet with every line beside the same line in the language of the staff, so that both
 * know what is handed over. The lines carry numbers: a finger can point at one.
 *
 * @param sheet and `other`, made by the same composer from two wordings
 */
export function composeBilingual(sheet: Sheet, other: Sheet): Sheet {
  const [lines = [], others = []] = [sheet, other].map(({ blocks }) => blocks.flatMap(linesOf));
  return { ...sheet, kind: 'bilingual', blocks: pairsOf(lines, others, other) };
}

/**
 * For the screen of the staff: each line beside the same in their language. Where a paper has lines for
 * them already, and so not as many in both languages, the one in theirs alone.
 */
export function readingBeside(sheet: Sheet, other: Sheet): Sheet {
  const count = ({ blocks }: Sheet) => blocks.flatMap(linesOf).length;
  return count(sheet) === count(other) ? composeBilingual(sheet, other) : other;
}

/** Lines beside the same lines in another language, numbered in their order. */
export function pairsOf(
  lines: readonly Line[],
  others: readonly Line[],
  { language, direction }: Pick<Sheet, 'language' | 'direction'>,
): Block[] {
  assert(lines.length === others.length, 'both say the same things');
  return lines.map((line, at) => ({
    kind: 'pair',
    number: at + 1,
    line,
    other: others[at] ?? [],
    otherLanguage: language,
    otherDirection: direction,
  }));
}
