import { StaffId } from '#core/domain/staff.ts';
import { parseBody } from '../../electron/vault/audit/chain.ts';
import { readEntries } from '../../electron/vault/audit/log-table.ts';
import type { TypedSheets } from '../../electron/vault/recovery-keys.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { lockedVault, sessionOf, unlockSample, valueOf } from '../support/vault.ts';

// A vault with recovery sheets that work.

/** What is chosen with two sheets. */
export const next = 'pelican brocade fourteen sump';

export async function withSheets() {
  const { folder, vault } = await lockedVault();
  valueOf(await unlockSample(vault));
  const sheets = await provenSheets(sessionOf(vault), folder);
  const member = sessionOf(vault).member.id;
  vault.lock();
  return { folder, vault, sheets, member };
}

export function recover(
  vault: Vault,
  typed: TypedSheets,
  member: StaffId,
  password: string = next,
) {
  return vault.recover({ typed, member, signInName: 'okapi', password });
}

export function eventsOf(vault: Vault) {
  return readEntries(sessionOf(vault).database, 'true ORDER BY position', []).map(
    ({ body }) => parseBody(body)?.event,
  );
}
