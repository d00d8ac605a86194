import { expect, type Page, test } from '@playwright/test';
import { join } from 'node:path';
import { withFolder } from '../support/folder.ts';
import { countingKeyboard } from '../support/keyboard.ts';
import { launchAtPlace, noThreat, openVisitAt } from '../support/place.ts';
import { startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';

type Way = readonly (readonly [heading: string, ...keys: string[]])[];

const atTheGate = ['Is it just the two of you?', '1'] as const;

/** Each screen in its order, with the keys that answer it and lead on. */
const shortestWay: Way = [
  ['Visits', 'Enter'],
  atTheGate,
  ['Say this first', 'F5'],
  ['Is there danger right now?', '2', 'F5'],
  ['What does the person want now?', '3', 'Enter'],
  ['Would they like a number for later?', '3', 'F5'],
];

const wholeWay: Way = [
  ['Visits', 'Enter'],
  atTheGate,
  // Told, and a yes to talking and to writing.
  ['Say this first', '1', '1', '1', 'Enter'],
  ['What may we call you?', 'Enter'],
  ['Who is in the room?', '1', '1', 'Enter'],
  ['Is there danger right now?', '1', '3', '1', '1', 'Enter'],
  ['How safe do you feel?', '2', 'Enter'],
  ['What else bears on it?', 'Enter'],
  ['How pressing is it?', 'Enter'],
  ['How are things for you?', '1', '2', 'Enter'],
  ['What did you notice?', '2', 'Enter'],
  ['How is the person?', '2', 'Enter'],
  ['What do you need most?', '1', 'Enter'],
  ['What can be done', 'Enter'],
  ['What does the person want now?', '3', 'Enter'],
  ['Would they like a number for later?', '2', 'Enter'],
  ['A plan for the days to come', 'Enter'],
  ['An ordinary next appointment', '2', 'Enter'],
  ['How can we reach you safely?', '1', 'Enter'],
  ['What goes into the ordinary record?', 'Enter'],
  ['Before you part', 'Enter'],
];

async function pressThrough(
  page: Page,
  hand: ReturnType<typeof countingKeyboard>,
  way: Way,
): Promise<void> {
  for (const [heading, ...keys] of way) {
    await walk.seeHeading(page, heading);
    await hand.press(...keys);
  }
}

test('the shortest useful way takes at most 12 key presses: danger, nothing now, a card on paper', async () => {
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    const running = await launchAtPlace(join(folder, 'profile'), { env: queue.env });
    try {
      const page = running.page();
      const hand = countingKeyboard(page);

      await pressThrough(page, hand, shortestWay);
      await walk.seeHeading(page, 'Sheets');
      await page.getByRole('region', { name: 'For the person' }).locator('article').waitFor();
      await hand.press('Control+p');
      await expect(page.getByText('Sent to the printer.')).toBeVisible();
      await hand.press('Enter');
      await walk.seeHeading(page, 'And you?');

      expect(hand.presses()).toBeLessThanOrEqual(12);
      expect(await visitStates(page)).toEqual(['closed']);
    } finally {
      await running.close();
      queue.stop();
    }
  });
});

test('the whole way takes at most 40 key presses, with an answer on every step', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    const hand = countingKeyboard(page);

    await pressThrough(page, hand, wholeWay);
    await walk.seeHeading(page, 'And you?');

    expect(hand.presses()).toBeLessThanOrEqual(40);
    expect(await visitStates(page)).toEqual(['closed']);
    await running.close();
  });
});

test('a digit is a letter where something is typed, and Enter answers nothing by itself', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await page.keyboard.press('Enter');
    await walk.seeHeading(page, 'Is it just the two of you?');
    // The gate does not open to a key that is pressed once too often.
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await page.keyboard.press('1');
    await walk.goOnTo(page, 'What may we call you?');
    await page.getByLabel('A name to use').pressSequentially('K9');
    await expect(page.getByLabel('A name to use')).toHaveValue('K9');
    await page.keyboard.press('F5');
    await walk.seeHeading(page, 'Is there danger right now?');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText('Choose one answer to go on');
    await page.keyboard.press('F5');
    await walk.seeHeading(page, 'Is there danger right now?');
    await running.close();
  });
});

test('Enter does nothing to a step while something lies over it', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'own-view', danger: noThreat });
    await page.keyboard.press('F7');
    await walk.seeHeading(page, 'Point and write');
    // A slate with something on it has no answer to Enter: it is kept or wiped by decision.
    await page.locator('.panel__phrase').nth(2).click();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Enter');
    await walk.press(page, 'Wipe it');
    await walk.seeHeading(page, 'How safe do you feel?');
    await running.close();
  });
});

test('a second press on “Start a visit” begins one visit', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await page.evaluate(() => {
      const start = document.querySelector<HTMLElement>('.page__actions .page__next');
      start?.click();
      start?.click();
    });
    await walk.seeHeading(page, 'Is it just the two of you?');
    expect(await visitStates(page)).toEqual(['draft']);
    await running.close();
  });
});

async function visitStates(page: Page): Promise<readonly unknown[]> {
  const reply: unknown = await page.evaluate(() => window.bridge.invoke('encounter.list', null));
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return [];
  const visits: unknown = reply.value;
  if (!Array.isArray(visits)) return [];
  return visits.map((visit: { readonly state?: unknown }) => visit.state);
}
