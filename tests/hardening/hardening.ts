// `npm run hardening [-- --only NAME,NAME] [--share 5] [--json FILE] [--fresh]`: runs the checks
// of checks/ one after the other and says how many each tried and how many failed.
//
// What passed is kept, so that a rerun goes on where one was broken off; it counts only for the
// very sources it was measured on.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checksFolder, checksIn, Outcome, requiredChecks } from './check.ts';

const { values: words } = parseArgs({
  options: {
    only: { type: 'string' },
    share: { type: 'string', default: '100' },
    json: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    checks: { type: 'string', default: checksFolder },
    kept: { type: 'string' },
  },
});
const root = join(import.meta.dirname, '..', '..');
const share = Number(words.share);
if (!(share > 0 && share <= 100)) stop('--share takes a percentage from above 0 to 100.');
const folder = resolve(words.checks);
const kept = join(resolve(words.kept ?? join(root, '.cache', 'hardening')), `share-${share}`);
/** A twentieth has to be done in half an hour, whatever it has found by then. */
const limitMs = share <= 5 ? 30 * 60_000 : Number.POSITIVE_INFINITY;

const KeptRow = Outcome.extend({ name: z.string(), asked: z.number(), seconds: z.number() });
type Row = {
  readonly name: string;
  readonly tried: number;
  readonly failed: number;
  readonly seconds: number;
  readonly figures?: Readonly<Record<string, number>> | undefined;
  /** Why the row has not passed, or undefined when it has. */
  readonly problem?: string;
};

const there = checksIn(folder);
const asked = words.only?.split(',');
const unknown = (asked ?? []).filter(
  (name) => !there.includes(name) && !requiredChecks.some((required) => required === name),
);
if (unknown.length > 0)
  stop(`There is no check "${unknown.join('", "')}". Checks: ${there.join(', ')}.`);
const names = asked ?? [...new Set([...requiredChecks, ...there])];

if (words.fresh) rmSync(kept, { recursive: true, force: true });
mkdirSync(kept, { recursive: true });
const sources = fingerprint();
const startedAt = Date.now();
const rows: Row[] = [];
for (const name of names) {
  const row = there.includes(name) ? await rowOf(name) : missing(name);
  rows.push(row);
  const why = row.problem === undefined ? '' : `  ${row.problem}`;
  console.log(`${name}: ${row.tried} tried, ${row.failed} failed${why}`);
  if (words.json !== undefined) writeFileSync(words.json, written());
}
console.table(
  rows.map(({ figures, problem, ...row }) => ({
    ...row,
    passed: problem === undefined ? 'yes' : 'NO',
    figures: Object.entries(figures ?? {})
      .map(([name, figure]) => `${name} ${figure}`)
      .join(', '),
  })),
);
process.exit(rows.length > 0 && rows.every(({ problem }) => problem === undefined) ? 0 : 1);

async function rowOf(name: string): Promise<Row> {
  const file = join(kept, `${name}.json`);
  const keptFile = join(kept, `${name}-${sources}.json`);
  if (existsSync(keptFile)) {
    console.log(`${name}: kept from a run on the same sources`);
    return judged(KeptRow.parse(JSON.parse(readFileSync(keptFile, 'utf8'))));
  }
  rmSync(file, { force: true });
  const before = Date.now();
  const code = await runInOwnProcess(name, file, limitMs - (before - startedAt));
  const seconds = (Date.now() - before) / 1_000;
  if (code !== 0 || !existsSync(file)) {
    const problem =
      code === 'late' ? 'did not end in time' : `ended with ${code}, without a result`;
    return { name, tried: 0, failed: 1, seconds, problem };
  }
  const found = KeptRow.parse(JSON.parse(readFileSync(file, 'utf8')));
  const row = judged(found);
  if (row.problem === undefined) writeFileSync(keptFile, JSON.stringify(found));
  return row;
}

function judged({ asked: wanted, ...found }: z.infer<typeof KeptRow>): Row {
  if (found.tried < wanted)
    return {
      ...found,
      failed: found.failed + 1,
      problem: `was asked for ${wanted} and tried fewer`,
    };
  return found.failed > 0 ? { ...found, problem: 'failed' } : found;
}

function missing(name: string): Row {
  return { name, tried: 0, failed: 1, seconds: 0, problem: 'is missing: there is no such module' };
}

function runInOwnProcess(
  name: string,
  file: string,
  timeMs: number,
): Promise<number | string | null> {
  if (timeMs <= 0) return Promise.resolve('late');
  const program = join(import.meta.dirname, 'run-check.ts');
  const child = spawn(process.execPath, [program, folder, name, String(share), file], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((done) => {
    const timer = Number.isFinite(timeMs)
      ? setTimeout(() => {
          child.kill('SIGKILL');
          done('late');
        }, timeMs)
      : undefined;
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      done(code ?? signal);
    });
  });
}

/** One number for all that is checked and all that checks. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = globSync(
    ['{core,electron,renderer,content,tests,build}/**/*.*', 'package-lock.json', `${folder}/*.ts`],
    { cwd: root },
  );
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(resolve(root, file)));
  return hash.digest('hex').slice(0, 16);
}

function written(): string {
  const plain = rows.map(({ name, tried, failed, seconds }) => ({ name, tried, failed, seconds }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
