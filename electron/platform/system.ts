import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import type { Clock, IdSource, Stopwatch } from '#core/base/capabilities.ts';

export const systemClock: Clock = { now: () => new Date().toISOString() };

export const systemStopwatch: Stopwatch = { elapsedMs: () => performance.now() };

/**
 * Milliseconds since the machine was started. Unlike the clock nobody sets it, and unlike
 * `performance.now()` it goes on while the machine sleeps (CLOCK_BOOTTIME on Linux).
 */
export const uptimeMs = (): number => uptime() * 1_000;

/** UUID version 7 (RFC 9562, section 5.7): 48 bits of time, then randomness. */
export function createIdSource(clock: Clock): IdSource {
  return {
    next() {
      const bytes = randomBytes(16);
      bytes.writeUIntBE(Date.parse(clock.now()), 0, 6);
      bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
      bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
      const hex = bytes.toString('hex');
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20),
      ].join('-');
    },
  };
}
