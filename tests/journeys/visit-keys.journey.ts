import { expect, type Page, test } from '@playwright/test';
import { join } from 'node:path';
import { withFolder } from '../support/folder.ts';
import { countingKeyboard } from '../support/keyboard.ts';
import { launch } from '../support/launch.ts';
import { facility } from '../support/people.ts';
import { startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

test('the shortest useful way takes at most 12 key presses: danger, nothing now, a card on paper', async () => {
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    const running = await launch(join(folder, 'profile'), { env: queue.env });
    try {
      const page = running.page();
      await walk.setUp(page, facility, quietly);
      const hand = countingKeyboard(page);

      await hand.press('Enter');
      await walk.seeHeading(page, 'Is it just the two of you?');
      await hand.press('1');
      await walk.seeHeading(page, 'Say this first');
      await hand.press('F5');
      await walk.seeHeading(page, 'Is there danger right now?');
      await hand.press('2', 'F5');
      await walk.seeHeading(page, 'What does the person want now?');
      await hand.press('3', 'Enter');
      await walk.seeHeading(page, 'Would they like a number for later?');
      await hand.press('3', 'F5');
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
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    const hand = countingKeyboard(page);

    await hand.press('Enter');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await hand.press('1');
    await walk.seeHeading(page, 'Say this first');
    // Told, and a yes to talking and to writing.
    await hand.press('1', '1', '1', 'Enter');
    await walk.seeHeading(page, 'What may we call you?');
    await hand.press('Enter');
    await walk.seeHeading(page, 'Who is in the room?');
    await hand.press('1', '1', 'Enter');
    await walk.seeHeading(page, 'Is there danger right now?');
    await hand.press('1', '3', '1', '1', 'Enter');
    await walk.seeHeading(page, 'How safe do you feel?');
    await hand.press('2', 'Enter');
    for (const heading of walk.headings.slice(
      5,
      walk.headings.indexOf('How are things for you?'),
    )) {
      await walk.seeHeading(page, heading);
      await hand.press('Enter');
    }
    await walk.seeHeading(page, 'How are things for you?');
    await hand.press('1', '2', 'Enter');
    await walk.seeHeading(page, 'What did you notice?');
    await hand.press('2', 'Enter');
    await walk.seeHeading(page, 'How is the person?');
    await hand.press('2', 'Enter');
    await walk.seeHeading(page, 'What do you need most?');
    await hand.press('1', 'Enter');
    await walk.seeHeading(page, 'What can be done');
    await hand.press('Enter');
    await walk.seeHeading(page, 'What does the person want now?');
    await hand.press('3', 'Enter');
    await walk.seeHeading(page, 'Would they like a number for later?');
    await hand.press('2', 'Enter');
    await walk.seeHeading(page, 'A plan for the days to come');
    await hand.press('Enter');
    await walk.seeHeading(page, 'An ordinary next appointment');
    await hand.press('2', 'Enter');
    await walk.seeHeading(page, 'How can we reach you safely?');
    await hand.press('1', 'Enter');
    await walk.seeHeading(page, 'What goes into the ordinary record?');
    await hand.press('Enter');
    await walk.seeHeading(page, 'Before you part');
    await hand.press('Enter');
    await walk.seeHeading(page, 'And you?');

    expect(hand.presses()).toBeLessThanOrEqual(40);
    expect(await visitStates(page)).toEqual(['closed']);
    await running.close();
  });
});

test('a digit is a letter where something is typed, and Enter answers nothing by itself', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
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

async function visitStates(page: Page): Promise<readonly unknown[]> {
  const reply: unknown = await page.evaluate(() => window.bridge.invoke('encounter.list', null));
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return [];
  const visits: unknown = reply.value;
  if (!Array.isArray(visits)) return [];
  return visits.map((visit: { readonly state?: unknown }) => visit.state);
}
