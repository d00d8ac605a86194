// What a sheet costs beside a bare printToPDF of the same finished page, in the same program.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CaseId, emptyDraft, EncounterId } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { newOutcome } from '#core/domain/outcome.ts';
import { plainFormat } from '#core/sheet/paper.ts';
import { loadPack } from '../../electron/packs/load-pack.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { commit } from '../../electron/vault/database.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter } from '../../electron/vault/repositories/encounter.ts';
import { readFacility, writeFacility } from '../../electron/vault/repositories/facility.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { password, sessionOf, setUp, signInName } from './bench-vault.ts';
import { press, signIn, until } from './hands.ts';
import { provenSheets } from './recovery-sheets.ts';
import { type BenchRow, median, row } from './rows.ts';
import { pause, type Running, start } from './running.ts';

/** One language for each way of writing. */
const languages = ['en', 'ar', 'ur', 'ti', 'bn', 'pa', 'th', 'zh-Hans', 'hi', 'ru', 'vi'];
const helper = 'contact.fi-nollalinja';
/** The finished page as a file among the built ones: no other address is answered. */
const finishedPage = 'finished-for-the-bench.html';

export async function paperRows(
  profile: string,
  root: string,
  pairs: number,
): Promise<readonly BenchRow[]> {
  const saved = join(profile, 'saved');
  mkdirSync(saved, { recursive: true });
  const encounterId = await makeVisit(profile, root, saved);
  const running = await start(root, profile, true);
  const finished = join(root, 'out/renderer', finishedPage);
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

/** A store with one open visit whose last step is the sheets, and a rule to save them. */
async function makeVisit(profile: string, root: string, saved: string): Promise<string> {
  const ids = createIdSource(systemClock);
  const vault = createVault(join(profile, 'vault'), systemClock, ids);
  await setUp(vault);
  const session = sessionOf(vault);
  await provenSheets(session, join(profile, 'vault'));
  const pack = loadPack(join(root, 'content/base'), systemClock);
  if (!pack.ok) throw new Error('The pack is not in order');
  const [id, caseId] = [EncounterId.parse(ids.next()), CaseId.parse(ids.next())];
  const startedAt = systemClock.now();
  const draft = {
    ...emptyDraft(LanguageTag.parse('en')),
    step: 'sheets' as const,
    outcome: newOutcome('refer'),
  };
  commit(session.database, () => {
    writeFacility(session.database, {
      ...readFacility(session.database),
      saving: { kind: 'folder', folder: saved },
      enabledDrafts: pack.value.manifest.languages.map(({ tag }) => tag),
    });
    addCaseFile(session, caseId, id, startedAt);
    addEncounter(session, { id, caseId, state: 'draft', startedAt }, draft);
  });
  vault.lock();
  return id;
}

/** The first sheet after it was looked at, beside a new window with the finished page. */
async function firstRows(shop: Shop, pairs: number): Promise<readonly BenchRow[]> {
  const [ours, bare] = [new Array<number>(), new Array<number>()];
  const order = information(shop, 'en');
  await finish(shop, order);
  for (let pair = 0; pair < pairs; pair += 1) {
    await shop.running.evaluateMain(closePaper);
    await ask(shop, 'sheet.preview', order);
    // As long as somebody looks at a sheet at the least.
    await pause(1_500);
    ours.push(await save(shop, order));
    bare.push(Number(await shop.running.evaluateMain(openBare)));
  }
  return [
    row({
      what: 'the first sheet, beside a new window with the finished page',
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
    await shop.running.evaluateMain(openBare);
    const [ours, bare] = [new Array<number>(), new Array<number>()];
    for (let pair = 0; pair < pairs; pair += 1) {
      ours.push(await save(shop, order));
      bare.push(Number(await shop.running.evaluateMain(printBare)));
    }
    rows.push(
      row({
        what: `a sheet in ${language} beside a bare print of its finished page`,
        unit: 'ms',
        quietroom: median(ours),
        compared: median(bare),
        limit: '1.3 times',
        isMet: (a, b) => a / b <= 1.3,
        pairs,
      }),
    );
  }
  return rows;
}

/** Forty cards, as a page of ten in four copies, beside a page with a single one. */
async function cardRow(shop: Shop, pairs: number): Promise<BenchRow> {
  const card = (layout: string, format: object) => ({
    ...information(shop, 'en'),
    wanted: { form: 'card', codeWord: 'ladybird', layout },
    format: { ...plainFormat, ...format },
  });
  const [many, one] = [card('ten', { copies: 4 }), card('folded', { size: 'A5' })];
  const [ours, single] = [new Array<number>(), new Array<number>()];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const [manyMs, oneMs] = [await save(shop, many), await save(shop, one)];
    // The first of each brings letters that the others have.
    if (pair === 0) continue;
    ours.push(manyMs);
    single.push(oneMs);
  }
  return row({
    what: 'forty cards beside a single one',
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
    times.push(Number(await running.evaluate(choose(language))));
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

const Timed = z.object({ ms: z.number(), reply: z.looseObject({ ok: z.boolean() }) });

/** @returns how long the page waited for the answer, in ms */
async function ask({ running }: Shop, channel: string, request: object): Promise<number> {
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
  rmSync(shop.saved, { recursive: true });
  mkdirSync(shop.saved);
  return ms;
}

async function see(running: Running, condition: string): Promise<void> {
  await running.evaluate(until(`(${condition})`));
}

/** Makes a sheet, and leaves its finished page, as it stood when it was printed, as a file. */
async function finish(shop: Shop, order: object): Promise<void> {
  await ask(shop, 'sheet.preview', order);
  await pause(1_500);
  await shop.running.evaluateMain(keepFinished);
  await save(shop, order);
  const page = String(await shop.running.evaluateMain(`globalThis.finishedPage`));
  writeFileSync(shop.finished, `<!doctype html>${page.replaceAll(/<script[^>]*><\/script>/g, '')}`);
}

// What follows is run in the main process.

const paperWindow = `electron.BrowserWindow.getAllWindows().find((each) =>
  each.webContents.getURL().endsWith('/paper.html'))`;
const options = `{ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }`;

const closePaper = `${paperWindow}?.destroy()`;

/** At the next print the page is read as it stands, once. */
const keepFinished = `{
  const { webContents } = ${paperWindow};
  const print = webContents.printToPDF;
  webContents.printToPDF = async (...given) => {
    delete webContents.printToPDF;
    globalThis.finishedPage = await webContents.executeJavaScript('document.documentElement.outerHTML');
    return print.apply(webContents, given);
  };
}`;

/** A window as the one that draws sheets, with the finished page: how long until it is printed. */
const openBare = `{
  globalThis.bareWindow?.destroy();
  const { session } = ${paperWindow}.webContents;
  const before = performance.now();
  const bare = new electron.BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
  globalThis.bareWindow = bare;
  await bare.loadURL('app://quietroom/${finishedPage}');
  await bare.webContents.printToPDF(${options});
  return performance.now() - before;
}`;

const printBare = `{
  const before = performance.now();
  await globalThis.bareWindow.webContents.printToPDF(${options});
  return performance.now() - before;
}`;

// And this in the page.

function choose(language: string): string {
  return `new Promise((done) => {
    const card = document.querySelector('section[aria-label="For the person"]');
    const field = [...card.querySelectorAll('select')].find((each) => each.querySelector('option[value="ur"]'));
    const before = performance.now();
    const look = () => {
      if (card.querySelector('article[lang="${language}"]') === null) return requestAnimationFrame(look);
      void document.fonts.ready.then(() => requestAnimationFrame(() => done(performance.now() - before)));
    };
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(field, '${language}');
    field.dispatchEvent(new Event('change', { bubbles: true }));
    requestAnimationFrame(look);
  })`;
}
