// All that tests: units and the vault on real files, journeys through the real application,
// the demo and the sheets. Ends with one line that counts them all.
//
// Where there is no screen to look at they run in two lanes, each on a display of its own: a
// journey waits for its window most of the time, and a second core has nothing else to do.
import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { hasDisplay, onDisplay } from './machine.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ words: string[], count: (status: number | null) => Count }} Part */

const folder = mkdtempSync(join(tmpdir(), 'quietroom-test-'));
const reports = { units: join(folder, 'units.json'), journeys: join(folder, 'journeys.json') };

/** @type {Part} */
const units = {
  words: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '-c',
    'build/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reports.units}`,
  ],
  count() {
    const report = readReport(reports.units);
    return {
      passed: report.numPassedTests,
      failed: Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0),
      skipped: report.numPendingTests,
    };
  },
};
/** @type {Part} */
const journeys = {
  words: [
    'node_modules/@playwright/test/cli.js',
    'test',
    '-c',
    'build/playwright.config.ts',
    '--reporter=line,json',
  ],
  count() {
    const { stats } = readReport(reports.journeys);
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    };
  },
};
const demo = byStatus('tests/demo/demo.ts', '--out', join(folder, 'demo'));
// Every kind of sheet, in one language of each way of writing; `npm run sheets` has all of them, and
// other paper.
const sheets = byStatus(
  'tests/sheets/sheets.ts',
  '--paper',
  'usual',
  '--languages',
  'en,ar,ur,ti,th,bn,zh-Hans,vi',
);

const lanes = hasDisplay()
  ? [[units, journeys, demo, sheets]]
  : [
      [journeys, demo],
      [units, sheets],
    ];
const counts = (await Promise.all(lanes.map(runLane))).flat();
rmSync(folder, { recursive: true, force: true });
const sum = (/** @type {keyof Count} */ what) =>
  counts.reduce((total, count) => total + count[what], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1);

/** @param {Part[]} parts @param {number} lane @returns {Promise<Count[]>} */
async function runLane(parts, lane) {
  const done = [];
  for (const { words, count } of parts) done.push(count(await run(words, lane === 0)));
  return done;
}

/**
 * @param {string[]} words @param {boolean} isFirst of the first lane, which is seen as it goes on;
 * what another says is shown when it has ended
 * @returns {Promise<number | null>}
 */
function run(words, isFirst) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.journeys };
  const [program = '', ...rest] = onDisplay([process.execPath, ...words]);
  const said = join(folder, `${basename(words[0] ?? '')}.txt`);
  const stdio = isFirst ? 'inherit' : openSync(said, 'w');
  const child = spawn(program, rest, { env, stdio: ['inherit', stdio, stdio] });
  // Somebody at a window is never kept waiting by what has none.
  if (!isFirst && child.pid !== undefined) setPriority(child.pid, 5);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => {
      if (!isFirst) process.stdout.write(readFileSync(said));
      resolve(status);
    });
  });
}

/** A program that has passed when it ends well. @param {string[]} words @returns {Part} */
function byStatus(...words) {
  return {
    words,
    count: (status) => ({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 }),
  };
}

/** What a runner wrote about itself; a runner that wrote nothing has failed. @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`A test runner ended without its report ${file}`);
  }
}
