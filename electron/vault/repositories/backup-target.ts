import type { Instant } from '#core/base/capabilities.ts';
import type { Database } from '../database.ts';

/** The folder that copies go to, or undefined while nobody has chosen one. */
export function readBackupTarget(database: Database): string | undefined {
  const folder = database.prepare('SELECT folder FROM backup_target', { pluck: true }).get([]);
  return folder === undefined ? undefined : String(folder);
}

export function writeBackupTarget(database: Database, folder: string, at: Instant): void {
  database
    .prepare(
      `INSERT INTO backup_target (one, folder, chosen_at) VALUES (1, :folder, :at)
       ON CONFLICT DO UPDATE SET folder = :folder, chosen_at = :at`,
    )
    .run({ folder, at });
}
