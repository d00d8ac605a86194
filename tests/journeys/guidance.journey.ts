import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

test('guidance is read without signing in: found by a misspelt word, pointed at in Tigrinya, left to the lock screen', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    await walk.setUp(running.page(), facility, async () => {});
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    const page = running.page();

    await walk.press(page, 'Reading for staff');
    await walk.seeHeading(page, 'Can anybody else see this screen?');
    await expectAccessible(page, 'the question before the reading');
    await walk.press(page, 'No, go on');

    await page.getByLabel('What are you looking for?').fill('interpretor');
    await expect(page.locator('details').first()).toContainText(/interpret/i);
    await page.locator('summary').first().click();
    await expectAccessible(page, 'find');
    await walk.press(page, 'Before a visit');
    await expectAccessible(page, 'before a visit');
    await walk.press(page, 'Point and answer');
    await page.getByLabel('Language of the person').selectOption('ti');
    await page.locator('.panel__phrase').nth(5).click();
    await expect(page.getByText('I am in danger', { exact: true })).toBeVisible();
    await expectAccessible(page, 'point and answer');
    await walk.press(page, 'Numbers');
    await expect(page.getByText('116 006')).toBeVisible();
    await expectAccessible(page, 'numbers');

    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'Sign in');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
