import type { LogFlaw, LogVerdict } from '#core/domain/audit-view.ts';
import type { StaffId } from '#core/domain/staff.ts';

/** What a sign-in found at its time, and wrote into the log. */
export type Warning = { readonly flaw: LogFlaw; readonly position: number };

/** A lead's word that the warnings up to a line have been seen. */
export type SeenNote = {
  readonly position: number;
  readonly upTo: number;
  readonly staff: StaffId;
  readonly at: string;
};

type Judged = LogVerdict['flaws'][number];

/**
 * Warnings of one kind together, those that were seen apart from those that were not. None is
 * ever left out. Who first said of a warning that it was seen is named, and a note counts only for
 * what stood in the log before it.
 */
export function judgeWarnings(
  warnings: readonly Warning[],
  notes: readonly SeenNote[],
): readonly Judged[] {
  const judged = new Map<string, Judged>();
  for (const { flaw, position } of warnings) {
    const note = notes.find((one) => one.upTo >= position && one.position > position);
    const seen: Judged['seen'] =
      note === undefined ? 'not-yet' : { staff: note.staff, at: note.at };
    const key = `${flaw} ${note?.position ?? ''}`;
    const before = judged.get(key);
    judged.set(
      key,
      before === undefined
        ? { flaw, position, times: 1, seen }
        : { ...before, times: before.times + 1 },
    );
  }
  return [...judged.values()];
}
