import type { Page } from '@playwright/test';
import { isCovered } from '../../support/cover.ts';
import { withFolder } from '../../support/folder.ts';
import { launch, type Running } from '../../support/launch.ts';
import { hasStoreOpen } from '../../support/open-files.ts';
import { facility } from '../../support/people.ts';
import { touch } from '../../support/touch.ts';
import * as walk from '../../support/walk.ts';
import type { Check } from '../check.ts';

// Nobody touches the desk: it says that it closes, covers itself, says on the cover that a page
// will turn, and locks beneath it. With the shortest times that a place can choose, in real time.

const coverSeconds = 30;
const lockSeconds = 5 * 60;
const lateSeconds = 10;

export const check: Check = {
  name: 'idle',
  atFull: 6,
  async run() {
    const found = await withFolder(async (profile) => {
      const running = await launch(profile);
      try {
        await chooseShortest(running.page());
        return await waitUntilLocked(running, profile);
      } finally {
        await running.close();
      }
    });
    for (const [what, isRight] of found) if (!isRight) console.error(`not so: ${what}`);
    return { tried: found.length, failed: found.filter(([, isRight]) => !isRight).length };
  },
};

async function chooseShortest(page: Page): Promise<void> {
  await walk.setUp(page, facility, async () => {});
  await walk.press(page, 'This place');
  await walk.press(page, 'Closing');
  await page.getByRole('radio', { name: '30 seconds' }).check();
  await page.getByRole('radio', { name: '5 minutes', exact: true }).last().check();
  await walk.press(page, 'Keep these times');
  await walk.seeHeading(page, 'This place');
}

async function waitUntilLocked(
  running: Running,
  profile: string,
): Promise<readonly (readonly [string, boolean])[]> {
  await touch(running);
  const from = Date.now();
  /** The seconds until something is so, or infinity when it is late. */
  const secondsUntil = async (isSo: () => Promise<boolean>, dueSeconds: number) => {
    while (Date.now() - from < (dueSeconds + lateSeconds) * 1_000) {
      if (await isSo()) return (Date.now() - from) / 1_000;
      await new Promise((passed) => setTimeout(passed, 200));
    }
    return Number.POSITIVE_INFINITY;
  };
  const isSaid = async () => (await running.page().locator('.desk__closing').count()) > 0;
  const isTurnSaid = () =>
    running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().some((one) => /^app:\/\/leaflets.*#soon$/.test(one.getURL())),
    );
  const saidAt = await secondsUntil(isSaid, coverSeconds);
  const coveredAt = await secondsUntil(() => isCovered(running), coverSeconds);
  const wasOpen = hasStoreOpen(running, profile);
  const turnSaidAt = await secondsUntil(isTurnSaid, lockSeconds);
  const lockedAt = await secondsUntil(
    () => Promise.resolve(!hasStoreOpen(running, profile)),
    lockSeconds,
  );
  console.log('seconds:', JSON.stringify({ saidAt, coveredAt, turnSaidAt, lockedAt }));
  return [
    ['the page says that it closes, before it does', saidAt < coveredAt],
    ['the cover comes in its time', coveredAt > coverSeconds - 2 && coveredAt < Infinity],
    ['under the cover the store is open', wasOpen],
    ['the cover says that a page will turn, before the lock', turnSaidAt < lockedAt],
    ['the lock comes in its time', lockedAt > lockSeconds - 2 && lockedAt < Infinity],
    ['the cover stays over the lock', await isCovered(running)],
  ];
}
