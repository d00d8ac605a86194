// How soon every open screen shows that a yes was taken back, in the real window.
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { ConsentItem } from '#core/domain/consent.ts';
import { ContactId } from '#core/domain/contact.ts';
import { CaseId, emptyDraft, EncounterId, type VisitDraft } from '#core/domain/encounter.ts';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { noDangerAsked } from '#core/domain/safety.ts';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { commit } from '../../electron/vault/database.ts';
import { addCaseFile } from '../../electron/vault/repositories/case-file.ts';
import { addEncounter } from '../../electron/vault/repositories/encounter.ts';
import { consentRequest } from './consent-request.ts';
import {
  language,
  makeSignedOutProfile,
  openVault,
  password,
  signInName,
  unlock,
} from './bench-vault.ts';
import { painted, press, pressAndSee, run, signIn, until } from './hands.ts';
import { type BenchRow, row } from './rows.ts';
import { type Running, start } from './running.ts';

const tries = 15;
const limitMs = 100;
const recipient = ContactId.parse('contact.fi-nollalinja');

/** What stands on a screen while a yes is in force, and no longer when it was taken back. */
const views = {
  agreed: `[...document.querySelectorAll('button')].some((b) => b.textContent === 'They take it back')`,
  referral: `[...document.querySelectorAll('p > strong')].some((s) => s.textContent === 'prepared')`,
  // The preview is gone, and its button prints nothing any more.
  sheet: `(document.querySelector('[aria-label="For the helper"] article') !== null ||
    document.querySelector('[aria-label="For the helper"] [data-prints]:not(:disabled)') !== null)`,
} as const;

/** The slowest of many, from the call that takes the yes back to the first frame without it. */
export async function consentRows(profile: string, root: string): Promise<readonly BenchRow[]> {
  const visit = await visitWithYes(profile);
  const running = await start(root, profile);
  await signIn(running, signInName, password);
  await run(running, until(`document.querySelector('h1')?.textContent === 'Visits'`));
  await run(
    running,
    until(`[...document.querySelectorAll('button')].some((b) => b.textContent.trim() === 'Go on')`),
  );
  await run(running, press('Go on'));
  await run(running, until(heading('Is it just the two of you?')));
  await run(running, press('Yes, just us'));
  await run(running, until(heading('The first call')));

  const referral = await manyTimes(running, visit, views.referral);
  for (const next of ['A plan', 'An ordinary', 'How can we', 'What goes', 'Sheets']) {
    await run(running, press('Continue'));
    await run(running, until(heading(next)));
  }
  const sheet = await manyTimes(running, visit, views.sheet);
  for (let back = 0; back < 10; back += 1) {
    await run(running, press('Back'));
    await run(running, until('new Promise((d) => setTimeout(() => d(true), 60))'));
  }
  await run(running, until(heading('What does the person want now?')));
  await run(running, press('What they agreed to, and taking it back'));
  await run(running, until(heading('What they agreed to')));
  const agreed = await manyTimes(running, visit, views.agreed);
  await agree(running, visit);
  await run(running, until(views.agreed));
  await run(running, press('They take it back'));
  await run(running, until(heading('Take back the yes for')));
  const click = Number(await run(running, pressAndSee('Take it back now', heading('Taken back'))));
  await running.stop();
  return [
    shown('the referral under way, stopped', referral),
    shown('the preview of the sheet gone and its print button off', sheet),
    shown('the list of what was agreed', agreed),
    // The disk answers first: this is no screen that goes on showing what was taken back.
    { ...shown('from the click to the answer of the disk', [click]), limit: 'none', met: true },
  ];
}

function shown(what: string, times: readonly number[]): BenchRow {
  return row({
    what: `a yes taken back: ${what}, the slowest`,
    unit: 'ms',
    quietroom: Math.max(...times),
    compared: undefined,
    limit: `${limitMs} ms`,
    isMet: (ms) => ms <= limitMs,
    pairs: times.length,
  });
}

type Visit = { readonly id: EncounterId; readonly draft: VisitDraft };

/** A yes, a referral that rests on it, and then how long until neither is seen any more. */
async function manyTimes(running: Running, visit: Visit, view: string): Promise<readonly number[]> {
  const times: number[] = [];
  while (times.length < tries) {
    await agree(running, visit);
    await run(running, until(view));
    const withdraw = {
      encounterId: visit.id,
      recipient,
      purpose: 'referral',
      language,
      given: { how: 'pointed' },
    };
    const taken = await run(
      running,
      `new Promise((done, failed) => requestAnimationFrame(() => setTimeout(() => {
        const before = performance.now();
        const look = () => (${view} ? requestAnimationFrame(look) : ${painted}(() => done(performance.now() - before)));
        ${invoke('consent.withdraw', withdraw)}.then((reply) => reply.ok || failed(new Error(JSON.stringify(reply))));
        requestAnimationFrame(look);
      })))`,
    );
    times.push(Number(taken));
  }
  return times;
}

/** What the visit holds again, a yes to everything, and a referral that was just prepared. */
async function agree(running: Running, { id: encounterId, draft }: Visit): Promise<void> {
  const consent = consentRequest({ encounterId, recipient, seen: 0 });
  const steps = `(async () => {
    const say = async (asked) => { const reply = await asked; if (!reply.ok) throw new Error(JSON.stringify(reply)); return reply.value; };
    await say(${invoke('encounter.saveDraft', { id: encounterId, draft })});
    const seen = (await say(${invoke('consent.read', { encounterId })})).length;
    await say(window.bridge.invoke('consent.record', { ...${JSON.stringify(consent)}, seen }));
    await say(${invoke('referral.prepare', { encounterId, recipient })});
    // So that the open page asks again and shows the referral too.
    await say(window.bridge.invoke('consent.record', { ...${JSON.stringify(consent)}, seen: seen + ${ConsentItem.options.length} }));
  })()`;
  await run(running, steps);
}

function invoke(channel: string, request: unknown): string {
  return `window.bridge.invoke('${channel}', ${JSON.stringify(request)})`;
}

function heading(begins: string): string {
  return `document.querySelector('h1')?.textContent.startsWith(${JSON.stringify(begins)})`;
}

/** A place with one visit, at the first call, in which everything was explained. */
async function visitWithYes(profile: string): Promise<Visit> {
  await makeSignedOutProfile(profile);
  const ids = createIdSource(systemClock);
  const vault = openVault(join(profile, 'vault'));
  const session = await unlock(vault);
  const outcome = Outcome.parse({
    ...newOutcome('refer'),
    recipient,
    items: ConsentItem.options,
  });
  assert(outcome.kind === 'refer', 'the outcome is a referral');
  const now = systemClock.now();
  const draft: VisitDraft = {
    ...emptyDraft(language),
    step: 'first-call',
    alias: 'Plimsoll',
    danger: { ...noDangerAsked, threatNow: 'no', safeTonight: 'yes' },
    outcome: { ...outcome, talk: { ...outcome.talk, explainedAt: now } },
  };
  const [id, caseId] = [EncounterId.parse(ids.next()), CaseId.parse(ids.next())];
  commit(session.database, () => {
    addCaseFile(session, caseId, id, now);
    addEncounter(session, { id, caseId, state: 'draft', startedAt: now }, draft);
  });
  vault.lock();
  return { id, draft };
}
