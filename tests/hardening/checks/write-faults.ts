import type { Check } from '../check.ts';
import { runWorker } from '../disk/run-worker.ts';
import { withScratch } from '../disk/sample.ts';

/** Every point of every deed in three ways; there are more than this. */
const atFull = 300;

export const check: Check = {
  name: 'write-faults',
  atFull,
  run: (count) =>
    withScratch(async (scratch) => {
      const share = Math.min(100, Math.max(2, (count / atFull) * 100));
      const { code, said } = await runWorker(['faults', scratch, String(share)], {
        watch: scratch,
      });
      const tries = said.filter((line) => line.startsWith('tried '));
      const failures = tries.filter((line) => line.includes('FAILED'));
      for (const line of failures.slice(0, 20)) console.error(line);
      const isRefused = (line: string) => !line.includes(': ok, ');
      return {
        tried: tries.length,
        failed: failures.length + (code === 0 ? 0 : 1),
        figures: { refusedWithAMessage: tries.filter(isRefused).length - failures.length },
      };
    }),
};
