// Runs in a network namespace of its own: counts what the program sends, in whole journeys and
// when a page is made to send. Writes what it found to a file.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { electronPath } from '../../../build/electron-path.ts';
import { launch, loader, root } from '../../support/launch.ts';
import { facility } from '../../support/people.ts';
import * as walk from '../../support/walk.ts';
import type { Outcome } from '../check.ts';
import { pageTraffic } from './page-traffic.ts';
import { openNetwork, pause } from './tun.ts';

const [file = '', wanted = '1'] = process.argv.slice(2);
const journeys = globSync('tests/journeys/*.journey.ts', { cwd: root }).toSorted();
const folder = mkdtempSync(join(tmpdir(), 'quietroom-packets-'));
const network = await openNetwork(folder);
await pause(2_000);
let tried = 0;
let failed = 0;
const control = await network.assertItSees();

// What an Electron without any of our walls sends for each kind. A kind that nobody can see
// says nothing when it is not seen of ours.
const stock = await startStock();
const seenOfStock = new Map<string, number>();
for (const { script } of pageTraffic) {
  await inOpenPage(stock, script, 'default');
}
await pause(4_000);
for (const { kind, isMine } of pageTraffic)
  seenOfStock.set(kind, network.packets().filter(isMine).length);
await stock.close();
const visible = pageTraffic.filter(({ kind }) => (seenOfStock.get(kind) ?? 0) > 0);
console.log(
  `stock Electron: ${[...seenOfStock].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
);
if (visible.length < 10) throw new Error(`Only ${visible.length} kinds of traffic can be seen`);

await settled();
const running = await launch(join(folder, 'profile'));
await walk.setUp(running.page(), facility, async () => {});
// Asked for nothing in particular, it is in a hurry: less time for each kind, and no journey.
const isShort = Number(wanted) === 0;
const waitMs = isShort ? 150 : 1_000;
for (const { kind, script } of visible) {
  await counted(`${kind}, from the page`, async () => {
    await running.page().evaluate(script);
    await pause(waitMs);
  });
  await counted(`${kind}, from a page without a policy`, async () => {
    await inOpenPage(running.app, script, 'desk');
    await pause(waitMs);
  });
}
await counted('doing nothing', () => pause(isShort ? 3_000 : 12_000));
await counted('the end', () => running.close());

const kinds = tried;
// At least one journey, and all of them when all of it is asked for.
// What is asked for allows for three kinds that stock Electron does not send (checks/packets.ts).
const asked = Number(wanted) + 2 * 3 - kinds;
const share = isShort ? 0 : Math.max(1, Math.min(journeys.length, asked));
for (const journey of journeys.slice(0, share)) {
  await counted(basename(journey), async () => {
    const words = [
      'test',
      '-c',
      'build/playwright.config.ts',
      '--reporter=line',
      `${basename(journey)}$`,
    ];
    const program = join(root, 'node_modules/@playwright/test/cli.js');
    const { status, stdout } = spawnSync(process.execPath, [program, ...words], {
      cwd: root,
      encoding: 'utf8',
    });
    if (status !== 0) {
      console.error(stdout.slice(-3_000));
      throw new Error(`${journey} did not pass, so it was not a whole journey`);
    }
  });
}
const controlAfter = await network.assertItSees();
const figures = {
  controlPackets: control + controlAfter,
  packetsOfStockElectron: [...seenOfStock.values()].reduce((sum, count) => sum + count, 0),
  kindsOfTraffic: visible.length,
  journeys: share,
};
writeFileSync(file, JSON.stringify({ tried, failed, figures } satisfies Outcome));
network.stop();
process.exit(0);

/** One thing tried: it has failed when a single packet was sent meanwhile. */
async function counted(what: string, deed: () => Promise<void>): Promise<void> {
  const before = network.packets().length;
  await deed();
  const sent = network.packets().slice(before);
  tried += 1;
  if (sent.length === 0) return;
  failed += 1;
  console.error(
    `${what}: ${sent.length} packets, the first ${sent[0]?.toString('hex').slice(0, 160)}`,
  );
}

/** Waits until what the stock Electron began has run out: the kernel repeats what nobody answers. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 20; quiet += 1) {
    const before = network.packets().length;
    await pause(500);
    if (network.packets().length !== before) quiet = 0;
  }
}

async function startStock(): Promise<ElectronApplication> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const bare = join(root, 'build', 'bench', 'bare');
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [
      '-r',
      loader,
      ...asRoot,
      '--disable-gpu',
      bare,
      `--user-data-dir=${join(folder, 'stock')}`,
    ],
    cwd: root,
  });
  await app.firstWindow();
  return app;
}

/** Runs a script in a fresh page of a running application that no policy of ours came with. */
async function inOpenPage(
  app: ElectronApplication,
  script: string,
  partition: 'default' | 'desk',
): Promise<void> {
  await app.evaluate(
    async ({ BrowserWindow, session }, [words, which]) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          session: which === 'desk' ? session.fromPartition('desk') : session.defaultSession,
        },
      });
      await window.loadURL('about:blank');
      await window.webContents.executeJavaScript(`${words}; undefined`);
      setTimeout(() => window.destroy(), 5_000);
    },
    [script, partition] as const,
  );
}
