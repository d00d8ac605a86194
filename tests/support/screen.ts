import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A virtual screen of one's own that can be looked at from outside, as a person would. */
export type Screen = {
  /** The value of DISPLAY. */
  readonly display: string;
  /** One number for each dot, row by row. */
  readonly dots: () => Uint32Array;
  readonly stop: () => void;
};

export const dotsOnScreen = 1280 * 1024;

/** @param folder where the screen keeps its picture while it runs */
export async function openScreen(folder: string): Promise<Screen> {
  const words = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-ac', '-nolisten', 'tcp'];
  const server: ChildProcess = spawn('Xvfb', [...words, '-fbdir', folder], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((done, fail) => {
    server.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (number: Buffer) => done(`:${number.toString().trim()}`));
  });
  return {
    display,
    dots() {
      // The picture is an X window dump: a header whose length it begins with, a table of
      // colours, and then four bytes for each dot.
      const dump = readFileSync(join(folder, 'Xvfb_screen0'));
      const from = dump.length - dotsOnScreen * 4;
      const dots = new Uint32Array(dotsOnScreen);
      for (let dot = 0; dot < dotsOnScreen; dot += 1) dots[dot] = dump.readUInt32LE(from + dot * 4);
      return dots;
    },
    stop: () => void server.kill(),
  };
}

/** How many dots of two pictures differ. */
export function dotsThatDiffer(one: Uint32Array, other: Uint32Array): number {
  return one.reduce((count, dot, at) => (dot === other[at] ? count : count + 1), 0);
}
