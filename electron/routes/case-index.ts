import MiniSearch from 'minisearch';
import { foldWord, wordsOf } from '#core/base/words.ts';
import { dayHere } from '#core/domain/calendar-date.ts';
import { CaseId } from '#core/domain/encounter.ts';
import { aliasesOf } from '#core/journey/visit-summary.ts';
import { auditNow, RecordAltered } from '../vault/audit-log.ts';
import { listVersions } from '../vault/repositories/case-list.ts';
import { readNamesOf } from '../vault/repositories/encounter.ts';
import type { VaultSession } from '../vault/vault.ts';

/** For this long at a time the index is built; then whoever waits comes first. */
const sliceMs = 8;
const pauseMs = 4;

/**
 * What the search looks through: the names used in the cases that the signed-in member may open,
 * and the days of their visits. It is in memory alone, made in the background, and forgotten at
 * the lock. What a screen may see of it, the alone-gate decides.
 */
export type CaseIndex = {
  /** Begins to look into the cases, or goes on with those that were saved since. */
  readonly refresh: () => void;
  /** The cases that fit, best first. */
  readonly find: (words: string) => readonly CaseId[];
  readonly aliasesOf: (caseId: CaseId) => readonly string[];
  readonly isComplete: () => boolean;
  readonly forget: () => void;
};

type Known = { readonly versions: number; readonly aliases: readonly string[] };
type Version = ReturnType<typeof listVersions>[number];
type Entry = { readonly id: CaseId; readonly names: string; readonly days: string };

export function createCaseIndex(currentSession: () => VaultSession | undefined): CaseIndex {
  let session: VaultSession | undefined;
  let known = new Map<string, Known>();
  let index = emptyIndex();
  let due: Version[] = [];
  let timer: NodeJS.Timeout | undefined;

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    session = undefined;
    known = new Map();
    index = emptyIndex();
    due = [];
  }

  function refresh(): void {
    const current = currentSession();
    if (current !== session) forget();
    if (current === undefined) return;
    const isFirst = session === undefined;
    session = current;
    const all = listVersions(current);
    // The latest first: they are the likeliest to be looked for.
    due = all
      .filter(({ caseId, versions }) => known.get(caseId)?.versions !== versions)
      .toReversed();
    const still = new Set(all.map(({ caseId }) => caseId));
    for (const caseId of known.keys()) if (!still.has(caseId)) leave(caseId);
    if (isFirst && all.length > 0) auditNow(current, { kind: 'names-indexed', cases: all.length });
    timer ??= setTimeout(work, 0).unref();
  }

  function work(): void {
    timer = undefined;
    const current = currentSession();
    if (current === undefined || current !== session) {
      forget();
      return;
    }
    const until = performance.now() + sliceMs;
    for (let next = due.pop(); next !== undefined; next = due.pop()) {
      look(current, next);
      if (performance.now() > until) break;
    }
    if (due.length > 0) timer = setTimeout(work, pauseMs).unref();
  }

  function look(current: VaultSession, { caseId: id, versions }: Version): void {
    const caseId = CaseId.parse(id);
    leave(caseId);
    try {
      const visits = readNamesOf(current, caseId) ?? [];
      const aliases = aliasesOf(visits);
      const days = visits.map(({ startedAt }) => dayHere(startedAt));
      index.add({ id: caseId, names: aliases.join(' '), days: [...new Set(days)].join(' ') });
      known.set(caseId, { versions, aliases });
    } catch (error) {
      // Whoever opens it hears that it was changed; the search goes on without it.
      if (!(error instanceof RecordAltered)) throw error;
    }
  }

  function leave(caseId: string): void {
    if (!known.delete(caseId)) return;
    index.discard(CaseId.parse(caseId));
  }

  return {
    refresh,
    find: (words) => index.search(words).map(({ id }) => id),
    aliasesOf: (caseId) => known.get(caseId)?.aliases ?? [],
    isComplete: () => session !== undefined && due.length === 0,
    forget,
  };
}

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['names', 'days'],
    tokenize: (text, field) => (field === 'days' ? text.split(' ') : wordsOf(text)),
    processTerm: foldWord,
    searchOptions: {
      tokenize: wordsAndDays,
      prefix: true,
      // A figure that is nearly right is another day.
      fuzzy: (word) => (/\d/.test(word) ? false : 0.2),
      combineWith: 'AND',
    },
  });
}

/** A day, or the beginning of one, is looked for whole: its numbers by themselves are in every day. */
function wordsAndDays(text: string): string[] {
  return text
    .split(/\s+/)
    .flatMap((word) => (/^\d{4}(-\d{0,2})*$/.test(word) ? [word] : wordsOf(word)));
}
