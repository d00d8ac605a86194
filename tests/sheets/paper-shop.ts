import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '#core/base/assert.ts';
import {
  previewPublicSheet,
  previewSheet,
  printPublicSheet,
  PublicSheetOrder,
  saveSheet,
} from '#core/ipc/sheet-channels.ts';
import { SheetOrder } from '#core/ipc/sheet-order.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import type { Sheet } from '#core/sheet/sheet.ts';
import { askerOf } from '../support/ask.ts';
import { launch, type Running } from '../support/launch.ts';
import { touch } from '../support/touch.ts';
import { facility } from '../support/people.ts';
import { type Queue, startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';
import { holdVisits, stand } from './made-up-visits.ts';
import type { About, Known, Ware } from './wares.ts';

/** A sheet of paper as a file, and what should stand on it. */
export type Made = {
  readonly sheet: Sheet;
  readonly file: string;
  readonly mustSay: readonly string[];
};

export type PaperShop = {
  readonly running: Running;
  readonly make: Make;
  readonly close: () => Promise<void>;
};

type Make = (ware: Ware, language: string, format?: Format) => Promise<Made>;

/** A desk with a printer, a folder that sheets are saved into, and visits that they are about. */
type Workplace = {
  readonly running: Running;
  readonly queue: Queue;
  readonly saved: string;
  readonly known: Known;
};

/** The real application with visits in which everything was written. */
export async function openPaperShop(folder: string, filed: string): Promise<PaperShop> {
  const saved = join(folder, 'saved');
  for (const name of [saved, filed]) mkdirSync(name, { recursive: true });
  const queue = await startQueue(join(folder, 'queue'));
  const running = await launch(join(folder, 'profile'), { env: queue.env });
  const close = async () => {
    await running.close();
    queue.stop();
  };
  const known = await prepare(running, saved).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { running, make: makerAt({ running, queue, saved, known }, filed), close };
}

/** Makes each sheet by the calls that the application's pages make, and files it in a folder. */
export function makerAt({ running, queue, saved, known }: Workplace, filed: string): Make {
  const ask = askerOf(running.page);
  /** What the desk stands at. Each way there is a line of the log, on the disk before it is answered. */
  let standing: About | undefined;

  /** What a call brings out of the printer, one paper or more; the last of them is the one that is filed. */
  async function printed(call: () => Promise<Sheet>): Promise<{ sheet: Sheet; paper: string }> {
    const before = queue.printedJobs().length;
    const sheet = await call();
    while (queue.printedJobs().length === before) await sleep(20);
    while (queue.run('lpstat', '-o').trim() !== '') await sleep(20);
    return { sheet, paper: queue.papers().at(-1) ?? '' };
  }

  async function printPublic(order: PublicSheetOrder): Promise<Sheet> {
    await ask(printPublicSheet, order);
    return ask(previewPublicSheet, order);
  }

  return async (ware, language, format = plainFormat) => {
    // A hand on the keys, as there is while sheets are made: a desk left alone covers itself.
    await touch(running);
    if (ware.about !== standing) await stand(ask, known, ware.about);
    if (ware.about !== 'nobody') standing = ware.about;
    const file = fileOf(filed, ware, language, format);
    const { how } = ware;
    const mustSay = how.kind === 'asked' ? how.mustSay : [];
    let sheet: Sheet;
    if (how.kind === 'saved') {
      const order = SheetOrder.parse({ ...how.order(known), language, format });
      sheet = await ask(previewSheet, order);
      await ask(saveSheet, order);
      const [only = ''] = readdirSync(saved);
      renameSync(join(saved, only), file);
    } else {
      const out = await printed(() =>
        how.kind === 'asked'
          ? how.call(ask, format)
          : printPublic(PublicSheetOrder.parse({ ...how.order, language, format })),
      );
      ({ sheet } = out);
      renameSync(out.paper, file);
    }
    assert(readFileSync(file).length > 1_000, 'a document was made');
    return { sheet, file, mustSay };
  };
}

/** Where a sheet is filed; one that is not on the usual paper says on which. */
export function fileOf(
  folder: string,
  { name }: Ware,
  language: string,
  { size, isLarge }: Format,
): string {
  const paper = size === plainFormat.size ? '' : `-${size}`;
  return join(folder, `${name}-${language}${paper}${isLarge ? '-large' : ''}.pdf`);
}

async function prepare(running: Running, saved: string): Promise<Known> {
  const quietly = async () => {};
  await walk.setUp(running.page(), facility, quietly);
  await walk.allowSaving(running.page(), saved, quietly);
  return holdVisits(askerOf(running.page));
}
