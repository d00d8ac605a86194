import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import type { BigChange } from '../disk/big-change.ts';
import { changes, uncovered } from '../disk/changes.ts';
import { Disk, readRecording } from '../disk/recorder.ts';
import { withScratch } from '../disk/sample.ts';
import { runWorker } from '../disk/run-worker.ts';

const each = 200;

export const check: Check = {
  name: 'kill-change',
  atFull: each * Object.keys(changes).length,
  async run(count) {
    const missing = uncovered();
    for (const file of missing)
      console.error(`electron/vault/${file} writes, and no change covers it`);
    const found = { tried: 0, failed: missing.length, powerCuts: 0 };
    const share = Math.ceil(count / Object.keys(changes).length);
    for (const [name, change] of Object.entries(changes)) {
      await withScratch(async (scratch) => {
        await killAtEveryPoint(name, change, share, scratch, found);
        await cutAtEveryPoint(name, change, share, scratch, found);
      });
    }
    const { tried, failed, powerCuts } = found;
    return { tried, failed, figures: { powerCuts, changes: Object.keys(changes).length } };
  },
};

type Found = { tried: number; failed: number; powerCuts: number };

async function killAtEveryPoint(
  name: string,
  change: BigChange,
  share: number,
  scratch: string,
  found: Found,
): Promise<void> {
  const model = join(scratch, 'model');
  mkdirSync(model);
  await change.prepare(model);
  const disk = join(scratch, 'disk');
  const fresh = () => {
    rmSync(disk, { recursive: true, force: true });
    cpSync(model, disk, { recursive: true });
  };
  fresh();
  const whole = await runWorker(['change', disk, name, '0:0:0'], { watch: disk });
  const points = Number(whole.said.find((line) => line.startsWith('changes '))?.split(' ')[1]);
  if (!(points > 0)) throw new Error(`${name} changes nothing on the disk`);
  for (let turn = 0; turn < share; turn += 1) {
    fresh();
    // The first round goes to points spread evenly over the change.
    const point = share >= points ? (turn % points) + 1 : 1 + Math.floor((turn * points) / share);
    const { signal } = await runWorker(['change', disk, name, `0:${point}:0`], { watch: disk });
    const wrong = signal === 'SIGKILL' ? await judge(change, disk) : 'was not killed';
    found.tried += 1;
    if (wrong !== undefined) {
      found.failed += 1;
      console.error(`${name}, killed at point ${point} of ${points}: ${wrong}`);
    }
  }
}

async function cutAtEveryPoint(
  name: string,
  change: BigChange,
  share: number,
  scratch: string,
  found: Found,
): Promise<void> {
  const disk = join(scratch, 'recorded');
  mkdirSync(disk);
  const log = join(scratch, 'log');
  await runWorker(['change', disk, name, '0:0:0', 'prepare'], { watch: disk, log });
  const recording = readRecording(log);
  const begin = recording.findIndex(({ what, bytes }) => what === 'a' && bytes.includes('begin'));
  const replayed = new Disk();
  const step = Math.max(1, Math.floor((recording.length - begin) / share));
  for (const [at, one] of recording.entries()) {
    replayed.apply(one);
    if (at < begin || (at - begin) % step !== 0) continue;
    const after = join(scratch, 'after');
    rmSync(after, { recursive: true, force: true });
    mkdirSync(after);
    replayed.leave('power-cut', disk, after);
    const wrong = await judge(change, after);
    found.powerCuts += 1;
    if (wrong !== undefined) {
      found.failed += 1;
      console.error(`${name}, power cut after step ${at - begin}: ${wrong}`);
    }
  }
}

async function judge(change: BigChange, scratch: string): Promise<string | undefined> {
  try {
    return await change.judge(scratch);
  } catch (error) {
    return `thrown: ${String(error)}`;
  }
}
