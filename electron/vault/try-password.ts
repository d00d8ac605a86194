import { err, ok, type Result } from '#core/base/result.ts';
import type { AttemptRefused, Attempts } from './attempts.ts';
import type { SlotTable } from './slot-file.ts';
import { type OpenedSlot, openSlot } from './slots.ts';

export type TryProblem = AttemptRefused | { readonly kind: 'WrongPassword' };

/**
 * Tries a password at a slot, if it is time for another try, and has it counted. Nobody learns
 * that a password was wrong before it is written down.
 */
export async function tryPassword(
  attempts: Attempts,
  table: SlotTable,
  handle: string,
  password: string,
): Promise<Result<OpenedSlot, TryProblem>> {
  const attempt = attempts.begin(handle);
  if (!attempt.ok) return attempt;
  let opened: OpenedSlot | undefined;
  try {
    opened = await openSlot(table, handle, password);
  } catch (error) {
    // As without memory for the derivation: nobody has learned anything.
    attempt.value.end('unknown');
    throw error;
  }
  attempt.value.end(opened === undefined ? 'wrong' : 'right');
  return opened === undefined ? err({ kind: 'WrongPassword' }) : ok(opened);
}
