import { join } from 'node:path';
import { findTexts } from '../../support/folder.ts';
import type { Check } from '../check.ts';
import { withScratch } from '../disk/sample.ts';
import {
  canary,
  documentsIn,
  faults,
  openPrintingPlace,
  surviveFault,
} from '../printing/faults.ts';

/** Share of the tries in which the printer fails; in the others it prints, and leaves nothing behind. */
const faulty = 80 / 180;

/** What the printer of the tests puts out: the last sheet, and each by its job. */
const cameOut = /[\\/]queue[\\/]paper(-\d+)?\.pdf$/;

/** Printers that fail, 20 each, and 100 jobs that do not: none lost, none twice, none left lying. */
export const check: Check = {
  name: 'print-faults',
  atFull: 180,
  run: (count) =>
    withScratch(async (folder) => {
      const place = await openPrintingPlace(folder);
      const problems: string[] = [];
      const rounds = Math.ceil((count * faulty) / faults.length);
      try {
        for (let round = 0; round < rounds; round += 1) {
          for (const fault of faults) {
            const problem = await surviveFault(place, fault, round);
            if (problem !== undefined) problems.push(problem);
          }
        }
        const jobs = Math.max(1, count - rounds * faults.length);
        problems.push(...(await printPlainly(place, folder, jobs)));
        for (const problem of problems) console.error(problem);
        return {
          tried: rounds * faults.length + jobs,
          failed: problems.length,
          figures: { faults: rounds * faults.length, plainJobs: jobs },
        };
      } finally {
        place.close();
      }
    }),
};

async function printPlainly(
  { print, queue, office }: Awaited<ReturnType<typeof openPrintingPlace>>,
  folder: string,
  jobs: number,
): Promise<readonly string[]> {
  const before = queue.printedJobs().length;
  for (let job = 0; job < jobs; job += 1) {
    const said = await print();
    if (said !== 'sent') return [`a ready printer: ${said}`];
  }
  for (let looks = 0; looks < 200; looks += 1) {
    await office.book.look();
    if (queue.printedJobs().length - before >= jobs) break;
  }
  await office.book.look();
  const names = new Set(queue.jobNames());
  const left = findTexts(folder, [canary]).filter((file) => !cameOut.test(file));
  return [
    ...(queue.printedJobs().length - before === jobs ? [] : ['not every job came out once']),
    ...(names.size === 1 && names.has('Document') ? [] : [`names: ${[...names].join()}`]),
    ...(documentsIn(queue).length === 0 ? [] : ['documents lie in the spool']),
    ...left.map((file) => `words are left in ${join(folder, file)}`),
  ];
}
