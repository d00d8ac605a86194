import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '#core/base/assert.ts';
import { listPrintJobs, printAgain, type PrintJobListing } from '#core/ipc/printing-channels.ts';
import { printSheet } from '#core/ipc/sheet-channels.ts';
import type { EncounterId } from '#core/domain/encounter.ts';
import { createQueue } from '../../../electron/shell/print-queue.ts';
import { call, type Office } from '../../routes/office.ts';
import { officeWithVisit, personOrder } from '../../routes/visits.ts';
import { type Queue, startQueue } from '../../support/queue.ts';

/** What a printer can do to a sheet. Each leaves the printer as it found it. */
export const faults = ['absent', 'stopped', 'rejecting', 'vanishing'] as const;
export type Fault = (typeof faults)[number];

/** Routes and store as in the application, in front of a real queue; only the drawing is made up. */
export type PrintingPlace = {
  readonly office: Office;
  readonly visit: EncounterId;
  readonly queue: Queue;
  readonly print: () => Promise<string>;
  readonly close: () => void;
};

/** Unlikely words on every sheet. */
export const canary = 'quonsetbraid';

export async function openPrintingPlace(folder: string): Promise<PrintingPlace> {
  const spot = join(folder, 'queue');
  mkdirSync(spot, { recursive: true });
  const queue = await startQueue(spot);
  const press = {
    ...createQueue({ ...process.env, ...queue.env }),
    draw: async () => ({ bytes: Buffer.from(`%PDF-1.4 ${canary}\n`.repeat(400)), pages: 1 }),
  };
  const { office, id: visit } = await officeWithVisit(join(folder, 'vault'), press);
  return {
    office,
    visit,
    queue,
    async print() {
      const reply = await call(office, printSheet, personOrder(visit));
      return reply.ok ? 'sent' : reply.error.kind;
    },
    close() {
      office.desk.vault.lock();
      queue.stop();
    },
  };
}

/**
 * Prints one sheet on a printer that fails in this way, mends the printer, and prints again what was kept.
 *
 * @returns what went wrong, or nothing: the sheet came out once, and nothing of it is left anywhere
 */
export async function surviveFault(
  place: PrintingPlace,
  fault: Fault,
  round: number,
): Promise<string | undefined> {
  try {
    return await meetFault(place, fault, round);
  } finally {
    mend(place.queue);
  }
}

async function meetFault(
  { office, visit, queue, print }: PrintingPlace,
  fault: Fault,
  round: number,
): Promise<string | undefined> {
  const before = queue.printedJobs().length;
  const expected = await failing[fault](queue, print, round % 2 === 1);
  const jobs = async () => {
    const reply = await call(office, listPrintJobs, { encounterId: visit });
    assert(reply.ok, 'the gate is open');
    return reply.value;
  };
  const [kept, ...more] = await untilSettled(office, jobs);
  if (kept?.state.kind !== 'kept' || more.length > 0)
    return `${fault}: the order is lost: ${JSON.stringify([kept, ...more])}`;
  if (kept.state.problem?.kind !== expected)
    return `${fault}: said to be ${String(kept.state.problem?.kind)}`;
  if (queue.printedJobs().length !== before) return `${fault}: came out all the same`;
  if (inQueue(queue) > 0) return `${fault}: the queue still has it`;

  mend(queue);
  if (kept.state.mayBeOut) {
    const unseen = await call(office, printAgain, { id: kept.id, tray: 'not-looked' });
    if (unseen.ok || unseen.error.kind !== 'LookFirst') return `${fault}: nobody looked first`;
  }
  const twice = await Promise.all([
    call(office, printAgain, { id: kept.id, tray: 'empty' }),
    call(office, printAgain, { id: kept.id, tray: 'empty' }),
  ]);
  if (twice.filter((reply) => reply.ok).length !== 1) return `${fault}: printed twice, or not`;
  if ((await untilSettled(office, jobs)).length > 0) return `${fault}: something is left waiting`;
  const printed = queue.printedJobs().length - before;
  return printed === 1 ? undefined : `${fault}: came out ${printed} times`;
}

/**
 * Brings a printer to fail and a sheet to meet that, before it is sent or while it is printed.
 * Resolves with what should be said of it.
 */
const failing: Readonly<
  Record<Fault, (queue: Queue, print: () => Promise<string>, isMidway: boolean) => Promise<string>>
> = {
  async absent(queue, print) {
    queue.removePrinter();
    await print();
    return 'NoPrinter';
  },
  async stopped(queue, print, isMidway) {
    if (isMidway) await beginSlowly(queue, print);
    queue.run('/usr/sbin/cupsdisable', 'tray');
    if (!isMidway) await print();
    return 'PrinterStopped';
  },
  async rejecting(queue, print) {
    queue.run('/usr/sbin/cupsreject', 'tray');
    await print();
    return 'PrinterClosed';
  },
  async vanishing(queue, print, isMidway) {
    if (isMidway) {
      await beginSlowly(queue, print);
      queue.removePrinter();
      return 'PrinterGone';
    }
    queue.setMood('breaks');
    await print();
    return 'PrinterStopped';
  },
};

/** The device has begun with the sheet and dawdles. */
async function beginSlowly(queue: Queue, print: () => Promise<string>): Promise<void> {
  const before = queue.jobNames().length;
  queue.setMood('slow');
  await print();
  while (queue.jobNames().length === before) await sleep(20);
}

function mend(queue: Queue): void {
  queue.setMood('well');
  queue.addPrinter();
  queue.run('/usr/sbin/cupsenable', 'tray');
  queue.run('/usr/sbin/cupsaccept', 'tray');
}

/** Looks as often as the application would, until nothing is on its way any more. */
async function untilSettled(
  office: Office,
  jobs: () => Promise<readonly PrintJobListing[]>,
): Promise<readonly PrintJobListing[]> {
  for (let looks = 0; looks < 100; looks += 1) {
    const found = await jobs();
    if (found.every(({ state }) => state.kind === 'kept')) return found;
    await office.book.look();
    await sleep(50);
  }
  return jobs();
}

function inQueue(queue: Queue): number {
  return queue.run('lpstat', '-o').split('\n').filter(Boolean).length;
}

/** Documents that lie in the spool; the queue's own control files say when, not what. */
export function documentsIn({ spool }: Queue): readonly string[] {
  return readdirSync(spool).filter((name) => name.startsWith('d'));
}
