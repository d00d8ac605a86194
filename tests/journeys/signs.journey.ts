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
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    const leave = page.getByRole('button', { name: 'Leave for now', exact: true });
    while (!(await leave.isVisible())) await walk.press(page, 'Back');
    await leave.click();

    // The lead takes it back: the visit that noted it keeps it in words, the next is not offered it.
    await walk.openRoom(page, 'Content');
    await walk.press(page, `Take this sign back: ${sign}`);
    await expect(room.getByText(/taken back on/)).toBeVisible();
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');
    await walk.press(page, 'Go on');
    await walk.press(page, 'Yes, just us');
    await walk.goOnTo(page, 'What did you notice?');
    await expect(row.getByRole('radio', { name: 'Told', exact: true })).toBeChecked();
    await row.getByRole('radio', { name: 'Not assessed' }).check();
    await walk.press(page, 'Continue');
    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'What did you notice?');
    await expect(row).toHaveCount(0);
    await running.close();
  });
});
