// Speed and memory beside a bare Electron window, in one run, in pairs, as medians.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeSignedOutProfile, password } from './bench-vault.ts';
import { benchCases } from './cases.ts';
import { consentRows } from './consent.ts';
import { contentRows } from './content.ts';
import { paperRows } from './paper.ts';
import { pause, type Running, start } from './running.ts';
import { type BenchRow, median, row } from './rows.ts';
import { vaultRows } from './vault-rows.ts';

const { values: words } = parseArgs({
  options: {
    pairs: { type: 'string', default: '7' },
    /** Some of the parts, with commas between. */
    only: { type: 'string', default: 'start,content,cases,consent,vault,paper' },
    json: { type: 'string' },
  },
});
const parts = words.only.split(',');
const pairs = Math.max(7, Number(words.pairs));
const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'quietroom-bench-'));

/** When the page had painted its heading, in ms since the program was started. */
const paintedAt = `new Promise((done) => {
  new PerformanceObserver((list) => {
    const last = list.getEntries().at(-1);
    if (last !== undefined) done(performance.timeOrigin + last.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const rows = [
  ...(parts.includes('start') ? await startRows() : []),
  ...(parts.includes('content') ? await contentRows(folder, root, pairs) : []),
  ...(parts.includes('cases') ? await benchCases(join(folder, 'cases'), root) : []),
  ...(parts.includes('consent') ? await consentRows(join(folder, 'consent'), root) : []),
  ...(parts.includes('vault') ? await vaultRows() : []),
  ...(parts.includes('paper') ? await paperRows(join(folder, 'paper'), root, pairs) : []),
];
rmSync(folder, { recursive: true, force: true });
console.table(rows);
if (words.json !== undefined) writeFileSync(words.json, `${JSON.stringify(rows, null, 2)}\n`);

async function startRows(): Promise<readonly BenchRow[]> {
  await makeSignedOutProfile(join(folder, 'model'));
  const bare = { startMs: new Array<number>(), memoryMib: new Array<number>() };
  const ours = {
    startMs: new Array<number>(),
    memoryMib: new Array<number>(),
    openMs: new Array<number>(),
  };
  for (let pair = 0; pair < pairs; pair += 1) {
    const bareRun = await start(join(import.meta.dirname, 'bare'), join(folder, `bare-${pair}`));
    await measureStart(bareRun, bare);
    await bareRun.stop();

    const profile = join(folder, `ours-${pair}`);
    cpSync(join(folder, 'model'), profile, { recursive: true });
    const ourRun = await start(root, profile);
    await measureStart(ourRun, ours);
    // A wrong password costs the derivation and nothing else.
    const derivationMs = await send(
      ourRun,
      { 'sign-in-name': 'bench-mark', password: 'not the right words' },
      `document.querySelector('[role=alert]') !== null`,
    );
    const unlockMs = await send(
      ourRun,
      { 'sign-in-name': 'bench-mark', password },
      `document.querySelector('#pin') !== null`,
    );
    // The PIN of the session is asked for on the way home; what the hands need for it is not counted.
    const homeMs = await send(
      ourRun,
      { pin: '2846' },
      `document.querySelector('h1')?.textContent === 'Visits'`,
    );
    ours.openMs.push(unlockMs + homeMs - derivationMs);
    await ourRun.stop();
  }
  return [
    row({
      what: 'cold start to the unlock screen painted',
      unit: 'ms',
      quietroom: median(ours.startMs),
      compared: median(bare.startMs),
      limit: '1.25 times',
      isMet: (a, b) => a / b <= 1.25,
      pairs,
    }),
    row({
      what: 'memory of all processes on the unlock screen',
      unit: 'MiB',
      quietroom: median(ours.memoryMib),
      compared: median(bare.memoryMib),
      limit: '1.15 times',
      isMet: (a, b) => a / b <= 1.15,
      pairs,
    }),
    row({
      what: 'password accepted to the home screen, beyond the derivation',
      unit: 'ms',
      quietroom: median(ours.openMs),
      compared: undefined,
      limit: '300 ms',
      isMet: (a) => a <= 300,
      pairs,
    }),
  ];
}

async function measureStart(
  running: Running,
  into: { startMs: number[]; memoryMib: number[] },
): Promise<void> {
  // The page that answers first may be the empty one before ours: it knows no heading.
  let painted: unknown;
  // Asked of a page that is just being replaced, the question is never answered: ask again.
  while (typeof painted !== 'number') {
    const asked = running.evaluate(
      `document.querySelector('h1') === null ? undefined : ${paintedAt}`,
    );
    painted = await Promise.race([asked, pause(2_000)]);
  }
  into.startMs.push(painted - running.spawnedAt);
  await pause(1_500);
  into.memoryMib.push(running.memoryMib());
}

/** How long from pressing the button that goes on to the first frame in which a condition holds. */
async function send(
  running: Running,
  fields: Readonly<Record<string, string>>,
  isDone: string,
): Promise<number> {
  return Number(
    await running.evaluate(`new Promise((done, failed) => {
      for (const [id, text] of Object.entries(${JSON.stringify(fields)})) {
        const field = document.getElementById(id);
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      setTimeout(() => failed(new Error(document.body.innerText)), 30_000);
      requestAnimationFrame(() => setTimeout(() => {
        const before = performance.now();
        const look = () => (${isDone} ? requestAnimationFrame(() => done(performance.now() - before)) : requestAnimationFrame(look));
        document.querySelector('.page__actions button[type=submit]').click();
        requestAnimationFrame(look);
      }));
    })`),
  );
}
