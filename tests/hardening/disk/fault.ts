import { closeSync, openSync, readFileSync } from 'node:fs';

/** Tells the recorder which change of the disk is to fail: `errno:number:sticky`; errno 0 kills. */
export function arm(words: string): void {
  try {
    closeSync(openSync(`/quietroom-fault/${words}`, 'r'));
  } catch {
    // The recorder heard it, and there is no such file.
  }
}

/** How many changes there were since the last `arm`; 0 without the recorder. */
export function countChanges(): number {
  try {
    const answer = openSync('/quietroom-fault/count', 'r');
    const count = Number(readFileSync(answer, 'utf8'));
    closeSync(answer);
    return count;
  } catch {
    return 0;
  }
}
