import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { recorderLibrary } from './recorder.ts';

const program = join(import.meta.dirname, 'worker.ts');

export type Ended = {
  readonly signal: string | null;
  readonly code: number | null;
  readonly said: readonly string[];
};

/**
 * Runs the worker until it ends.
 *
 * @param recorder `log`: where its changes are recorded; `watch`: the folder that counts
 * @param onLine sees what it says, and may kill it
 */
export function runWorker(
  words: readonly string[],
  recorder: { readonly watch: string; readonly log?: string } | undefined,
  onLine: (line: string, kill: () => void) => void = () => {},
): Promise<Ended> {
  const env = {
    ...process.env,
    // A worker lives for a fraction of a second; half of that went into reading its own code.
    NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled'),
    ...(recorder === undefined
      ? {}
      : {
          LD_PRELOAD: recorderLibrary(),
          QR_WATCH: recorder.watch,
          ...(recorder.log === undefined ? {} : { QR_LOG: recorder.log }),
        }),
  };
  const child = spawn(process.execPath, [program, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      said.push(line);
      onLine(line, () => child.kill('SIGKILL'));
    }
  });
  return new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, said })),
  );
}

/** The highest save that was promised of each visit, from what a worker said. */
export function promisesIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const promised = new Map<string, number>();
  for (const line of lines) {
    const [word, id = '', save] = line.split(' ');
    if (word === 'promised') promised.set(id, Number(save));
  }
  return promised;
}
