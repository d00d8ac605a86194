import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import { type Change, Disk, readRecording } from '../disk/recorder.ts';
import {
  openVault,
  readSaves,
  sessionOf,
  signInName,
  password,
  withScratch,
} from '../disk/sample.ts';
import { promisesIn, runWorker } from '../disk/run-worker.ts';

/** How the saves are made: as the program makes them, and in ways that must be caught. */
type Way = 'as built' | 'normal' | 'normal, not folded';

export const check: Check = {
  name: 'power-cut',
  atFull: 500,
  async run(count) {
    const real = await cutOften(count, 'as built');
    // SQLite's own default in WAL mode, and with nothing that folds the journal in.
    const mutant = await cutOften(Math.max(20, Math.ceil(count / 5)), 'normal, not folded');
    // The checkpoint after each save syncs by itself: this one loses nothing, and is told apart
    // by the assertion in electron/vault/database.ts alone.
    const halfMutant = await cutOften(20, 'normal');
    const isCaught = mutant.lost > 0;
    return {
      tried: real.cuts,
      failed: real.failed + (isCaught ? 0 : 1),
      figures: {
        saves: real.saves,
        lost: real.lost,
        lostByMutantNormal: mutant.lost,
        lostByNormalWithCheckpoint: halfMutant.lost,
      },
    };
  },
};

async function cutOften(count: number, way: Way) {
  return withScratch(async (scratch) => {
    const disk = join(scratch, 'disk');
    mkdirSync(disk);
    const log = join(scratch, 'log');
    const saves = Math.max(20, Math.min(400, count));
    const ended = await runWorker(['record-saves', disk, String(saves), way], { watch: disk, log });
    if (ended.code !== 0) throw new Error('The program that saves did not end well');
    const recording = readRecording(log);
    const found = { cuts: 0, failed: 0, lost: 0, saves };
    const first = recording.findIndex(({ what }) => what === 'a');
    const places = Array.from(
      { length: count },
      () => first + Math.floor(Math.random() * (recording.length - first)),
    ).toSorted((a, b) => a - b);
    const replayed = new Disk();
    let at = 0;
    const said: string[] = [];
    for (const place of places) {
      for (; at <= place; at += 1) apply(replayed, recording[at], said);
      const lost = await lostAfter(replayed, disk, join(scratch, 'after'), said);
      found.cuts += 1;
      found.lost += lost;
      if (lost > 0) found.failed += 1;
    }
    return found;
  });
}

function apply(disk: Disk, change: Change | undefined, said: string[]): void {
  if (change === undefined) return;
  if (change.what === 'a') said.push(...change.bytes.toString('utf8').trim().split('\n'));
  else disk.apply(change);
}

/** How many promised saves are not there when the power went at this point. */
async function lostAfter(disk: Disk, from: string, to: string, said: readonly string[]) {
  rmSync(to, { recursive: true, force: true });
  disk.leave('power-cut', from, to);
  const promised = promisesIn(said);
  const all = [...promised.values()].reduce((sum, saves) => sum + saves, 0);
  const vault = openVault(join(to, 'vault'));
  const opened = await vault.unlock(signInName, password).catch(() => undefined);
  if (opened === undefined || !opened.ok) return all;
  const saves = new Map<string, number | 'torn'>(readSaves(sessionOf(vault)));
  vault.lock();
  let lost = 0;
  for (const [id, least] of promised) {
    const found = saves.get(id) ?? 0;
    lost += found === 'torn' ? least : Math.max(0, least - found);
  }
  return lost;
}
