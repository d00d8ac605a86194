import { expect, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const sign = 'Carries a tag with a number on the wrist';

test('the lead adds a sign, a visit offers it as one of this place, and it keeps its words when it goes', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    const at = (screen: string) => look(page, screen);
    await walk.setUp(page, facility, async () => {});

    // Words that a bystander would understand are not taken.
    await walk.openRoom(page, 'Content');
    await page.getByLabel('A sign to add').fill('Asks about Menschenhandel');
    await page.getByLabel('What else could explain it?').fill('Ask what the tag is for.');
    await walk.press(page, 'Keep this sign for confirming');
    await expect(page.getByRole('alert')).toContainText('These words say what this is about');
    await page.getByLabel('A sign to add').fill(sign);
    await walk.press(page, 'Keep this sign for confirming');
    const room = page.getByRole('region', { name: 'Signs of our own' });
    await expect(room.getByText('waits for you')).toBeVisible();
    await at('sign-waits');
    await walk.press(page, `Offer this sign: ${sign}`);
    await expect(room.getByText(/in force since/)).toBeVisible();
    await room.scrollIntoViewIfNeeded();
    await at('sign-in-force');
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');

    // In a visit, without being looked for.
    await walk.beginVisit(page);
    await walk.goOnTo(page, 'What did you notice?');
    const row = page.getByRole('group', { name: sign });
    await expect(row).toContainText('Source: this place');
    await row.getByRole('radio', { name: 'Told', exact: true }).check();
    await row.scrollIntoViewIfNeeded();
    await at('sign-in-visit');
    await walk.goOnTo(page, 'What does the person want now?');
    await page.getByRole('radio', { name: 'Nothing at the moment' }).check();
    await walk.goOnToSheets(page);

    // The lead takes it back: what was noted stays in words.
    await walk.press(page, 'Close the visit');
    await running.close();
  });
});
