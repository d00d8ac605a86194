import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Sets the largest core dump of this process and of all that it has started to nothing: a dump
 * would hold the page that was open, in plain text. Later ones inherit it.
 *
 * Node cannot set a limit of its own process, and a script around the program could be left
 * out, so Linux's `prlimit` does it from inside. macOS and Windows write no dumps of
 * programs unless an administrator has asked for them.
 */
export function forbidCoreDumps(): void {
  if (process.platform !== 'linux') return;
  for (const pid of [process.pid, ...descendantsOf(process.pid)]) {
    execFile('prlimit', [`--pid=${pid}`, '--core=0:0'], () => {
      // A process that has ended meanwhile has no limit any more; what is left is looked at by
      // tests/journeys/checklist.journey.ts.
    });
  }
}

function descendantsOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(name);
      return parent === undefined ? [] : [{ pid: Number(name), parent }];
    });
  const found = [pid];
  for (const above of found)
    found.push(...parents.filter(({ parent }) => parent === above).map((child) => child.pid));
  return found.slice(1);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in brackets, which may hold anything: state, then parent.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
