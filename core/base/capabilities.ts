// What pure code cannot do for itself and is handed instead. The real ones are in
// electron/platform/system.ts.

/** A moment as ISO 8601 in UTC with milliseconds, as it crosses processes and lies in the store. */
export type Instant = string;

export interface Clock {
  now(): Instant;
}

export interface IdSource {
  /** A new id, 36 characters, growing with time so that keys of the store stay in order (UUID version 7). */
  next(): string;
}

/** Runs on whatever becomes of the date: for waits, which a changed clock must not shorten or stretch. */
export interface Stopwatch {
  elapsedMs(): number;
}
