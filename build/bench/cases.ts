// Speed with many cases: a list of 10,000, a case with 200 visits, and the steps of a visit.
import { join } from 'node:path';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { commit } from '../../electron/vault/database.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter, closeEncounter } from '../../electron/vault/repositories/encounter.ts';
import { createVault, type VaultSession } from '../../electron/vault/vault.ts';
import { addEntry } from '../../electron/vault/repositories/case-entry.ts';
import { CaseEntryId } from '#core/domain/case-entry.ts';
import { CaseId, emptyDraft, EncounterId, type VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { answeredDraft } from './answered-draft.ts';
import { password, sessionOf, setUp, signInName } from './bench-vault.ts';
import { provenSheets } from './recovery-sheets.ts';
import { painted, press, pressAndSee, run, signIn, until } from './hands.ts';
import { type BenchRow, limitedRow, unlimitedRow } from './rows.ts';
import { pause, type Running, start } from './running.ts';

const caseCount = 10_000;
const longCaseVisits = 200;
/** Names in the list; the long case has one that no other has. */
const longCaseName = 'Zwartkiosk';
const firstNames = ['Amaru', 'Biserka', 'Chidi', 'Dagny', 'Elzbieta', 'Farid', 'Gudrun', 'Hamida'];

/** The rows of the table that are about many cases, measured once: each figure is the worst of many. */
export async function benchCases(profile: string, root: string): Promise<readonly BenchRow[]> {
  const vault = createVault(join(profile, 'vault'), systemClock, createIdSource(systemClock));
  await setUp(vault);
  await provenSheets(sessionOf(vault), join(profile, 'vault'));
  fillWithCases(sessionOf(vault));
  vault.lock();
  const running = await start(root, profile);
  const times = await measureCases(running);
  await running.stop();
  return [
    limitedRow('a step change of a visit painted, 95th percentile', times.stepMs, 50),
    limitedRow('a case with 200 visits opened', times.openCaseMs, 150),
    limitedRow('the longest frame while 10,000 cases are scrolled', times.scrollFrameMs, 50),
    limitedRow('a search among 10,000 cases painted, the slowest', times.searchMs, 50),
    limitedRow('10,000 cases to look for, until their list is painted', times.firstListMs, 150),
    unlimitedRow('the index of 10,000 names whole, made in the background', times.indexMs),
  ];
}

const english = LanguageTag.parse('en');

/** Fills a store that was just made. The case with many visits is the one that was seen last. */
function fillWithCases(session: VaultSession): void {
  const ids = createIdSource(systemClock);
  const add = (caseId: CaseId, draft: VisitDraft) => {
    const id = EncounterId.parse(ids.next());
    const startedAt = systemClock.now();
    addEncounter(session, { id, caseId, state: 'draft', startedAt }, draft);
    const entryId = CaseEntryId.parse(ids.next());
    const content = { kind: 'visit-begun', encounterId: id };
    addEntry(session, caseId, 'record', { id: entryId, at: startedAt, content });
    closeEncounter(session, id);
  };
  commit(session.database, () => {
    for (let number = 0; number < caseCount; number += 1) {
      const caseId = CaseId.parse(ids.next());
      addCaseFile(session, caseId, EncounterId.parse(ids.next()), systemClock.now());
      const name = firstNames[number % firstNames.length] ?? '';
      add(caseId, { ...emptyDraft(english), alias: `${name} ${number}` });
    }
  });
  commit(session.database, () => {
    const caseId = CaseId.parse(ids.next());
    addCaseFile(session, caseId, EncounterId.parse(ids.next()), systemClock.now());
    for (let visit = 0; visit < longCaseVisits; visit += 1)
      add(caseId, { ...answeredDraft, alias: longCaseName });
  });
}

type CaseTimes = {
  /** The longest of all frames while the list is scrolled from end to end. */
  readonly scrollFrameMs: number;
  /** From the last letter to the list that shows what was found, the slowest of several. */
  readonly searchMs: number;
  /** From the answer that only staff can see to the first rows of the list. */
  readonly firstListMs: number;
  /** From there until every name can be found. */
  readonly indexMs: number;
  readonly openCaseMs: number;
  /** From the press to the next step painted; the slowest in twenty. */
  readonly stepMs: number;
};

/** Measures on the real application, signed in and at home, with the store of `fillWithCases`. */
async function measureCases(running: Running): Promise<CaseTimes> {
  await signIn(running, signInName, password);
  await run(running, until(`document.querySelectorAll('.long-list li').length > 3`));
  const scrollFrameMs = Number(await run(running, scroll));
  await run(running, press('Find a visit'));
  await run(running, until(`document.querySelector('h1')?.textContent.startsWith('Can only')`));
  const firstListMs = Number(
    await run(
      running,
      pressAndSee(
        'Yes, only staff',
        `document.getElementById('find-words') !== null && document.querySelectorAll('.long-list li button').length > 3`,
      ),
    ),
  );
  const confirmedAt = performance.now();
  // The index is built in the background; the search is measured when it is whole.
  for (;;) {
    await run(running, type(`Zwart${Math.random() < 0.5 ? '' : 'k'}`, '/ found/'));
    const text = String(await run(running, `document.querySelector('output.note').textContent`));
    if (!text.includes('still looking')) break;
    await pause(500);
  }
  const indexMs = performance.now() - confirmedAt;
  const searches: number[] = [];
  for (const word of ['Amaru', 'Bis', 'Dagny 77', 'Farid', 'ham', 'elz', longCaseName])
    searches.push(Number(await run(running, type(word, '/ found/'))));
  await run(running, until(`document.querySelectorAll('.long-list li').length === 1`));
  const openCaseMs = Number(
    await run(
      running,
      pressAndSee('Look back', `document.querySelector('h1')?.textContent === '${longCaseName}'`),
    ),
  );
  await run(running, press('Next visit'));
  await run(running, until(`document.querySelector('h1')?.textContent.startsWith('Is it just')`));
  await run(running, press('Yes, just us'));
  await run(running, until(`!document.querySelector('h1')?.textContent.startsWith('Is it just')`));
  const steps = new Array<number>();
  while (steps.length < 20) {
    const forth = await run(running, stepOn);
    if (typeof forth === 'number') steps.push(forth);
    const back = await run(running, stepBack);
    if (typeof back === 'number') steps.push(back);
  }
  const sorted = steps.toSorted((one, other) => one - other);
  return {
    scrollFrameMs,
    searchMs: Math.max(...searches),
    firstListMs,
    indexMs,
    openCaseMs,
    stepMs: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN,
  };
}

/** Types a whole word at once and waits for the first frame that says how many were found. */
function type(word: string, found: string): string {
  return `new Promise((done) => {
    const field = document.getElementById('find-words');
    const shown = () => document.querySelector('output.note').textContent + document.querySelectorAll('.long-list li').length + document.querySelector('.long-list').textContent;
    const set = (text) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set('qqqqqqqq');
    setTimeout(() => requestAnimationFrame(() => setTimeout(() => {
      const old = shown();
      const before = performance.now();
      const look = () => (shown() !== old && ${found}.test(shown()) ? ${painted}(() => done(performance.now() - before)) : requestAnimationFrame(look));
      set(${JSON.stringify(word)});
      requestAnimationFrame(look);
    })), 300);
  })`;
}

/** Scrolls from the top to the bottom in 240 frames; what counts is the longest of them. */
const scroll = `new Promise((done) => {
  const page = document.querySelector('.page');
  let longest = 0, last = performance.now(), frame = 0;
  const step = (now) => {
    if (frame > 2) longest = Math.max(longest, now - last);
    last = now;
    frame += 1;
    page.scrollTop = (page.scrollHeight * frame) / 240;
    if (frame < 240) requestAnimationFrame(step);
    else done(longest);
  };
  requestAnimationFrame(step);
})`;

const stepOn = stepBy('Continue');
const stepBack = stepBy('Back');

/** A step that needs an answer first gets the first one there is; then it is no measurement. */
function stepBy(name: string): string {
  return `new Promise((done) => {
    const button = [...document.querySelectorAll('.page__actions button')].find((b) => b.textContent.trim() === '${name}');
    if (button === undefined) return done(undefined);
    const old = document.querySelector('h1').textContent;
    requestAnimationFrame(() => setTimeout(() => {
      const before = performance.now();
      let frames = 0;
      const look = () => {
        frames += 1;
        if (document.querySelector('h1').textContent !== old)
          ${painted}(() => done(performance.now() - before));
        else if (frames > 60) { document.querySelector('input[type=radio]')?.click(); done(undefined); }
        else requestAnimationFrame(look);
      };
      button.click();
      requestAnimationFrame(look);
    }));
  })`;
}
