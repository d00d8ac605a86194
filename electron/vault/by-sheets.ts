import type { Clock } from '#core/base/capabilities.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { signIn } from './audit/begin.ts';
import type { Attempts } from './attempts.ts';
import type { Database } from './database.ts';
import { type KdfCost, type MemberKeys, wipe, wipeMember } from './keys.ts';
import type { OpenVault } from './people.ts';
import {
  doesStoreKnow,
  finishRecovery,
  openWithSheets,
  type Recoverable,
  recoverables,
  type RecoverProblem,
  type RecoveryRequest,
  resealWithSheets,
  type SheetsDoNotOpen,
} from './recover.ts';
import type { TypedSheets } from './recovery-keys.ts';
import { readStaff } from './repositories/staff.ts';
import type { SlotTable } from './slot-file.ts';
import { lookAtStore, type StoreProblem } from './store-state.ts';
import type { VaultSession } from './vault.ts';

/** What the way in by sheets needs of the vault. */
export type Doorstep<OpenProblem> = {
  readonly folder: string;
  readonly openStore: (vaultId: string, databaseKey: Buffer) => Result<Database, OpenProblem>;
  /** False as soon as a lock or another way in has overtaken this one. */
  readonly isCurrent: () => boolean;
};

type Opened = {
  readonly table: SlotTable;
  readonly database: Database;
  readonly keys: MemberKeys;
  readonly databaseKey: Buffer;
};

type WayProblem = SheetsDoNotOpen | StoreProblem | { readonly kind: 'LockedMeanwhile' };

async function openBySheets<OpenProblem>(
  { folder, openStore, isCurrent }: Doorstep<OpenProblem>,
  typed: TypedSheets,
): Promise<Result<Opened, WayProblem | OpenProblem>> {
  const found = lookAtStore(folder);
  if (!found.ok) return found;
  let problem: WayProblem | OpenProblem = { kind: 'NoSheetsCount' };
  // Nearly always one: of two vaults' slot files the store tells its own.
  for (const table of found.value) {
    const opened = await openWithSheets(table, typed);
    if (!opened.ok) {
      problem = opened.error;
      continue;
    }
    const { keys, databaseKey } = opened.value;
    const store = isCurrent()
      ? openStore(table.vaultId, databaseKey)
      : err({ kind: 'LockedMeanwhile' as const });
    if (store.ok && doesStoreKnow(store.value, table))
      return ok({ table, database: store.value, keys, databaseKey });
    wipe(databaseKey);
    wipeMember(keys);
    if (store.ok) store.value.close();
    problem = store.ok ? { kind: 'NoSheetsCount' } : store.error;
  }
  return err(problem);
}

/** Whom two sheets can bring back. Opens nothing for longer than it takes to look. */
export async function membersBySheets<OpenProblem>(
  doorstep: Doorstep<OpenProblem>,
  typed: TypedSheets,
): Promise<Result<readonly Recoverable[], WayProblem | OpenProblem>> {
  const opened = await openBySheets(doorstep, typed);
  if (!opened.ok) return opened;
  const { table, database, keys, databaseKey } = opened.value;
  wipe(databaseKey);
  wipeMember(keys);
  try {
    return ok(recoverables(database, table));
  } finally {
    database.close();
  }
}

/** A session of a member who has forgotten the password, under a new one of their own choosing. */
export async function recoverBySheets<OpenProblem>(
  doorstep: Doorstep<OpenProblem>,
  request: RecoveryRequest,
  {
    clock,
    attempts,
    chooseCost,
  }: {
    readonly clock: Clock;
    readonly attempts: Attempts;
    readonly chooseCost: () => Promise<KdfCost>;
  },
): Promise<Result<OpenVault, WayProblem | RecoverProblem | OpenProblem>> {
  const opened = await openBySheets(doorstep, request.typed);
  if (!opened.ok) return opened;
  const { table, database, keys: recoveryKeys, databaseKey } = opened.value;
  const opening = { keys: recoveryKeys, databaseKey };
  let session: VaultSession | undefined;
  try {
    const resealed = await resealWithSheets(database, table, opening, request, chooseCost);
    if (!resealed.ok) return resealed;
    const { slot, keys } = resealed.value;
    const member = readStaff(database, request.member);
    if (!doorstep.isCurrent() || member === undefined) {
      wipeMember(keys);
      return err({ kind: member === undefined ? 'MemberUnknown' : 'LockedMeanwhile' });
    }
    const { folder } = doorstep;
    const { vaultId } = table;
    signIn({ database, folder, vaultId, member, keys, clock }, attempts);
    const done = finishRecovery({ database, member, keys }, folder, table, slot);
    if (!done.ok) {
      wipeMember(keys);
      return done;
    }
    // Whoever was shut out by a hundred wrong passwords may try again.
    attempts.forgiveAll();
    session = { database, member, keys };
    return ok({ session, vaultId, databaseKey });
  } finally {
    wipeMember(recoveryKeys);
    if (session === undefined) {
      wipe(databaseKey);
      database.close();
    }
  }
}
