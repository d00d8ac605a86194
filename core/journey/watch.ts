import { assertNever } from '#core/base/assert.ts';
import type { WatchRules } from '#core/domain/watch-rules.ts';

/**
 * When the screen closes, in its two steps: the cover, left with the PIN of the session, and the
 * lock, left with the password. The main process keeps this state, so that a page that hangs
 * cannot hold it up. Times are milliseconds of a clock that only goes forward, also while the
 * machine sleeps.
 */
export type Watch = {
  readonly session: Session;
  /** Whether the cover lies over the work. It stays there when the records lock beneath it. */
  readonly isCovered: boolean;
  readonly touchedAtMs: number;
};

type Session =
  | {
      readonly kind: 'none';
      /** Whether the reading for staff is open, which needs no sign-in. */
      readonly isReading: boolean;
      /** When the reading is covered. */
      readonly coverAfterMs: number;
    }
  | {
      readonly kind: 'open';
      readonly sinceMs: number;
      readonly wrongPins: number;
      readonly rules: WatchRules;
    };

export type WatchEvent = { readonly atMs: number } & (
  | { readonly kind: 'SignedIn'; readonly rules: WatchRules }
  | { readonly kind: 'RulesChanged'; readonly rules: WatchRules }
  /** The records were locked by another way than this watch. */
  | { readonly kind: 'SignedOut' }
  | { readonly kind: 'ReadingBegan' | 'ReadingEnded' }
  /** Somebody touched keyboard, mouse or screen over our window. */
  | { readonly kind: 'Touched' }
  | { readonly kind: 'Ticked' }
  | { readonly kind: 'CoverAsked' | 'LockAsked' }
  /** Four to six digits and Enter on the cover. `none`: no PIN has been chosen. */
  | { readonly kind: 'PinTried'; readonly found: 'right' | 'wrong' | 'none' }
);

/** What has to be done at once, in this order. */
export type WatchEffect = 'cover' | 'uncover' | 'lock';

export type WatchStep = { readonly watch: Watch; readonly effects: readonly WatchEffect[] };

/** Nobody stays signed in for longer than a shift. */
export const longestSessionMs = 8 * 3_600_000;
export const wrongPinsBeforeLock = 3;
export const countdownMs = 15_000;
/**
 * When the reading is covered at the latest. The rules of the place cannot be read before somebody
 * signs in; a sooner time of theirs holds from then on until the program ends.
 */
export const readingCoverMs = 120_000;

export const freshWatch = (atMs: number): Watch => ({
  session: { kind: 'none', isReading: false, coverAfterMs: readingCoverMs },
  isCovered: false,
  touchedAtMs: atMs,
});

/** Total. Whatever happens, what is due by then happens first: a late touch keeps nothing open. */
export function stepWatch(watch: Watch, event: WatchEvent): WatchStep {
  const due = closeWhatIsDue(watch, event.atMs);
  const next = happen(due.watch, event);
  return { watch: next.watch, effects: [...due.effects, ...next.effects] };
}

function happen(watch: Watch, event: WatchEvent): WatchStep {
  const { session } = watch;
  switch (event.kind) {
    case 'SignedIn':
      return as({
        session: { kind: 'open', sinceMs: event.atMs, wrongPins: 0, rules: event.rules },
        isCovered: watch.isCovered,
        touchedAtMs: event.atMs,
      });
    case 'RulesChanged':
      return session.kind === 'open'
        ? as({ ...watch, session: { ...session, rules: event.rules } })
        : as(watch);
    case 'SignedOut':
      return as({ ...watch, session: signedOut(watch.session) });
    case 'ReadingBegan':
    case 'ReadingEnded':
      return session.kind === 'none'
        ? as({ ...watch, session: { ...session, isReading: event.kind === 'ReadingBegan' } })
        : as(watch);
    case 'Touched':
      return as({ ...watch, touchedAtMs: event.atMs });
    case 'Ticked':
      return as(watch);
    case 'CoverAsked':
      return cover(watch);
    case 'LockAsked':
      return lock(watch);
    case 'PinTried':
      return tryPin({ ...watch, touchedAtMs: event.atMs }, event.found);
    default:
      return assertNever(event);
  }
}

function tryPin(watch: Watch, found: 'right' | 'wrong' | 'none'): WatchStep {
  const { session } = watch;
  if (!watch.isCovered) return as(watch);
  // With nothing open behind it the cover hides nothing: any digits lead to the lock screen.
  if (session.kind === 'none') return uncover(watch);
  switch (found) {
    case 'right':
      return uncover({ ...watch, session: { ...session, wrongPins: 0 } });
    case 'wrong': {
      const wrongPins = session.wrongPins + 1;
      const tried = { ...watch, session: { ...session, wrongPins } };
      // Under the cover, which stays: somebody who guesses learns nothing from the third try.
      return wrongPins >= wrongPinsBeforeLock ? lock(tried) : as(tried);
    }
    case 'none': {
      const locked = lock(watch);
      const left = uncover(locked.watch);
      return { watch: left.watch, effects: [...locked.effects, ...left.effects] };
    }
    default:
      return assertNever(found);
  }
}

function closeWhatIsDue(watch: Watch, atMs: number): WatchStep {
  const due = dueTimes(watch);
  const covered = atMs >= due.coverMs ? cover(watch) : as(watch);
  const locked = atMs >= due.lockMs ? lock(covered.watch) : as(covered.watch);
  return { watch: locked.watch, effects: [...covered.effects, ...locked.effects] };
}

/** When cover and lock come if nobody touches anything. */
function dueTimes({ session, isCovered, touchedAtMs }: Watch): {
  readonly coverMs: number;
  readonly lockMs: number;
} {
  const coverAfterMs = coverAfter(session);
  return {
    coverMs: isCovered ? Infinity : touchedAtMs + coverAfterMs,
    lockMs:
      session.kind === 'open'
        ? Math.min(
            touchedAtMs + session.rules.lockAfterMinutes * 60_000,
            session.sinceMs + longestSessionMs,
          )
        : Infinity,
  };
}

/** The lock screen itself is never covered by itself: a newcomer could not get past the cover to sign in. */
function coverAfter(session: Session): number {
  if (session.kind === 'open') return session.rules.coverAfterSeconds * 1_000;
  return session.isReading ? session.coverAfterMs : Infinity;
}

export type Countdown = {
  readonly to: 'cover' | 'lock';
  readonly seconds: number;
  /** Whether it is the end of the longest session, which a touch does not put off. */
  readonly isFinal: boolean;
};

/** What the last seconds before a step show, or undefined when neither is near. */
export function countdownOf(watch: Watch, atMs: number): Countdown | undefined {
  const { coverMs, lockMs } = dueTimes(watch);
  const to = lockMs <= coverMs ? 'lock' : 'cover';
  const leftMs = Math.min(coverMs, lockMs) - atMs;
  if (leftMs > countdownMs) return undefined;
  const { session } = watch;
  const isFinal =
    to === 'lock' && session.kind === 'open' && lockMs === session.sinceMs + longestSessionMs;
  return { to, seconds: Math.max(0, Math.ceil(leftMs / 1_000)), isFinal };
}

function cover(watch: Watch): WatchStep {
  return watch.isCovered ? as(watch) : { watch: { ...watch, isCovered: true }, effects: ['cover'] };
}

function uncover(watch: Watch): WatchStep {
  return { watch: { ...watch, isCovered: false }, effects: ['uncover'] };
}

function lock(watch: Watch): WatchStep {
  return watch.session.kind === 'none'
    ? as(watch)
    : { watch: { ...watch, session: signedOut(watch.session) }, effects: ['lock'] };
}

function signedOut(session: Session): Session {
  const coverAfterMs =
    session.kind === 'none'
      ? session.coverAfterMs
      : Math.min(readingCoverMs, session.rules.coverAfterSeconds * 1_000);
  return { kind: 'none', isReading: false, coverAfterMs };
}

function as(watch: Watch): WatchStep {
  return { watch, effects: [] };
}
