// What a sheet costs beside a bare printToPDF of the same finished page, in the same program.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { plainFormat } from '#core/sheet/paper.ts';
import { password, signInName } from './bench-vault.ts';
import { press, signIn, until } from './hands.ts';
import * as say from './paper-expressions.ts';
import { makeVisit } from './paper-visit.ts';
import { type BenchRow, median, row } from './rows.ts';
import { pause, type Running, start } from './running.ts';

// A sheet is drawn while somebody looks at it (docs/adr/0022). Two things are told apart:
//
// - the press: from the press on Save until the file lies there. Behind it the sheet is composed anew,
//   the ledger is asked, the line of the log is synced to the disk, and then the file. The bare print of
//   the same finished page is written and synced as a file too, pair by pair in the same program: then
//   both begin with a page that stands there and end with a file that outlives a power cut.
// - the drawing, which nobody waits for: from the moment at which the hidden page is told of a sheet until
//   there is a PDF, nothing of it made before, beside the bare print alone. It has no limit.

/** One language for each way of writing. */
const languages = ['en', 'ar', 'ur', 'ti', 'bn', 'pa', 'th', 'zh-Hans', 'hi', 'ru', 'vi'];
const helper = 'contact.fi-nollalinja';

export async function paperRows(
  profile: string,
  root: string,
  pairs: number,
): Promise<readonly BenchRow[]> {
  const saved = join(profile, 'saved');
  mkdirSync(saved, { recursive: true });
  const encounterId = await makeVisit(profile, root, saved);
  const running = await start(root, profile, true);
  const finished = join(root, 'out/renderer', say.finishedPage);
  try {
    await signIn(running, signInName, password);
    for (const name of ['Go on', 'Yes, just us']) {
      await see(
        running,
        `[...document.querySelectorAll('button')].some((each) => each.textContent.trim() === '${name}')`,
      );
      await running.evaluate(press(name));
    }
    await see(running, `document.querySelector('section[aria-label="For the person"] article')`);
    const shop: Shop = { running, saved, finished, encounterId };
    return [
      ...(await firstRows(shop, pairs)),
      ...(await warmRows(shop, pairs)),
      await cardRow(shop, pairs),
      await previewRow(shop),
    ];
  } finally {
    await running.stop();
    rmSync(finished, { force: true });
  }
}

type Shop = {
  readonly running: Running;
  readonly saved: string;
  readonly finished: string;
  readonly encounterId: string;
};

/** The first sheet after it was looked at, beside a new window with the finished page. */
async function firstRows(shop: Shop, pairs: number): Promise<readonly BenchRow[]> {
  const [ours, bare] = [new Array<number>(), new Array<number>()];
  const order = information(shop, 'en');
  await finish(shop, order);
  for (let pair = 0; pair < pairs; pair += 1) {
    await shop.running.evaluateMain(say.closePaper);
    await forget(shop);
    await ask(shop, 'sheet.preview', order);
    // As long as somebody looks at a sheet at the least.
    await pause(1_500);
    ours.push(await save(shop, order));
    bare.push(Number(await shop.running.evaluateMain(say.openBare)));
  }
  return [
    row({
      what: 'the first press, beside a new window with the finished page',
      unit: 'ms',
      quietroom: median(ours),
      compared: median(bare),
      limit: '1.5 times',
      isMet: (a, b) => a / b <= 1.5,
      pairs,
    }),
  ];
}

async function warmRows(shop: Shop, pairs: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const language of languages) {
    const order = information(shop, language);
    await finish(shop, order);
    await shop.running.evaluateMain(say.openBare);
    await shop.running.evaluateMain(say.watchDrawings);
    const ours = { drawing: new Array<number>(), press: new Array<number>() };
    const bare = { print: new Array<number>(), file: new Array<number>() };
    for (let pair = 0; pair < pairs; pair += 1) {
      ours.drawing.push(await drawAnew(shop, order));
      ours.press.push(await save(shop, order));
      const { printMs, fileMs } = Bare.parse(
        await shop.running.evaluateMain(say.printBareTo(join(shop.saved, 'bare.pdf'))),
      );
      bare.print.push(printMs);
      bare.file.push(fileMs);
      clear(shop);
    }
    rows.push(
      row({
        what: `${language}: the press, beside a bare print into a file`,
        unit: 'ms',
        quietroom: median(ours.press),
        compared: median(bare.file),
        limit: '1.3 times',
        isMet: (a, b) => a / b <= 1.3,
        pairs,
      }),
      row({
        what: `${language}: drawn before, beside the bare print`,
        unit: 'ms',
        quietroom: median(ours.drawing),
        compared: median(bare.print),
        limit: 'none',
        isMet: () => true,
        pairs,
      }),
    );
  }
  return rows;
}

/**
 * Forty cards, beside a single one, each looked at before. Forty are a page of ten in four copies: a
 * printer makes copies of what it gets.
 */
async function cardRow(shop: Shop, pairs: number): Promise<BenchRow> {
  const card = (layout: string, format: object) => ({
    ...information(shop, 'en'),
    wanted: { form: 'card', codeWord: 'ladybird', layout },
    format: { ...plainFormat, ...format },
  });
  const [many, one] = [card('ten', { copies: 4 }), card('folded', { size: 'A5' })];
  const [ours, single] = [new Array<number>(), new Array<number>()];
  await shop.running.evaluateMain(say.watchDrawings);
  for (let pair = 0; pair < pairs; pair += 1) {
    await drawAnew(shop, many);
    ours.push(await save(shop, many));
    await drawAnew(shop, one);
    single.push(await save(shop, one));
  }
  return row({
    what: 'the press for forty cards, beside that for a single one',
    unit: 'ms',
    quietroom: median(ours),
    compared: median(single),
    limit: '1.5 times',
    isMet: (a, b) => a / b <= 1.5,
    pairs,
  });
}

/** From the choice of another language to its sheet on the screen, with its letters; the slowest. */
async function previewRow({ running }: Shop): Promise<BenchRow> {
  const times = new Array<number>();
  for (const language of languages.toReversed())
    times.push(Number(await running.evaluate(say.choose(language))));
  return row({
    what: 'the sheet in another language on the screen, the slowest',
    unit: 'ms',
    quietroom: Math.max(...times),
    compared: undefined,
    limit: '150 ms',
    isMet: (a) => a <= 150,
    pairs: times.length,
  });
}

function information({ encounterId }: Shop, language: string) {
  const wanted = { form: 'information' };
  return { kind: 'person', encounterId, helper, wanted, language, format: plainFormat };
}

const Bare = z.object({ printMs: z.number(), fileMs: z.number() });
const Timed = z.object({ ms: z.number(), reply: z.looseObject({ ok: z.boolean() }) });

/** @returns how long the page waited for the answer, in ms */
async function ask({ running }: Shop, channel: string, request: object | null): Promise<number> {
  const { ms, reply } = Timed.parse(
    await running.evaluate(`(async () => {
      const before = performance.now();
      const reply = await window.bridge.invoke('${channel}', ${JSON.stringify(request)});
      return { ms: performance.now() - before, reply: { ok: reply.ok, error: reply.error } };
    })()`),
  );
  if (!reply.ok) throw new Error(`${channel}: ${JSON.stringify(reply)}`);
  return ms;
}

async function save(shop: Shop, order: object): Promise<number> {
  const ms = await ask(shop, 'sheet.save', order);
  clear(shop);
  return ms;
}

function clear({ saved }: Shop): void {
  rmSync(saved, { recursive: true });
  mkdirSync(saved);
}

async function see(running: Running, condition: string): Promise<void> {
  await running.evaluate(until(`(${condition})`));
}

/** Leaves the finished page of a sheet, as it stood when it was printed, as a file. */
async function finish(shop: Shop, order: object): Promise<void> {
  await save(shop, order);
  await forget(shop);
  await shop.running.evaluateMain(say.keepFinished);
  await save(shop, order);
  const page = String(await shop.running.evaluateMain(`globalThis.finishedPage`));
  writeFileSync(shop.finished, `<!doctype html>${page.replaceAll(/<script[^>]*><\/script>/g, '')}`);
}

/** What was drawn ahead is thrown away, as when somebody comes in and goes again. */
async function forget(shop: Shop): Promise<void> {
  await ask(shop, 'encounter.armGate', null);
  await ask(shop, 'encounter.confirmAlone', { id: shop.encounterId });
}

/** Looks at a sheet until it is drawn. @returns how long the drawing took, in ms */
async function drawAnew(shop: Shop, order: object): Promise<number> {
  await forget(shop);
  await ask(shop, 'sheet.preview', order);
  for (;;) {
    const ms = await shop.running.evaluateMain(say.takeDrawing);
    if (typeof ms === 'number') return ms;
    await pause(20);
  }
}
