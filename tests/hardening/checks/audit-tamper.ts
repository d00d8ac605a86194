import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import type { StoredEntry } from '../../../electron/vault/audit/chain.ts';
import { judgeByMark } from '../../../electron/vault/audit/log-table.ts';
import { createLogWalk, type LogWalk } from '../../../electron/vault/audit/walk.ts';
import type { Check } from '../check.ts';
import { type LongLog, makeLongLog } from '../disk/long-log.ts';
import * as sample from '../disk/sample.ts';
import { storeHarms, tamperStore, verdictOf } from '../disk/tampered-store.ts';

/** Every bit of one entry is about so many changes, and each of a thousand entries is taken. */
const changesPerEntry = 4_000;
const entriesAtFull = 1_000;
/** Of so many changes one is made in the real store, which is then opened and checked as a whole. */
const changesPerStore = 40_000;

type Tally = { tried: number; undetected: number };

export const check: Check = {
  name: 'audit-tamper',
  atFull: entriesAtFull * changesPerEntry,
  run: (count) =>
    sample.withScratch(async (scratch) => {
      const wanted = Math.ceil(count / changesPerEntry);
      const model = join(scratch, 'vault');
      const log = await makeLongLog(model, Math.min(wanted, entriesAtFull) + 100);
      const bits = { tried: 0, undetected: 0 };
      const moves = { tried: 0, undetected: 0 };
      const walk = createLogWalk();
      for (const [at, entry] of log.entries.entries()) {
        const isTaken = at < wanted || bits.tried < count;
        if (isTaken) turnEveryBit(walk, entry, bits);
        if (isTaken) moveAround(walk, log.entries, at, moves);
        const { flaws } = walk.take(entry);
        assert(flaws.length === 0, `the log is sound before it is harmed: ${flaws.join()}`);
      }
      const ends = cutOff(log);
      const stores = await harmStores(scratch, model, Math.ceil(count / changesPerStore));
      const all = [bits, moves, ends, stores];
      return {
        tried: all.reduce((sum, { tried }) => sum + tried, 0),
        failed: all.reduce((sum, { undetected }) => sum + undetected, 0),
        figures: {
          entries: log.entries.length,
          bits: bits.tried,
          deletionsAndReorderings: moves.tried,
          truncations: ends.tried,
          wholeStores: stores.tried,
        },
      };
    }),
};

function note(tally: Tally, isDetected: boolean): void {
  tally.tried += 1;
  if (!isDetected) tally.undetected += 1;
}

/** Every bit of the text, the hash, the signature and the number of one entry. */
function turnEveryBit(walk: LogWalk, entry: StoredEntry, tally: Tally): void {
  const isFound = (changed: Partial<StoredEntry>) =>
    walk.judge({ ...entry, ...changed }).flaws.length > 0;
  eachTurned(Buffer.from(entry.body), (body) =>
    note(tally, isFound({ body: body.toString('utf8') })),
  );
  eachTurned(Buffer.from(entry.hash), (hash) => note(tally, isFound({ hash: Buffer.from(hash) })));
  eachTurned(Buffer.from(entry.signature), (signature) =>
    note(tally, isFound({ signature: Buffer.from(signature) })),
  );
  for (let bit = 0; bit < 31; bit += 1)
    note(tally, isFound({ position: entry.position ^ (1 << bit) }));
}

function eachTurned(bytes: Buffer, look: (changed: Buffer) => void): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const whole = bytes.readUInt8(at);
    for (let bit = 0; bit < 8; bit += 1) {
      bytes.writeUInt8(whole ^ (1 << bit), at);
      look(bytes);
    }
    bytes.writeUInt8(whole, at);
  }
}

/** Every other entry in the place of this one: as it is, which is a deletion, and renumbered. */
function moveAround(
  walk: LogWalk,
  entries: readonly StoredEntry[],
  at: number,
  tally: Tally,
): void {
  for (const [other, entry] of entries.entries()) {
    if (other === at) continue;
    note(tally, walk.judge(entry).flaws.length > 0);
    note(tally, walk.judge({ ...entry, position: at + 1 }).flaws.length > 0);
  }
}

/** Every shorter log beside the mark that lies outside. */
function cutOff({ entries, head, mark }: LongLog): Tally {
  const tally = { tried: 0, undetected: 0 };
  assert(mark.kind === 'read' && mark.mark.position >= head.position, 'the mark is up to date');
  for (const { position } of entries.slice(0, -1)) {
    const found = judgeByMark({ ...head, position }, mark, () => undefined);
    note(tally, found?.kind === 'records-older');
  }
  return tally;
}

/** Changes a store past the program, opens it with the password, and has its log checked. */
async function harmStores(scratch: string, model: string, atLeast: number): Promise<Tally> {
  const tally = { tried: 0, undetected: 0 };
  const here = join(scratch, 'here');
  const names = Object.keys(storeHarms);
  for (let turn = 0; turn < Math.max(atLeast, names.length); turn += 1) {
    rmSync(here, { recursive: true, force: true });
    cpSync(model, here, { recursive: true });
    const name = names[turn % names.length] ?? '';
    await tamperStore(here, name);
    const verdict = await verdictOf(here);
    note(tally, verdict !== 'sound');
    if (verdict === 'sound') console.error(`audit-tamper: ${name}: nothing was found`);
  }
  rmSync(here, { recursive: true, force: true });
  cpSync(model, here, { recursive: true });
  assert((await verdictOf(here)) === 'sound', 'a store that nobody harmed is sound');
  return tally;
}
