import { assert } from '#core/base/assert.ts';
import { type Block, linesOf, type Sheet } from './sheet.ts';

/**
 * A sheet with every line beside the same line in the language of the staff, so that both
 * know what is handed over. The lines carry numbers: a finger can point at one.
 *
 * @param sheet and `other`, made by the same composer from two wordings
 */
export function composeBilingual(sheet: Sheet, other: Sheet): Sheet {
  const [lines, others] = [sheet, other].map(({ blocks }) => blocks.flatMap(linesOf));
  assert(
    lines !== undefined && others !== undefined && lines.length === others.length,
    'the two sheets say the same things',
  );
  return {
    ...sheet,
    kind: 'bilingual',
    blocks: lines.map((line, at): Block => ({
      kind: 'pair',
      number: at + 1,
      line,
      other: others[at] ?? [],
      otherLanguage: other.language,
      otherDirection: other.direction,
    })),
  };
}
