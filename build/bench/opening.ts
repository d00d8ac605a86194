import { join } from 'node:path';
import { derivationMs } from '../../electron/vault/calibrate.ts';
import * as bench from './bench-vault.ts';
import { type BenchRow, median, row, timed } from './rows.ts';

const manyCases = 10_000;
const openings = 31;
const unlocks = 5;
const refusals = 15;

/** Opening a large vault beside an empty one, and what a sign-in takes by calibration. */
export async function openingRows(folder: string): Promise<readonly BenchRow[]> {
  const [empty, large] = [join(folder, 'empty'), join(folder, 'large')];
  await bench.makeVault(empty, 0);
  await bench.makeVault(large, manyCases);
  const [emptyMs, largeMs] = [new Array<number>(), new Array<number>()];
  for (let turn = 0; turn < openings; turn += 1) {
    // In turns, so that whatever else the machine does is felt by both.
    for (const [at, into] of [
      [empty, emptyMs],
      [large, largeMs],
    ] as const) {
      const vault = bench.openVault(at);
      into.push(await timed(() => bench.unlock(vault)));
      vault.lock();
    }
  }
  const signInMs = new Array<number>();
  const vault = await bench.calibratedVault(join(folder, 'calibrated'));
  await bench.setUp(vault);
  for (let turn = 0; turn < unlocks; turn += 1)
    signInMs.push(await timed(() => bench.unlock(vault)));
  vault.lock();
  const refusal = await refusalRow(folder);
  const { least, most } = derivationMs;
  return [
    row({
      what: `opening a vault of ${manyCases} cases beside an empty one, without the derivation`,
      unit: 'ms',
      quietroom: median(largeMs),
      compared: median(emptyMs),
      limit: '1.2 times',
      isMet: (a, b) => a / b <= 1.2,
      pairs: openings,
    }),
    row({
      what: 'sign-in by calibration',
      unit: 'ms',
      quietroom: median(signInMs),
      compared: undefined,
      limit: `${least} to ${most} ms`,
      isMet: (a) => a >= least && a <= most,
      pairs: unlocks,
    }),
    refusal,
  ];
}

/** Whether the time until the answer tells a name that nobody has from a wrong password. */
async function refusalRow(folder: string): Promise<BenchRow> {
  const vault = await bench.calibratedVault(join(folder, 'refusals'));
  await bench.setUp(vault);
  vault.lock();
  const [unknownMs, wrongMs] = [new Array<number>(), new Array<number>()];
  for (let turn = 0; turn < refusals; turn += 1) {
    for (const [name, into] of [
      ['nobody-here', unknownMs],
      [bench.signInName, wrongMs],
    ] as const) {
      // Nobody waits here for the time that a wrong try costs.
      vault.attempts.forgiveAll();
      into.push(
        await timed(async () => {
          const refused = await vault.unlock(name, 'not the right words');
          if (refused.ok || refused.error.kind !== 'WrongPassword')
            throw new Error('The words were to be refused as wrong.');
        }),
      );
    }
  }
  return row({
    what: 'the answer to a name that nobody has beside one to a wrong password',
    unit: 'ms',
    quietroom: median(unknownMs),
    compared: median(wrongMs),
    limit: '0.95 to 1.05 times',
    isMet: (a, b) => a / b >= 0.95 && a / b <= 1.05,
    pairs: refusals,
  });
}
