import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility, person } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};
const pictures = process.env['QUIETROOM_PICTURES'];

/** Looks at a screen as a reader of the screen would, and keeps a picture where one is wanted. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** A visit with a name and an answer, closed with nothing wanted. */
async function holdVisit(page: Page): Promise<void> {
  await walk.toReferralSheets(page, person);
  await walk.press(page, 'Close the visit');
  await walk.seeHeading(page, 'Visits');
}

test('a person who comes again: found by name, looked back at, corrected, and the next visit begins', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await holdVisit(page);
    await look(page, 'home');
    expect(await page.getByText(person.alias).count()).toBe(0);

    await walk.press(page, 'Find a visit');
    await walk.seeHeading(page, 'Can only staff see this screen?');
    await look(page, 'staff-only');
    expect(await page.getByText(person.alias).count()).toBe(0);
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, 'Find a visit');
    await page.getByLabel('Name').fill('wendl');
    await page.getByText('1 found').waitFor();
    await look(page, 'found');

    await walk.press(page, 'Look back');
    await walk.seeHeading(page, person.alias);
    await page.getByText('Add a correction').click();
    await page.getByLabel('What should be added?').fill(person.otherSign);
    await walk.press(page, 'Add it');
    await page.getByText(person.otherSign).first().waitFor();
    await look(page, 'looking-back');

    await walk.press(page, 'Next visit');
    await walk.seeHeading(page, 'Is it just the two of you?');
    expect(await page.getByText(person.alias).count()).toBe(0);
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('a lock over a name asks again who can see the screen', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await holdVisit(page);
    await walk.press(page, 'Look back');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, person.alias);

    await running.replaced(() => walk.press(page, 'Lock'));
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await walk.seeHeading(running.page(), 'Visits');
    await walk.press(running.page(), 'Look back');
    await walk.seeHeading(running.page(), 'Can only staff see this screen?');
    expect(await running.page().getByText(person.alias).count()).toBe(0);
    await running.close();
  });
});
