import type { LogFlaw, LogVerdict } from '#core/domain/audit-view.ts';
import type { Database } from '../database.ts';
import { readTable } from './heads-table.ts';
import type { MarkReading } from './high-water.ts';
import { compareWithMark, type LogHead, readEntries } from './log-table.ts';
import { readRoster } from './roster.ts';
import { createLogWalk } from './walk.ts';
import { judgeWarnings, type SeenNote, type Warning } from './warnings.ts';

/** How many entries are judged before others have their turn: about 20 ms of work. */
const entriesAtOnce = 200;

export type VerifyProgress = { readonly done: number; readonly of: number };

/**
 * Reads all of the log, entry by entry, and holds it against itself, against the table of
 * versions, against its own lists, against the mark outside the store, and against how far the
 * session that asks knows it to be. Yields between the parts.
 *
 * @param head the newest entry as the session knows it
 */
export function* verifyLog(
  database: Database,
  head: LogHead,
  reading: MarkReading,
): Generator<VerifyProgress, LogVerdict> {
  const found = new Map<LogFlaw, { readonly position: number | null; readonly times: number }>();
  const note = (flaw: LogFlaw, position: number | null) => {
    const before = found.get(flaw);
    found.set(flaw, { position: before?.position ?? position, times: (before?.times ?? 0) + 1 });
  };
  const walk = createLogWalk();
  const kinds = new Map<string, number>();
  const cases = new Map<string, number>();
  const warnings: Warning[] = [];
  const notes: SeenNote[] = [];
  let entries = 0;
  let last = 0;
  let since: string | null = null;
  /** Somebody went back to a copy and nobody has signed in since: the mark is ahead of it. */
  let isGoneBack = false;
  for (;;) {
    const some = readEntries(database, `position > ? ORDER BY position LIMIT ${entriesAtOnce}`, [
      last,
    ]);
    for (const stored of some) {
      const { entry, flaws } = walk.take(stored);
      for (const flaw of flaws) note(flaw, stored.position);
      last = stored.position;
      entries += 1;
      if (entry === undefined) continue;
      since ??= entry.at;
      const { event } = entry;
      // What a sign-in found stays found: by then the mark has moved on.
      const { position } = stored;
      if (event.kind === 'records-older' && !isGoneBack)
        warnings.push({ flaw: 'cut-off', position });
      if (event.kind === 'records-replaced') warnings.push({ flaw: 'replaced', position });
      const isMarkGone = event.kind === 'mark-missing' || event.kind === 'mark-damaged';
      if (isMarkGone && !isGoneBack) warnings.push({ flaw: 'mark-gone', position });
      if (event.kind === 'warnings-seen')
        notes.push({ position, upTo: event.upTo, staff: entry.staff, at: entry.at });
      if (event.kind === 'backup-restored') isGoneBack = true;
      if (event.kind === 'unlock') isGoneBack = false;
      kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1);
      if ('caseId' in event && event.caseId !== null)
        cases.set(event.caseId, (cases.get(event.caseId) ?? 0) + 1);
    }
    if (some.length < entriesAtOnce) break;
    yield { done: last, of: Math.max(last, head.position) };
  }
  if (last < head.position) note('cut-off', last);
  else if (!isThere(database, head)) note('replaced', head.position);
  const marked = compareWithMark(database, head, reading);
  if (marked?.kind === 'records-older') note('cut-off', marked.markedPosition);
  if (marked?.kind === 'records-replaced') note('replaced', marked.markedPosition);
  if (marked?.kind === 'mark-missing' || marked?.kind === 'mark-damaged') note('mark-gone', null);
  // A member's key counts only where whoever brought it was entitled to.
  const roster = readRoster(database);
  for (const [member, key] of walk.keys) {
    const counts = roster.get(member)?.signPublic;
    if (counts === undefined || !Buffer.from(counts).equals(key)) note('not-entitled', null);
  }
  if (readTable(database).root() !== walk.heads.root()) note('versions-differ', null);
  // What filters look into can be put back without the log itself.
  const isListed =
    isSame(kinds, countBy(database, 'kind')) && isSame(cases, countBy(database, 'case_id'));
  if (found.size === 0 && !isListed) note('lists-differ', null);
  const flaws = [...found].map(([flaw, where]) => ({ flaw, ...where, seen: 'cannot-be' as const }));
  const seenBy = (staff: string) => roster.get(staff)?.role === 'safeguarding-lead';
  return {
    entries,
    since,
    upTo: last,
    flaws: [
      ...flaws,
      ...judgeWarnings(
        warnings,
        notes.filter(({ staff }) => seenBy(staff)),
      ),
    ],
  };
}

/** Whether the newest entry that the session knows of is still the one at its place. */
function isThere(database: Database, { position, hash }: LogHead): boolean {
  if (position === 0) return true;
  const [there] = readEntries(database, 'position = ?', [position]);
  return there !== undefined && Buffer.from(there.hash).toString('base64url') === hash;
}

function countBy(database: Database, column: 'kind' | 'case_id'): ReadonlyMap<string, number> {
  const index = column === 'kind' ? 'audit_entry_by_kind' : 'audit_entry_by_case';
  const rows = database
    .prepare(
      `SELECT ${column} AS name, count(*) AS times FROM audit_entry INDEXED BY ${index}
       WHERE ${column} IS NOT NULL GROUP BY ${column}`,
    )
    .all([]);
  return new Map(rows.map(({ name, times }) => [String(name), Number(times)]));
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([name, times]) => b.get(name) === times);
}
