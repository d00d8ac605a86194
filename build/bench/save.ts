import {
  closeSync,
  copyFileSync,
  fdatasyncSync,
  openSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { emptyDraft, type EncounterId } from '#core/domain/encounter.ts';
import { createDraftKeeper, type DraftKeeper } from '../../electron/routes/draft-keeper.ts';
import { readEntries } from '../../electron/vault/audit/log-table.ts';
import { type Database, openDatabase } from '../../electron/vault/database.ts';
import { readSlotFile } from '../../electron/vault/slot-file.ts';
import { handleOf, openSlot } from '../../electron/vault/slots.ts';
import type { VaultSession } from '../../electron/vault/vault.ts';
import * as bench from './bench-vault.ts';
import { type BenchRow, median, row, timed } from './rows.ts';

const cases = 1_000;
const saves = 151;
/** The first saves read what the later ones have in memory. */
const warmUps = 10;

/**
 * A save until it is acknowledged, beside the same rows read and written by SQLCipher alone in a
 * copy of the same store: transaction, checkpoint, and one small synced file.
 */
export async function saveRow(folder: string): Promise<BenchRow> {
  const ours = join(folder, 'save');
  const [visit] = await bench.makeVault(ours, cases);
  if (visit === undefined) throw new Error('There is no visit to save.');
  const barePath = join(folder, 'bare.db');
  writeFileSync(join(folder, 'bare-mark'), Buffer.alloc(512));
  copyFileSync(join(ours, 'records.db'), barePath);
  const bare = openDatabase(barePath, await databaseKey(ours));
  if (!bare.ok) throw new Error('The copy does not open.');
  const vault = bench.openVault(ours);
  const session = await bench.unlock(vault);
  const keeper = createDraftKeeper(() => session);
  const [oursMs, bareMs] = [new Array<number>(), new Array<number>()];
  for (let turn = -warmUps; turn < saves; turn += 1) {
    const [one, other] = [
      await timed(saveOurs(keeper, visit, turn)),
      await timed(writerOf(session, bare.value, visit, join(folder, 'bare-mark'))),
    ];
    if (turn < 0) continue;
    oursMs.push(one);
    bareMs.push(other);
  }
  vault.lock();
  bare.value.close();
  return row({
    what: 'a save until it is acknowledged, beside SQLCipher with checkpoint and a synced file',
    unit: 'ms',
    quietroom: median(oursMs),
    compared: median(bareMs),
    limit: '1.3 times',
    isMet: (a, b) => a / b <= 1.3,
    pairs: saves,
  });
}

/**
 * Gathers what a page reports, as the program does (electron/routes/draft-keeper.ts), and gives back
 * the save of it, which comes a quarter of a second later.
 */
function saveOurs(keeper: DraftKeeper, id: EncounterId, turn: number): () => void {
  const otherSign = `save ${turn} `.repeat(30);
  // A save that is refused leaves no line in the log, and the copy then refuses the same line twice.
  void keeper.keep(id, { ...emptyDraft(bench.language), otherSign });
  return keeper.flush;
}

/** Gathers what our last save wrote, and gives back what writes the same bytes into the copy. */
function writerOf(
  { database }: VaultSession,
  bare: Database,
  id: EncounterId,
  markPath: string,
): () => void {
  const saved = database
    .prepare('SELECT case_id, version, sealed_draft FROM encounter WHERE id = ?')
    .get([id]);
  const caseId = String(saved?.['case_id']);
  const [entry] = readEntries(database, 'true ORDER BY position DESC LIMIT 1', []);
  const sealed = saved?.['sealed_draft'];
  if (entry === undefined || !(sealed instanceof Uint8Array)) throw new Error('Nothing was saved.');
  const version = Number(saved?.['version']);
  const draft = Buffer.from(sealed);
  const { position, body, hash, signature } = entry;
  const mark = Buffer.alloc(512, 'm');
  return () => {
    bare
      .prepare(
        'SELECT id, case_id, state, started_at, version, sealed_draft FROM encounter WHERE id = ?',
      )
      .get([id]);
    bare
      .prepare(
        'SELECT sealed_key, granted_at, granted_by, signature FROM case_grant WHERE case_id = ?',
      )
      .get([caseId]);
    bare.exec('BEGIN IMMEDIATE');
    bare
      .prepare('UPDATE encounter SET version = ?, sealed_draft = ? WHERE id = ?')
      .run([version, draft, id]);
    bare
      .prepare(
        `INSERT INTO record_head (record, version, digest) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET version = excluded.version, digest = excluded.digest`,
      )
      .run([`encounter:${id}`, version, 'x'.repeat(43)]);
    bare
      .prepare('INSERT INTO audit_entry (position, body, hash, signature) VALUES (?, ?, ?, ?)')
      .run([position, body, hash, signature]);
    bare.exec('COMMIT');
    bare.pragma('wal_checkpoint(TRUNCATE)');
    const file = openSync(markPath, 'r+');
    writeSync(file, mark, 0, mark.length, 0);
    fdatasyncSync(file);
    closeSync(file);
  };
}

async function databaseKey(folder: string): Promise<Buffer> {
  const found = readSlotFile(folder);
  const table = found.ok ? found.value[0] : undefined;
  if (table === undefined) throw new Error('The slot file cannot be read.');
  const slot = await openSlot(
    table,
    await handleOf(bench.signInName, table.handleKdf),
    bench.password,
  );
  if (slot === undefined) throw new Error('The password opens no slot.');
  return slot.databaseKey;
}
