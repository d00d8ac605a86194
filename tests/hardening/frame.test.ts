import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { requiredChecks } from './check.ts';

// The frame that runs the checks, tried with small checks of its own. A frame that lets a
// check pass which has not looked would make every figure worthless.

const frame = join(import.meta.dirname, 'hardening.ts');
const keptLine = 'kept from a run on the same sources';

test('a check that tried what it was asked for passes, and its row is written', () => {
  const { run, folder } = framed({ sound: 'tried: count, failed: 0' });
  const { code, text } = run('--only', 'sound', '--json', join(folder, 'rows.json'));
  expect(text).toContain('sound: 40 tried, 0 failed');
  expect(code).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8'))).toEqual([
    { name: 'sound', tried: 40, failed: 0, seconds: expect.any(Number) },
  ]);
});

test('a share is a share of the number, rounded up', () => {
  const { run } = framed({ sound: 'tried: count, failed: 0' });
  expect(run('--only', 'sound', '--share', '5').text).toContain('sound: 2 tried, 0 failed');
  expect(run('--only', 'sound', '--share', '6').text).toContain('sound: 3 tried, 0 failed');
});

test.each([
  ['that tried fewer than it was asked for', 'tried: count - 1, failed: 0', 'tried fewer'],
  ['that found a failure', 'tried: count, failed: 1', 'failed'],
  ['that reports no number', 'tried: "all", failed: 0', 'ended with'],
  ['that throws', '...(() => { throw new Error("no") })()', 'ended with 1'],
  ['that ends the process', '...process.exit(0)', 'without a result'],
])('a check %s has failed', (_, outcome, why) => {
  const { run } = framed({ unsound: outcome });
  const { code, text } = run('--only', 'unsound');
  expect(text).toContain(why);
  expect(code).toBe(1);
});

test('a name that there is not fails and says which there are', () => {
  const { run } = framed({ sound: 'tried: count, failed: 0' });
  const { code, text } = run('--only', 'nothing');
  expect(text).toContain('There is no check "nothing". Checks: sound.');
  expect(code).toBe(2);
});

test('each required check that is not there is reported as missing, and nothing passes', () => {
  const { run } = framed({ sound: 'tried: count, failed: 0' });
  const { code, text } = run();
  for (const name of requiredChecks)
    expect(text).toContain(`${name}: 0 tried, 1 failed  is missing`);
  expect(text).toContain('sound: 40 tried, 0 failed');
  expect(code).toBe(1);
});

test('what passed is not run again until it is asked for afresh or has changed', () => {
  const { run, write } = framed({ sound: 'tried: count, failed: 0' });
  expect(run('--only', 'sound').text).not.toContain(keptLine);
  expect(run('--only', 'sound').text).toContain(keptLine);
  expect(run('--only', 'sound', '--fresh').text).not.toContain(keptLine);
  write('sound', 'tried: count + 1, failed: 0');
  expect(run('--only', 'sound').text).toContain('sound: 41 tried, 0 failed');
});

test('what failed is run again', () => {
  const { run } = framed({ unsound: 'tried: count, failed: 1' });
  run('--only', 'unsound');
  const { code, text } = run('--only', 'unsound');
  expect(text).toContain('unsound: 40 tried, 1 failed');
  expect(text).not.toContain(keptLine);
  expect(code).toBe(1);
});

/** The frame over a folder with these checks, each given as what its outcome holds. */
function framed(checks: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, outcome: string) =>
    writeFileSync(
      join(folder, `${name}.ts`),
      `export const check = { name: '${name}', atFull: 40, run: async (count: number) => ({ ${outcome} }) };\n`,
    );
  for (const [name, outcome] of Object.entries(checks)) write(name, outcome);
  const own = ['--checks', folder, '--kept', join(folder, 'kept')];
  return {
    folder,
    write,
    run: (...words: readonly string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [frame, ...own, ...words], {
        encoding: 'utf8',
      });
      return { code: status, text: stdout + stderr };
    },
  };
}
