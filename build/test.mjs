// All that tests: units and the vault on real files, journeys through the real application,
// the demo and the sheets. Ends with one line that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'quietroom-test-'));
const counted = { passed: 0, failed: 0, skipped: 0 };

const units = join(folder, 'units.json');
run(
  'node_modules/vitest/vitest.mjs',
  'run',
  '-c',
  'build/vitest.config.ts',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${units}`,
);
const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = readReport(units);
count(numPassedTests, numFailedTests > 0 ? numFailedTests : numFailedTestSuites, numPendingTests);

const journeys = join(folder, 'journeys.json');
run(
  'node_modules/@playwright/test/cli.js',
  'test',
  '-c',
  'build/playwright.config.ts',
  '--reporter=line,json',
);
const { stats } = readReport(journeys);
count(stats.expected, stats.unexpected + stats.flaky, stats.skipped);

const demo = run('tests/demo/demo.ts', '--out', join(folder, 'demo'));
count(demo === 0 ? 1 : 0, demo === 0 ? 0 : 1, 0);

// Every kind of sheet, in one language of each way of writing; `npm run sheets` has all of them, and
// other paper.
const sheets = run(
  'tests/sheets/sheets.ts',
  '--paper',
  'usual',
  '--languages',
  'en,ar,ur,ti,th,bn,zh-Hans,vi',
);
count(sheets === 0 ? 1 : 0, sheets === 0 ? 0 : 1, 0);

rmSync(folder, { recursive: true, force: true });
console.log(`${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`);
process.exit(counted.failed === 0 && counted.passed > 0 ? 0 : 1);

/** @param {string[]} words */
function run(...words) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(folder, 'journeys.json') };
  return spawnSync(process.execPath, words, { stdio: 'inherit', env }).status;
}

/** What a runner wrote about itself; a runner that wrote nothing has failed. @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`A test runner ended without its report ${file}`);
  }
}

/** @param {number} passed @param {number} failed @param {number} skipped */
function count(passed, failed, skipped) {
  counted.passed += passed;
  counted.failed += failed;
  counted.skipped += skipped;
}
