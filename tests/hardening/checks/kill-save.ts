import { join } from 'node:path';
import type { Check } from '../check.ts';
import { makeVault, openVault, readSaves, unlock, withScratch } from '../disk/sample.ts';
import { promisesIn, runWorker } from '../disk/run-worker.ts';

/** At ten saves a kill, 1,000 kills see 10,000 saves. */
const savesPerKill = 10;
/** After so many a new vault is begun: all that was ever promised is read again after each kill. */
const killsPerVault = 25;

export const check: Check = {
  name: 'kill-save',
  atFull: 1_000,
  async run(count) {
    const figures = { saves: 0, lost: 0, torn: 0 };
    let failed = 0;
    let tried = 0;
    while (tried < count || figures.saves < count * savesPerKill) {
      const most = Math.max(1, Math.min(killsPerVault, count - tried));
      failed += await withScratch((scratch) => killAtOneVault(scratch, most, figures));
      tried += most;
    }
    return { tried, failed, figures };
  },
};

type Figures = { saves: number; lost: number; torn: number };

/** @returns how many of so many kills lost something, or were none */
async function killAtOneVault(scratch: string, kills: number, figures: Figures): Promise<number> {
  (await makeVault(join(scratch, 'vault'))).lock();
  const promised = new Map<string, number>();
  let failed = 0;
  for (let turn = 0; turn < kills; turn += 1) {
    const after = 5 + Math.floor(Math.random() * savesPerKill * 2);
    const { said, signal } = await runWorker(['save', scratch], undefined, (line, kill) => {
      // A little later than a save, so that the kill falls anywhere within the next one.
      if (line.endsWith(` ${after}`)) setTimeout(kill, Math.random() * 15);
    });
    const news = promisesIn(said);
    figures.saves += [...news.values()].reduce((sum, saves) => sum + saves, 0);
    for (const [id, saves] of news) promised.set(id, saves);
    const lostBefore = figures.lost + figures.torn;
    await compare(scratch, promised, figures);
    if (signal !== 'SIGKILL' || figures.lost + figures.torn > lostBefore) failed += 1;
  }
  return failed;
}

async function compare(
  scratch: string,
  promised: ReadonlyMap<string, number>,
  figures: Figures,
): Promise<void> {
  const vault = openVault(join(scratch, 'vault'));
  const saves = new Map<string, number | 'torn'>(readSaves(await unlock(vault)));
  vault.lock();
  for (const [id, least] of promised) {
    const found = saves.get(id) ?? 0;
    if (found === 'torn') figures.torn += 1;
    else figures.lost += Math.max(0, least - found);
  }
}
