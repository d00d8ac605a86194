import { join } from 'node:path';
import { err, ok, type Result } from '#core/base/result.ts';
import { isDiskFull } from '../platform/files.ts';
import { storeName } from '../platform/profile.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

export type OpenProblem =
  | { readonly kind: 'StoreUnreadable'; readonly folder: string }
  | { readonly kind: 'StoreInUse' | 'DiskFull' }
  | { readonly kind: 'SchemaTooNew'; readonly schema: number; readonly readable: number };

/** Opens the store of a vault with its key, brings it to the newest layout, and sees that it is its own. */
export function openStore(
  folder: string,
  vaultId: string,
  databaseKey: Buffer,
): Result<Database, OpenProblem> {
  const opened = openDatabase(join(folder, storeName), databaseKey);
  if (!opened.ok)
    return err(
      opened.error === 'in-use' ? { kind: 'StoreInUse' } : { kind: 'StoreUnreadable', folder },
    );
  const database = opened.value;
  const isKept = (problem: OpenProblem): Result<never, OpenProblem> => {
    database.close();
    return err(problem);
  };
  try {
    const layout = migrate(database);
    if (!layout.ok && layout.error.kind === 'SchemaTooNew') return isKept(layout.error);
    const row = layout.ok ? database.prepare('SELECT vault_id FROM vault').get([]) : undefined;
    if (row?.['vault_id'] !== vaultId) return isKept({ kind: 'StoreUnreadable', folder });
    return ok(database);
  } catch (error) {
    if (isDiskFull(error)) return isKept({ kind: 'DiskFull' });
    return isKept({ kind: 'StoreUnreadable', folder });
  }
}
