import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Loss } from '#core/domain/backup.ts';
import { copyPrivateFile } from '../platform/files.ts';
import { storeName } from '../platform/profile.ts';
import { readMark } from './audit/high-water.ts';
import { openLog, readMarkKey } from './audit/log-table.ts';
import { type Database, openDatabase } from './database.ts';

/** What there is of the work that a restore can take back. */
type Tally = {
  /** Encounter by id, with the number of its saves. */
  readonly saves: ReadonlyMap<string, number>;
  readonly consentEntries: ReadonlySet<string>;
};

/**
 * What would be gone after going back to a copy, counted row by row against the store as it is.
 * A store that is not open is looked at in a copy, so that looking does not change it.
 */
export function countLoss(
  copyPath: string,
  folder: string,
  key: Buffer,
  current: Database | undefined,
): Loss {
  const before = tallyOf(copyPath, key);
  const now = current === undefined ? tallyOfClosed(folder, key) : tally(current);
  if (before === undefined || now === undefined) return lossByMark(copyPath, folder, key);
  let encounters = 0;
  let saves = 0;
  for (const [id, version] of now.saves) {
    const then = before.saves.get(id);
    if (then === undefined) encounters += 1;
    saves += Math.max(0, version - (then ?? 0));
  }
  const consentEntries = [...now.consentEntries].filter(
    (id) => !before.consentEntries.has(id),
  ).length;
  return { kind: 'counted', encounters, consentEntries, saves };
}

/** The copy holds the key of the mark, and how many saves it had seen itself. */
function lossByMark(copyPath: string, folder: string, key: Buffer): Loss {
  const opened = openDatabase(copyPath, key);
  if (!opened.ok) return { kind: 'uncountable' };
  try {
    const markKey = readMarkKey(opened.value);
    const vaultId = opened.value.prepare('SELECT vault_id FROM vault', { pluck: true }).get([]);
    if (markKey === undefined) return { kind: 'uncountable' };
    const reading = readMark(folder, markKey, String(vaultId));
    if (reading.kind !== 'read') return { kind: 'uncountable' };
    const saves = reading.mark.saves - openLog(opened.value).head.saves;
    return { kind: 'marked', saves: Math.max(0, saves) };
  } finally {
    opened.value.close();
  }
}

function tallyOfClosed(folder: string, key: Buffer): Tally | undefined {
  const looked = join(folder, 'restore.look');
  try {
    rmSync(looked, { recursive: true, force: true });
    mkdirSync(looked, { mode: 0o700 });
    for (const name of [storeName, `${storeName}-wal`]) {
      if (existsSync(join(folder, name))) copyPrivateFile(join(folder, name), join(looked, name));
    }
    return tallyOf(join(looked, storeName), key);
  } catch {
    return undefined;
  } finally {
    rmSync(looked, { recursive: true, force: true });
  }
}

function tallyOf(path: string, key: Buffer): Tally | undefined {
  const opened = openDatabase(path, key);
  if (!opened.ok) return undefined;
  try {
    return tally(opened.value);
  } catch {
    return undefined;
  } finally {
    opened.value.close();
  }
}

function tally(database: Database): Tally {
  const encounters = database.prepare('SELECT id, version FROM encounter').all([]);
  const consent = database.prepare('SELECT id FROM consent_entry', { pluck: true }).all([]);
  return {
    saves: new Map(encounters.map(({ id, version }) => [String(id), Number(version)])),
    consentEntries: new Set(consent.map(String)),
  };
}
