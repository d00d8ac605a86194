import { expect, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { createLook, modes } from '../support/modes.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

/** After the decision for nothing now, with the key that answers each. */
const afterTheDecision = [
  ['Would they like a number for later?', '3'],
  ['A plan for the days to come', undefined],
  ['An ordinary next appointment', '2'],
  ['How can we reach you safely?', '1'],
  ['What goes into the ordinary record?', undefined],
  ['Sheets', undefined],
] as const;

for (const [mode, apply] of Object.entries(modes)) {
  test(`every step ${mode}, by keyboard alone: nothing is cut off, and axe finds nothing`, async () => {
    // Two dozen pages, each looked at by axe.
    test.slow();
    await withFolder(async (profile) => {
      const running = await launch(profile);
      const page = running.page();
      await walk.setUp(page, facility, quietly);
      await apply(running);
      const looks = createLook(running, mode);
      const look = (heading: string) => looks.at(heading);

      await page.keyboard.press('Enter');
      await look('Is it just the two of you?');
      await page.keyboard.press('2');
      await page.keyboard.press('2');
      await look("Today's visit");
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Yes, just us' }).focus();
      await page.keyboard.press('Enter');
      for (const heading of walk.headings) {
        await look(heading);
        await page.keyboard.press(heading === 'What does the person want now?' ? '3' : '2');
        await page.keyboard.press('Enter');
      }
      for (const [key, heading] of [
        ['F2', 'There is time'],
        ['F3', 'Your health'],
        ['F4', 'Numbers'],
        ['F7', 'Point and write'],
      ] as const) {
        await page.keyboard.press(key);
        await look(heading);
        await page.keyboard.press('Escape');
      }
      for (const [heading, digit] of afterTheDecision) {
        await look(heading);
        if (digit !== undefined) await page.keyboard.press(digit);
        await page.keyboard.press('Enter');
      }
      await look('And you?');
      expect(looks.count()).toBeGreaterThan(20);
      expect(running.complaints).toEqual([]);
      await running.close();
    });
  });
}

test('by mouse alone a visit goes from its start to its end', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    // From here on there are clicks and nothing else.
    await walk.beginVisit(page);
    await walk.press(page, 'Skip ahead F5');
    await walk.choose(page, walk.questions.threat, 'Not sure');
    await walk.press(page, 'Other subject F3');
    await walk.press(page, 'Back');
    await walk.press(page, 'Nothing to note');
    await walk.press(page, 'Skip ahead F5');
    await page.getByText('Nothing now', { exact: true }).click();
    await walk.goOn(page, 'Would they like a number for later?');
    await page.getByText('Learn a number by heart').click();
    await walk.goOn(page, 'A plan for the days to come');
    await walk.goOn(page, 'An ordinary next appointment');
    await page.getByText('In one week').click();
    await walk.goOn(page, 'How can we reach you safely?');
    await page.getByText('Text message').click();
    await walk.goOn(page, 'What goes into the ordinary record?');
    await walk.goOn(page, 'Before you part');
    await walk.closeVisit(page);
    await running.close();
  });
});
