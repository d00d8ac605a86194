import { Database, setLogger } from '@signalapp/sqlcipher';
import { closeSync, openSync, statSync } from 'node:fs';
import { assert } from '#core/base/assert.ts';
import { err, ok, type Result } from '#core/base/result.ts';
import { isDiskFull, privateFile, systemErrorCode } from '../platform/files.ts';

export type { Database } from '@signalapp/sqlcipher';

export type OpenProblem = 'unreadable' | 'in-use';

// The driver's messages quote statements; nothing of the store belongs in a log.
setLogger(() => {});

/** SQLCipher's, and the least it writes. */
const pageBytes = 4096;

/**
 * Opens an existing encrypted database.
 *
 * An empty or missing file, or a few bytes, would open as a new, empty database: they are
 * refused before SQLite sees them.
 */
export function openDatabase(path: string, key: Buffer): Result<Database, OpenProblem> {
  const sizeBytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const journalBytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  // A torn last page is mended from the journal, or it is damage that no read might come upon.
  const isTorn = sizeBytes % pageBytes !== 0 && journalBytes === 0;
  if (sizeBytes < pageBytes || isTorn) return err('unreadable');
  return open(path, key);
}

/** Makes a new encrypted database where there is no file yet. */
export function createDatabase(path: string, key: Buffer): Database {
  assert(
    statSync(path, { throwIfNoEntry: false }) === undefined,
    'a new store never replaces a file',
  );
  // Made by us first, so that no other account can ever read it.
  closeSync(openSync(path, 'wx', privateFile));
  const opened = open(path, key);
  assert(opened.ok, 'a new store can be opened');
  return opened.value;
}

function open(path: string, key: Buffer): Result<Database, OpenProblem> {
  let database: Database | undefined;
  try {
    database = new Database(path, { cacheStatements: true });
    database.pragma(`key = "x'${key.toString('hex')}'"`);
    database.pragma('cipher_log_level = NONE');
    configure(database);
    return ok(database);
  } catch (error) {
    database?.close();
    const code = systemErrorCode(error);
    if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return err('in-use');
    if (isDiskFull(error)) throw error;
    // Damaged, foreign, on a bad sector, or not for this account: in every case left as it is.
    return err('unreadable');
  }
}

function configure(database: Database): void {
  // One process at a time, and no shared-memory file beside the store.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  // The driver's own default in WAL mode loses saves in a power cut (docs/security.md).
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  // Without it a row that is replaced goes without its trigger against deleting.
  database.pragma('recursive_triggers = ON');
  database.pragma('cell_size_check = ON');
  database.pragma('cache_size = -65536');
  database.exec('BEGIN IMMEDIATE; COMMIT');
  assert(database.pragma('synchronous', { simple: true }) === 2, 'every save is synced');
  assert(database.pragma('journal_mode', { simple: true }) === 'wal', 'the journal is a WAL');
}

/** Who takes part in every change of a database: the audit log. */
export type CommitObserver = {
  readonly begin: () => void;
  /** The last thing inside the transaction. */
  readonly seal: () => void;
  /** The transaction is over. */
  readonly settle: (isCommitted: boolean) => void;
  /** The change is folded in, and nobody has been told yet. */
  readonly mark: () => void;
};

const observers = new WeakMap<Database, CommitObserver>();

export function observeCommits(database: Database, observer: CommitObserver): void {
  observers.set(database, observer);
}

/**
 * Runs a change as one transaction and folds it into the database file. When this returns,
 * the change outlives a power cut and the loss of the journal file.
 *
 * @throws whatever the change throws, after undoing all of it; `SQLITE_FULL` when the disk is
 * full. A disk that fills up between the commit and the fold leaves a change that is there
 * without having been promised; none that was promised is ever missing.
 */
export function commit<Value>(database: Database, change: () => Value): Value {
  const value = transact(database, change);
  fold(database);
  return value;
}

/**
 * A change that is on the disk for good, or the one failure that its user can mend.
 *
 * A disk that fills up between the commit and the fold leaves the change in the journal, which
 * is synced: it is there after a power cut and counts, so it must not be said to be refused. A
 * consent that counts and was answered as refused would be the worst of both. The next commit
 * folds it in; until then only the loss of the journal file could take it back.
 */
export function commitIfRoom<Value>(
  database: Database,
  change: () => Value,
): Result<Value, { readonly kind: 'DiskFull' }> {
  let value: Value;
  try {
    value = transact(database, change);
  } catch (error) {
    if (isDiskFull(error)) return err({ kind: 'DiskFull' });
    throw error;
  }
  try {
    fold(database);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
  return ok(value);
}

function transact<Value>(database: Database, change: () => Value): Value {
  const observer = observers.get(database);
  database.exec('BEGIN IMMEDIATE');
  observer?.begin();
  let value: Value;
  try {
    value = change();
    observer?.seal();
    database.exec('COMMIT');
  } catch (error) {
    // SQLite itself has already undone the transaction after some errors, such as a full disk.
    try {
      database.exec('ROLLBACK');
    } catch {
      // There was nothing left to undo.
    }
    observer?.settle(false);
    throw error;
  }
  observer?.settle(true);
  return value;
}

function fold(database: Database): void {
  try {
    const [state] = database.pragma('wal_checkpoint(TRUNCATE)');
    assert(state?.['busy'] === 0, 'nobody else reads this database');
  } finally {
    // Also where there was no room to fold it in: the change counts.
    observers.get(database)?.mark();
  }
}
