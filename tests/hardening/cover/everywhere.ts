import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { emptyDraft, type VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { setDebriefDay } from '#core/ipc/colleague-channels.ts';
import { armGate, confirmAlone, listEncounters, saveDraft } from '#core/ipc/encounter-channels.ts';
import { storeName } from '../../../electron/platform/profile.ts';
import { slotFileNames } from '../../../electron/vault/slot-file.ts';
import { askerOf } from '../../support/ask.ts';
import { launch } from '../../support/launch.ts';
import { facility } from '../../support/people.ts';
import * as walk from '../../support/walk.ts';
import { visitSteps } from './screens.ts';
import type { Desk, Trial } from './trial.ts';

// The way to every screen there is, with a try of the cover on each.

export type Attempt = (desk: Desk, screenName: string) => Promise<void>;

/** A profile whose records cannot be opened. */
export async function unusable(
  profile: string,
  env: Readonly<Record<string, string>>,
  on: (running: Desk['running']) => Desk,
  attempt: Attempt,
): Promise<void> {
  const vault = join(profile, 'vault');
  mkdirSync(vault, { recursive: true });
  for (const name of [storeName, ...slotFileNames]) writeFileSync(join(vault, name), 'damaged');
  const running = await launch(profile, { env });
  try {
    // The picture of the sign-in screen stands first, until the page knows better.
    await running.page().getByRole('button', { name: 'Go back to a copy' }).waitFor();
    await attempt(on(running), 'unusable');
    await walk.press(running.page(), 'Go back to a copy');
    await walk.seeHeading(running.page(), 'Where are the copies?');
    await attempt(on(running), 'going-back');
  } finally {
    await running.close();
  }
}

export async function everyScreen(
  desk: Desk,
  count: number,
  trials: readonly Trial[],
  attempt: Attempt,
): Promise<void> {
  const { running } = desk;
  await attempt(desk, 'set-up');
  await walk.setUp(running.page(), facility, async (screen) => {
    if (screen === 'recovery-sheets') await attempt(desk, screen);
  });
  for (;;) {
    await signedIn(desk, attempt);
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    await signedOut(desk, attempt);
    await signIn(running);
    await walk.seeHeading(running.page(), 'Visits');
    if (trials.length >= count) break;
  }
  await wrongClock(desk, attempt);
}

async function signIn(running: Desk['running']): Promise<void> {
  await walk.signIn(running.page(), facility.signInName, facility.password);
}

/** The question for the date, which comes where the clock contradicts what was saved. */
async function wrongClock(desk: Desk, attempt: Attempt): Promise<void> {
  const { running } = desk;
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  await running.app.evaluate(() => {
    const days = 10 * 24 * 60 * 60 * 1_000;
    globalThis.Date = new Proxy(Date, {
      construct: (of, [first]: readonly (string | number)[]) => new of(first ?? of.now() - days),
      get: (of, name): unknown => (name === 'now' ? () => of.now() - days : Reflect.get(of, name)),
    });
  });
  await signIn(running);
  await walk.seeHeading(running.page(), 'What is the date today?');
  await attempt(desk, 'clock');
}

async function signedOut(desk: Desk, attempt: Attempt): Promise<void> {
  const page = desk.running.page();
  await attempt(desk, 'locked');
  await walk.press(page, 'Reading for staff');
  await walk.press(page, 'No, go on');
  await page.getByLabel('What are you looking for?').fill('alone');
  await attempt(desk, 'guidance');
  await walk.press(desk.running.page(), 'Yes, go back');
  await walk.press(desk.running.page(), 'Forgotten password');
  await walk.typeSheets(desk.running.page(), 'Zqownwords', 'Zqothersign');
  await attempt(desk, 'recover');
  await walk.press(desk.running.page(), 'Back');
  await beforePin(desk, attempt);
}

/** Before there is a PIN nothing but the password leads on: leaving the cover locks. */
async function beforePin({ running, ...desk }: Desk, attempt: Attempt): Promise<void> {
  const page = running.page();
  await page.getByLabel('Sign-in name').fill(facility.signInName);
  await page.getByLabel('Password', { exact: true }).fill(facility.password);
  await walk.press(page, 'Sign in');
  await walk.seeHeading(page, 'Choose a PIN for now');
  let tried: Promise<void> | undefined;
  await running.replaced(() => (tried = attempt({ running, ...desk }, 'pin')));
  await tried;
}

async function signedIn(desk: Desk, attempt: Attempt): Promise<void> {
  const { running } = desk;
  await attempt(desk, 'home');
  await backHome(desk);
  await askerOf(running.page)(setDebriefDay, { on: '2020-01-01' });
  await walk.press(running.page(), 'This place');
  await walk.seeHeading(running.page(), 'This place');
  await attempt(desk, 'settings');
  await backHome(desk);
  await walk.press(running.page(), 'A minute for myself');
  await walk.seeHeading(running.page(), 'And you?');
  await attempt(desk, 'debrief');
  await backHome(desk);
  for (const [screen, button, heading] of [
    ['due', 'What is waiting', 'What is waiting'],
    ['consultation', 'Ask for advice', 'Ask without a name'],
  ] as const) {
    await walk.press(running.page(), button);
    await walk.seeHeading(running.page(), heading);
    await attempt(desk, screen);
    await backHome(desk);
  }
  await everyStep(desk, attempt);
  // From the gate no button leads home.
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  await signIn(running);
  await backHome(desk);
  await walk.press(running.page(), 'Find a visit');
  await walk.seeHeading(running.page(), 'Can only staff see this screen?');
  await walk.press(running.page(), 'Yes, only staff');
  await running.page().getByText('Zqalias').first().waitFor();
  await attempt(desk, 'find');
  await backHome(desk);
  await walk.press(running.page(), 'Look back');
  await walk.seeHeading(running.page(), 'Can only staff see this screen?');
  await walk.press(running.page(), 'Yes, only staff');
  await walk.seeHeading(running.page(), 'Zqalias');
  await attempt(desk, 'case');
  await backHome(desk);
}

/** Through all steps of one visit, by what its draft says: each return from the cover reads it anew. */
async function everyStep(desk: Desk, attempt: Attempt): Promise<void> {
  const { running } = desk;
  const goOn = running.page().getByRole('button', { name: 'Go on', exact: true });
  if ((await goOn.count()) > 0) await goOn.first().click();
  else await walk.press(running.page(), 'Start a visit');
  await walk.seeHeading(running.page(), 'Is it just the two of you?');
  const id = await openVisit(desk);
  await attempt(desk, 'visit:gate');
  await walk.press(running.page(), 'Prepare first');
  await walk.press(running.page(), 'Yes, only staff');
  await walk.seeHeading(running.page(), 'Before you call them in');
  await attempt(desk, 'visit:briefing');
  const ask = askerOf(running.page);
  const steps = visitSteps();
  for (const [at, { step }] of steps.entries()) {
    // Written before the gate opens on it: the page draws what is stored.
    await ask(confirmAlone, { id });
    await ask(saveDraft, { id, draft: draftAt(at) });
    await ask(armGate, null);
    await passGate(desk);
    await attempt(desk, `visit:${step}`);
  }
}

function draftAt(at: number): VisitDraft {
  const found = visitSteps()[at];
  assert(found !== undefined, 'there is such a step');
  const draft = emptyDraft(LanguageTag.parse('en'));
  return {
    ...draft,
    step: found.step,
    outcome: found.outcome,
    alias: 'Zqalias',
    danger: { ...draft.danger, threatNow: 'no' },
    ownView: { ...draft.ownView, words: 'Zqownwords' },
    otherSign: 'Zqothersign',
    safeContact: { ...draft.safeContact, how: 'Zqsafecontact' },
  };
}

/** The id of the visit that the page shows, which is the newest one that is open. */
async function openVisit({ running }: Desk) {
  // The newest come first.
  const visits = await askerOf(running.page)(listEncounters, null);
  const newest = visits.find(({ state }) => state === 'draft');
  assert(newest !== undefined, 'a visit is open');
  return newest.id;
}

async function passGate({ running }: Desk): Promise<void> {
  await walk.seeHeading(running.page(), 'Is it just the two of you?');
  await walk.press(running.page(), 'Yes, just us');
  await running.page().getByRole('heading', { level: 1, name: 'Is it just' }).waitFor({
    state: 'detached',
  });
}

/** From wherever the return from the cover led. */
async function backHome({ running }: Desk): Promise<void> {
  const page = running.page();
  const home = page.getByRole('heading', { level: 1, name: 'Visits', exact: true });
  for (let tries = 0; tries < 5; tries += 1) {
    await page.locator('h1').waitFor();
    if (await home.isVisible()) return;
    for (const name of ['Yes, go back', 'Back', 'Not now', 'Leave for now', 'Done']) {
      const button = page.getByRole('button', { name, exact: true });
      if ((await button.count()) === 0) continue;
      await button.first().click();
      break;
    }
    await page.waitForTimeout(200);
  }
  await walk.seeHeading(page, 'Visits');
}
