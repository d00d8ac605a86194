// What papers that stay with staff say in the language of the staff.
import { pairsOf } from './bilingual.ts';
import type { Block, Line } from './sheet.ts';
import type { Wording } from './wording.ts';

/** Lines of a paper that stays with staff: beside each the same in their own language, where it is another. */
export function withStaffLines(
  lines: readonly Line[],
  others: readonly Line[],
  { language }: Wording,
  staff: Wording,
): readonly Block[] {
  if (language !== staff.language) return pairsOf(lines, others, staff);
  return lines.map((line) => ({ kind: 'paragraph', line }));
}

/** Only on what stays with staff: whoever finds the person's paper would wonder who wrote the lines. */
export function draftMark({ line }: Wording, isDraft: boolean): readonly Block[] {
  return isDraft ? [{ kind: 'paragraph', line: apart(line('paper.draft')) }] : [];
}

/**
 * A line in the language of the staff within a sheet that may run the other way: in an Arabic sheet
 * the full stop of an English sentence would stand before it.
 */
export function apart(line: Line): Line {
  return line.map((run) => (run.kind === 'words' ? { ...run, kind: 'value' } : run));
}
