import type { Anchor } from '#core/domain/audit-view.ts';
import type { Database } from '../database.ts';
import { parseBody, type StoredEntry } from './chain.ts';
import { readEntries } from './log-table.ts';

// An anchor is what a slip of paper says of the log: how many entries it had, and a code of
// the newest. Paper is the one thing that nobody can put back together with store and mark.

/** Without letters and digits that are taken for each other: Crockford's base 32. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 60 bits of the hash of an entry, in three groups of four to compare by eye. */
export function anchorCode(hash: Uint8Array): string {
  let bits = Buffer.from(hash).readBigUInt64BE(0) >> 4n;
  let code = '';
  for (let at = 0; at < 12; at += 1) {
    code = (letters[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** The anchor of one entry, reckoned from the entry as it lies there now. */
function anchorOf(stored: StoredEntry | undefined): Anchor | undefined {
  const entry = stored === undefined ? undefined : parseBody(stored.body);
  if (stored === undefined || entry === undefined) return undefined;
  return { position: stored.position, at: entry.at, code: anchorCode(stored.hash) };
}

export function newestAnchor(database: Database): Anchor | undefined {
  return anchorOf(readEntries(database, 'true ORDER BY position DESC LIMIT 1', [])[0]);
}

/** The anchor on the slip that was printed last: its entry as it is now, not as it was printed. */
export function printedAnchor(
  database: Database,
): { readonly anchor: Anchor; readonly printedAt: string } | undefined {
  const where = `kind = 'log-anchored' ORDER BY position DESC LIMIT 1`;
  const [stored] = readEntries(database, where, []);
  const printed = stored === undefined ? undefined : parseBody(stored.body);
  if (printed?.event.kind !== 'log-anchored') return undefined;
  const anchor = anchorOf(readEntries(database, 'position = ?', [printed.event.anchored])[0]);
  return anchor === undefined ? undefined : { anchor, printedAt: printed.at };
}
