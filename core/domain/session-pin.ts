import { z } from 'zod';
import { err, ok, type Result } from '#core/base/result.ts';

/** What somebody may type as a PIN; whether it will do is `judgePin`. */
export const PinAttempt = z.string().regex(/^\d{4,6}$/);

export type PinProblem = { readonly kind: 'PinTooPlain' };

/**
 * Whether a PIN will do for one session. With three tries before the lock, only what somebody
 * would try first has to be kept out: one digit over and over, and digits in a row.
 */
export function judgePin(digits: string): Result<null, PinProblem> {
  const steps = new Set(
    [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits[at])),
  );
  const [only] = steps;
  const isRow = steps.size === 1 && only !== undefined && Math.abs(only) <= 1;
  return isRow ? err({ kind: 'PinTooPlain' }) : ok(null);
}
