import { copyFileSync, mkdirSync, rmSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { assert } from '#core/base/assert.ts';
import { dateOf } from '#core/domain/calendar-date.ts';
import { readLog } from '#core/ipc/audit-channels.ts';
import { createIdSource } from '../../electron/platform/system.ts';
import { storeName } from '../../electron/platform/profile.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { askerOf } from '../support/ask.ts';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import { launch, type Running } from '../support/launch.ts';
import { textOf } from '../support/pdf.ts';
import { facility } from '../support/people.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { startQueue } from '../support/queue.ts';
import { sampleRequest, sessionOf, testCost, typedDraft, valueOf } from '../support/vault.ts';
import * as walk from '../support/walk.ts';
import { addCase, clock } from '../vault/members.ts';

const quietly = async () => {};

/** Looks at a screen as it is: rules of accessibility, and a picture beside the test's results. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

async function openRoom(page: Page, name: string): Promise<void> {
  await walk.press(page, 'This place');
  await walk.press(page, name);
}

async function lockAndSignIn(running: Running): Promise<void> {
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  await walk.signIn(running.page(), facility.signInName, facility.password);
  await walk.seeHeading(running.page(), 'Visits');
}

/** The day somebody signed in, as the log has it: midnight may have passed since. */
async function dayOfSignIn({ page }: Running): Promise<string> {
  const filter = { part: null, staff: null, caseCode: null, from: null, to: null };
  const { lines } = await askerOf(page)(readLog, { filter, upTo: null, skip: 0, take: 100 });
  const signedIn = lines.find(({ event }) => event?.kind === 'unlock');
  assert(signedIn !== undefined, 'somebody signed in');
  return dateOf(signedIn.at);
}

test('the lead reads the log, asks who saw a case, has it checked and prints the slip', async () => {
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    const running = await launch(join(folder, 'profile'), { env: queue.env });
    try {
      // given a visit that somebody was in
      const page = running.page();
      await walk.setUp(page, facility, quietly);
      await walk.beginVisit(page);
      await lockAndSignIn(running);

      // when
      const desk = running.page();
      await openRoom(desk, 'Log');
      await walk.seeHeading(desk, 'Log');
      await expect(desk.getByText(`${facility.displayName}: signed in`).first()).toBeVisible();
      await look(desk, 'log');
      await desk.getByRole('button', { name: 'Who saw this case?' }).first().click();
      await expect(desk.getByRole('heading', { name: /Who saw case [0-9A-F]{6}\?/ })).toBeVisible();
      await expect(desk.locator('.inset')).toContainText(facility.displayName);
      await look(desk, 'log-case');

      // then
      await walk.press(desk, 'Check');
      await walk.press(desk, 'Check the whole log');
      await expect(desk.getByText('Nothing in this log was changed.')).toBeVisible();
      await look(desk, 'log-verdict');
      await walk.press(desk, 'On paper');
      await look(desk, 'log-paper');
      await walk.press(desk, 'Print the slip');
      await expect(desk.getByText(/Slip of line \d+: sent to the printer/)).toBeVisible();
      const code = await desk.locator('.code').first().innerText();
      await expect.poll(() => textOf(queue.paper)).toContain(code);
      expect(queue.jobNames()).toEqual(['Document']);
      await desk.getByLabel('All lines of one day').fill(await dayOfSignIn(running));
      await walk.press(desk, 'Print this day');
      await expect(desk.getByText(/lines: sent to the printer/)).toBeVisible();
      await expect.poll(() => textOf(queue.paper)).toContain('signed in');

      // the next sign-in shows the slip to compare with
      await running.replaced(() => walk.press(desk, 'Lock'));
      const again = running.page();
      await again.getByLabel('Sign-in name').fill(facility.signInName);
      await again.getByLabel('Password', { exact: true }).fill(facility.password);
      await walk.press(again, 'Sign in');
      await walk.seeHeading(again, 'Choose a PIN for now');
      await expect(again.getByText(code)).toBeVisible();
      await look(again, 'pin-with-slip');
      await again.getByLabel('PIN, 4 to 6 digits').fill(walk.pin);
      await walk.press(again, 'Continue');
      await walk.seeHeading(again, 'Visits');

      // an older state that somebody put back is a warning until the lead says that it was seen
      const store = join(folder, 'profile', 'vault', storeName);
      const older = join(folder, 'older');
      await running.replaced(() => walk.press(again, 'Lock'));
      copyFileSync(store, older);
      await walk.signIn(running.page(), facility.signInName, facility.password);
      await walk.seeHeading(running.page(), 'Visits');
      await running.replaced(() => walk.press(running.page(), 'Lock'));
      copyFileSync(older, store);
      await walk.signIn(running.page(), facility.signInName, facility.password);
      await walk.seeHeading(running.page(), 'Visits');
      await openRoom(running.page(), 'Log');
      await walk.press(running.page(), 'Check');
      await walk.press(running.page(), 'Check the whole log');
      await look(running.page(), 'log-warnings');
      await walk.press(running.page(), 'I have seen these warnings');
      await expect(running.page().getByText('I have seen these warnings')).toHaveCount(0);
      await expect(running.page().getByText(`Seen by ${facility.displayName}`)).toBeVisible();
      await look(running.page(), 'log-warnings-seen');
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
      queue.stop();
    }
  });
});

test('copies are made on a stick, and a damaged store leads back to one, with what is lost', async () => {
  await withFolder(async (folder) => {
    const stick = join(folder, 'stick');
    const profile = join(folder, 'profile');
    mkdirSync(stick);
    const env = { HOME: folder };
    const first = await launch(profile, { env });
    const page = first.page();
    await walk.setUp(page, facility, quietly);
    await openRoom(page, 'Copies');
    await walk.seeHeading(page, 'Copies of the records');
    await page.getByLabel('Folder, best on a stick').fill(join(folder, 'nowhere'));
    await walk.press(page, 'Use this folder');
    await expect(page.getByRole('alert')).toContainText('Copies cannot go into this folder.');
    await walk.press(page, 'Look for the folder');
    await look(page, 'folders');
    await walk.press(page, basename(folder));
    await walk.press(page, 'stick');
    await walk.press(page, 'Choose this folder');
    await expect(page.getByLabel('Folder, best on a stick')).toHaveValue(stick);
    await walk.press(page, 'Use this folder');
    await walk.press(page, 'Make a copy now');
    await expect(page.getByText('The copy is made, and was read back')).toBeVisible();
    await look(page, 'copies');
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');
    await walk.beginVisit(page);
    await first.close();

    // when the key file is damaged on both sides
    for (const name of ['access-a.json', 'access-b.json'])
      truncateSync(join(profile, 'vault', name), 100);
    const second = await launch(profile, { env });
    const start = second.page();
    await look(start, 'unusable');
    await walk.press(start, 'Go back to a copy');
    await walk.seeHeading(start, 'Where are the copies?');
    await walk.press(start, 'Look for the folder');
    await walk.press(start, basename(folder));
    await walk.press(start, 'stick');
    await walk.press(start, 'Choose this folder');
    await walk.press(start, 'Look for copies');
    await walk.seeHeading(start, 'Which copy?');
    await look(start, 'which-copy');
    await walk.press(start, 'Continue');
    await start.getByLabel('Sign-in name').fill(facility.signInName);
    await start.getByLabel('Password', { exact: true }).fill(facility.password);
    await look(start, 'copy-password');
    await walk.press(start, 'Read the copy');
    await start.getByRole('heading', { name: 'What is lost' }).waitFor();
    await expect(start.getByText('1 whole visit')).toBeVisible();
    await look(start, 'loss');
    await second.replaced(() => walk.press(start, 'Go back to this copy'));

    // then the copy opens, and the log says that somebody went back to it
    await walk.signIn(second.page(), facility.signInName, facility.password);
    await walk.seeHeading(second.page(), 'Visits');
    await openRoom(second.page(), 'Log');
    await expect(second.page().getByText(/went back to an older copy/)).toBeVisible();
    expect(second.complaints).toEqual([]);
    await second.close();
  });
});

test('periods are set by the lead, nothing is due by surprise, and a set-up can begin with a copy', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.press(page, 'There are copies of records from before: go back to one');
    await walk.seeHeading(page, 'Where are the copies?');
    await walk.press(page, 'Back');
    await walk.setUp(page, facility, quietly);
    await openRoom(page, 'How long records stay');
    await expect(page.getByText('Nothing is due')).toBeVisible();
    await look(page, 'retention');
    await walk.press(page, 'Change the periods');
    await page.getByLabel('After the last visit, when it was closed').fill('12');
    await walk.press(page, 'Keep these periods');
    await expect(page.getByText('Type 30 to 10958 days')).toBeVisible();
    await page.getByLabel('After the last visit, when it was closed').fill('730');
    await look(page, 'periods');
    await walk.press(page, 'Keep these periods');
    await expect(page.getByText('The periods are kept.')).toBeVisible();
    expect(running.complaints).toEqual([]);
    await running.close();
    rmSync(profile, { recursive: true, force: true });
  });
});

test('a clock that contradicts the log is asked about, and what is due is kept or erased by a decision', async () => {
  await withFolder(async (profile) => {
    // given records of 2020 with two cases, on a computer that nobody has used since
    clock.set('2020-03-05T09:00:00.000Z');
    const vault = createVault(join(profile, 'vault'), clock, createIdSource(clock), testCost);
    valueOf(await vault.setUp(sampleRequest));
    await provenSheets(sessionOf(vault), join(profile, 'vault'));
    addCase(sessionOf(vault), typedDraft());
    addCase(sessionOf(vault), typedDraft());
    vault.lock();

    // when
    const running = await launch(profile);
    const page = running.page();
    await walk.signIn(page, sampleRequest.signInName, sampleRequest.password);
    await walk.seeHeading(page, 'What is the date today?');
    await expect(page.getByText('2020-03-05')).toBeVisible();
    await look(page, 'clock');
    await page.getByLabel('Today is').fill(new Date().toISOString().slice(0, 10));
    await walk.press(page, 'Use this date');
    await walk.seeHeading(page, 'Visits');

    // then what is due is decided, one by one
    await openRoom(page, 'How long records stay');
    await expect(page.getByText('2 cases are due')).toBeVisible();
    await look(page, 'due');
    await page.getByRole('button', { name: 'Decide' }).first().click();
    await page.getByRole('radio', { name: 'Keep it until a day' }).check();
    await page.getByLabel('Until', { exact: true }).fill('2050-01-01');
    await page.getByRole('radio', { name: 'An inquiry' }).check();
    await look(page, 'keep');
    await walk.press(page, 'Keep it');
    await expect(page.getByText('stays until 2050-01-01')).toBeVisible();
    await walk.press(page, 'Decide');
    await page.getByRole('radio', { name: 'Erase it for good' }).check();
    await look(page, 'erase');
    await walk.press(page, 'Erase for good');
    await expect(page.getByText('is erased.')).toBeVisible();
    await expect(page.getByText('Nothing is due')).toBeVisible();

    // and the log says all of it
    await walk.press(page, 'Back');
    await walk.press(page, 'Log');
    await expect(page.getByText('erased case')).toBeVisible();
    await expect(page.getByText('the clock of this computer was far ahead')).toBeVisible();
    await expect(page.getByText('time doubtful').first()).toBeVisible();
    await look(page, 'log-doubtful');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
