import { assert } from '#core/base/assert.ts';
import { systemClock } from '../../electron/platform/system.ts';
import { makeRecoverySheets, proveSheets } from '../../electron/vault/recovery.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';

// Recovery sheets without paper, for measurements and tests.

/** Makes three recovery sheets and types two of them back, so that nothing stands between sign-in and home. */
export async function provenSheets(
  session: VaultSession,
  folder: string,
): Promise<readonly [string, string, string]> {
  const sheets = await madeSheets(session);
  const proven = await proveSheets(session, folder, [sheets[0], sheets[2]], () => true);
  assert(proven.ok, `two sheets work: ${JSON.stringify(proven)}`);
  return sheets;
}

/** Makes three sheets, as texts, that nobody has typed back yet. */
export async function madeSheets(
  session: VaultSession,
): Promise<readonly [string, string, string]> {
  const made = await makeRecoverySheets(session, systemClock.now(), () => true);
  assert(made.ok, 'sheets are made');
  const [first = '', second = '', third = ''] = made.value.map((words) => words.join(' '));
  return [first, second, third];
}
