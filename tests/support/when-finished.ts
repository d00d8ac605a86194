import { onTestFinished } from 'vitest';

/** Does something when the test is over, or, outside of one, as in a hardening check, when the process ends. */
export function whenFinished(deed: () => void): void {
  if (process.env['VITEST'] === undefined) process.once('exit', deed);
  else onTestFinished(deed);
}
