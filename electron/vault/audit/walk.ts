import { type AuditEntry, isSave } from '#core/domain/audit-entry.ts';
import type { LogFlaw } from '#core/domain/audit-view.ts';
import {
  judgeEntry,
  learnKeys,
  noHash,
  signerOf,
  type SignerKeys,
  type StoredEntry,
} from './chain.ts';
import { createRecordHeads, type RecordHeads } from './record-heads.ts';

/** What one entry is, seen after all those before it. */
export type Judged = {
  readonly entry: AuditEntry | undefined;
  readonly flaws: readonly LogFlaw[];
};

/** Goes through a log from its first entry and holds each against all that came before. */
export type LogWalk = {
  /** Judges an entry as the next one. Nothing moves on. */
  readonly judge: (stored: StoredEntry) => Judged;
  /** Takes an entry as the next one, sound or not. */
  readonly take: (stored: StoredEntry) => Judged;
  readonly heads: RecordHeads;
  /** The keys that entries brought, whoever signed these. */
  readonly keys: SignerKeys;
};

export function createLogWalk(): LogWalk {
  const keys: SignerKeys = new Map();
  const heads = createRecordHeads();
  let position = 0;
  let previous = noHash;
  /** Undefined after an entry that cannot be read: what it counted is not known. */
  let saves: number | undefined = 0;

  function judge(stored: StoredEntry): Judged {
    const flaws: LogFlaw[] = stored.position === position + 1 ? [] : ['missing'];
    const entry = judgeEntry(stored, (read) =>
      // The first entry brings its own key: judging it must not teach it to the others.
      signerOf(read.position === 1 ? new Map(keys) : keys, read),
    );
    if (typeof entry === 'string') return { entry: undefined, flaws: [...flaws, entry] };
    if (entry.previous !== previous) flaws.push('unlinked');
    if (saves !== undefined && !isCounted(entry, saves)) flaws.push('miscounted');
    return { entry, flaws };
  }

  function take(stored: StoredEntry): Judged {
    const { entry, flaws } = judge(stored);
    position = stored.position;
    previous = Buffer.from(stored.hash).toString('base64url');
    saves = entry?.saves;
    if (entry === undefined) return { entry, flaws };
    learnKeys(keys, entry);
    let isInOrder = true;
    for (const { record, version, digest } of entry.changed) {
      const before = heads.get(record)?.version ?? 0;
      isInOrder &&= version === before + 1 || (version === 0 && digest === '');
      heads.set(record, version === 0 ? undefined : { version, digest });
    }
    // Reckoned anew only where something changed: with many records it is not free.
    const isSame = heads.root() === entry.heads;
    return { entry, flaws: isInOrder && isSame ? flaws : [...flaws, 'versions-differ'] };
  }

  return { judge, take, heads, keys };
}

/** A transaction counts as one save, however many entries it has. */
function isCounted({ saves, event, changed }: AuditEntry, before: number): boolean {
  if (saves !== before && saves !== before + 1) return false;
  return changed.length === 0 || (isSave(event.kind) && saves > 0);
}
