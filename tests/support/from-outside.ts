import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { dotsOnScreen } from './screen.ts';

/** Milliseconds of the machine's one clock that only goes forward, the same in every process. */
export const monotonicMs = () => Number(process.hrtime.bigint() / 1_000n) / 1_000;

/** Dots of a virtual screen by which one picture is told from another. */
export type Telling = readonly { readonly dot: number; readonly colour: number }[];

/** Some dots, spread over the screen, in which `next` differs from `before`. */
export function tellingDots(before: Uint32Array, next: Uint32Array, count = 150): Telling {
  const all = [...next.keys()].filter((dot) => next[dot] !== before[dot]);
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, at) => at % step === 0).map((dot) => ({ dot, colour: next[dot] ?? 0 }));
}

/**
 * Watches the glass, as somebody in the room does, until a picture stands there.
 *
 * @returns when, or undefined when it did not come in time
 */
export async function whenShown(
  folder: string,
  telling: Telling,
  timeoutMs: number,
): Promise<number | undefined> {
  const file = openSync(join(folder, 'Xvfb_screen0'), 'r');
  try {
    const from = fstatSync(file).size - dotsOnScreen * 4;
    const one = Buffer.alloc(4);
    const isThere = () =>
      telling.every(({ dot, colour }) => {
        readSync(file, one, 0, 4, from + dot * 4);
        return one.readUInt32LE() === colour;
      });
    const until = monotonicMs() + timeoutMs;
    while (monotonicMs() < until) {
      if (isThere()) return monotonicMs();
      await new Promise((passed) => setTimeout(passed, 1));
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}
