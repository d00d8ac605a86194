import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock, Stopwatch } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { type CheckedFile, mendCopy, readCopies } from './checked-file.ts';
import { slotFileNames } from './slot-file.ts';

/**
 * How often in a row somebody was wrong, by the handle that a sign-in name gives, and what
 * follows from it. A name that nobody has is counted
 * like any other. The count lies beside the slots in two checked copies; no time of day is in
 * it that decides anything, so that no clock can lock anybody out.
 */
export type Attempts = {
  /**
   * Asks to try a password. One that is granted counts as wrong until its end is told, so
   * that many at the same moment are no way around the wait.
   */
  readonly begin: (handle: string) => Result<Attempt, AttemptRefused>;
  /** Forgets the count of a name that somebody was just let in under. */
  readonly forgive: (handle: string) => void;
  /** Forgets all counts, as after a recovery. */
  readonly forgiveAll: () => void;
  /** The wrong tries that no audit entry tells of yet, oldest first. */
  readonly untold: () => readonly FailedTry[];
  readonly markTold: () => void;
};

export type Attempt = {
  /** A wrong one is written down before this returns. */
  readonly end: (how: 'right' | 'wrong' | 'unknown') => void;
};

export type AttemptRefused =
  | { readonly kind: 'MustWait'; readonly seconds: number }
  /** A hundred in a row: from now on only a recovery opens. */
  | { readonly kind: 'TriesUsedUp' };

const FailedTry = z.strictObject({ handle: z.base64().max(100), at: z.iso.datetime() });
export type FailedTry = z.infer<typeof FailedTry>;

const freeTries = 3;
const longestWaitSeconds = 60;
const mostTries = 100;
/** The first count after which the wait is as long as it gets. */
const countOfLongestWait = 9;

/** Names that nobody has are remembered as far as there is room, and tries as far as an audit needs them. */
const mostStrangers = 1_000;
const mostUntold = 200;

const Count = z.number().int().min(0).max(mostTries);
const Ledger = z.strictObject({
  generation: z.number().int().positive(),
  /** What counts for a handle without an entry: not nothing where the file had been taken away. */
  baseline: Count,
  wrong: z.array(z.tuple([z.base64().max(100), Count])).max(2_000),
  untold: z.array(FailedTry).max(mostUntold),
});
type Ledger = z.infer<typeof Ledger>;

export const attemptFileNames = ['attempts-a.json', 'attempts-b.json'] as const;
const attemptFile = {
  names: attemptFileNames,
  format: 1,
  body: Ledger,
  sizeLimitBytes: 500_000,
} satisfies CheckedFile<typeof Ledger>;

/** What lies beside a store that was just made or put back: nobody has been wrong yet. */
export function layOutAttempts(folder: string): void {
  save(folder, { generation: 1, baseline: 0, wrong: [], untold: [] });
}

/** Seconds to wait after so many wrong ones in a row: none after the third free try, then 1, 2, 4 … 60. */
export function waitAfter(wrong: number): number {
  return wrong < freeTries ? 0 : Math.min(longestWaitSeconds, 2 ** (wrong - freeTries));
}

/** @param members the handles of all slots; only others are ever forgotten for want of room */
export function createAttempts(
  folder: string,
  clock: Clock,
  stopwatch: Stopwatch,
  members: () => ReadonlySet<string>,
): Attempts {
  /** From here every wait is counted that an earlier run of the program has left. */
  const startedMs = stopwatch.elapsedMs();
  const lastWrongMs = new Map<string, number>();
  const pending = new Map<string, number>();
  let known: Ledger | undefined;

  function ledger(): Ledger {
    known ??= load(folder);
    return known;
  }
  function change(next: Omit<Ledger, 'generation'>): void {
    known = { ...next, generation: ledger().generation + 1 };
    save(folder, known);
  }
  const countOf = (handle: string) =>
    ledger().wrong.find(([other]) => other === handle)?.[1] ?? ledger().baseline;

  /** Who was wrong last stands last, so that the first stranger is the one to forget. */
  function withCount(handle: string, count: number): Ledger['wrong'] {
    const { baseline, wrong } = ledger();
    const others = wrong.filter(([other]) => other !== handle);
    const all: Ledger['wrong'] = count === baseline ? others : [...others, [handle, count]];
    if (all.length <= mostStrangers) return all;
    const staff = members();
    const strangers = all.filter(([other]) => !staff.has(other));
    const forgotten = strangers.slice(0, Math.max(0, strangers.length - mostStrangers));
    return all.filter((entry) => !forgotten.includes(entry));
  }

  function begin(handle: string): Result<Attempt, AttemptRefused> {
    const running = pending.get(handle) ?? 0;
    const count = countOf(handle) + running;
    if (count >= mostTries) return err({ kind: 'TriesUsedUp' });
    const sinceMs =
      running > 0 ? 0 : stopwatch.elapsedMs() - (lastWrongMs.get(handle) ?? startedMs);
    const leftMs = waitAfter(count) * 1_000 - sinceMs;
    if (leftMs > 0) return err({ kind: 'MustWait', seconds: Math.ceil(leftMs / 1_000) });
    pending.set(handle, running + 1);
    return ok({
      end(how) {
        pending.set(handle, (pending.get(handle) ?? 1) - 1);
        if (how === 'wrong') countWrong(handle);
        if (how === 'right') forgive(handle);
      },
    });
  }

  function forgive(handle: string): void {
    lastWrongMs.delete(handle);
    if (countOf(handle) > 0) change({ ...ledger(), wrong: withCount(handle, 0) });
  }

  function countWrong(handle: string): void {
    lastWrongMs.set(handle, stopwatch.elapsedMs());
    const wrong = withCount(handle, Math.min(mostTries, countOf(handle) + 1));
    const untold = [...ledger().untold, { handle, at: clock.now() }].slice(-mostUntold);
    change({ ...ledger(), wrong, untold });
  }

  return {
    begin,
    forgive,
    forgiveAll() {
      lastWrongMs.clear();
      change({ ...ledger(), baseline: 0, wrong: [] });
    },
    untold: () => ledger().untold,
    markTold() {
      if (ledger().untold.length > 0) change({ ...ledger(), untold: [] });
    },
  };
}

/**
 * Both copies gone or damaged: whoever did that gains no free try, each one costs the longest
 * wait. The right password still opens, after that wait.
 */
function load(folder: string): Ledger {
  const copies = readCopies(folder, attemptFile);
  const sound = copies.flatMap((copy) => (copy.kind === 'sound' ? [copy.value] : []));
  const [newest] = sound.toSorted((a, b) => b.generation - a.generation);
  if (newest !== undefined) return newest;
  const hasSlots = slotFileNames.some((name) => existsSync(join(folder, name)));
  // As when a copy is brought onto a new machine.
  if (!hasSlots) return { generation: 1, baseline: 0, wrong: [], untold: [] };
  const suspicious = { generation: 1, baseline: countOfLongestWait, wrong: [], untold: [] };
  save(folder, suspicious);
  return suspicious;
}

/** On a full disk the count goes on in memory, until the program ends. */
function save(folder: string, ledger: Ledger): void {
  for (const name of attemptFileNames) mendCopy(folder, attemptFile, name, ledger);
}
