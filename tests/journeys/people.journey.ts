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
const newcomer = {
  displayName: 'Ombrellino',
  signInName: 'ombrellino-vane',
  password: 'pelican brocade fourteen sump',
  next: 'turnip lantern nineteen gable',
  last: 'velvet anchor thirty plover',
} as const;

/** Looks at a screen as a reader of the screen would, and keeps a picture where one is wanted. */
async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `people-${name}.png`) });
}

async function toPeople(page: Page): Promise<void> {
  await walk.press(page, 'This place');
  await walk.press(page, 'People');
  await walk.seeHeading(page, 'People');
}

async function toReaders(page: Page): Promise<void> {
  await walk.press(page, 'Find a visit');
  await walk.press(page, 'Yes, only staff');
  await walk.seeHeading(page, 'Find a visit');
  await page.getByLabel('Name').fill(person.alias);
  await page.getByText('1 found').waitFor();
  await walk.press(page, 'Look back');
  await walk.press(page, 'Who may read it');
  await page.getByRole('heading', { level: 2, name: 'Who may read this' }).waitFor();
}

test('a colleague is added, is given a case, changes the password, forgets it, comes back, and is removed', async () => {
  test.setTimeout(300_000);
  await withFolder(async (profile) => {
    const running = await launch(profile);
    await walk.setUp(running.page(), facility, quietly);
    await walk.toReferralSheets(running.page(), person);
    await walk.closeVisit(running.page());
    await walk.seeHeading(running.page(), 'Visits');

    // The lead says who comes, and hands over the keyboard.
    await toPeople(running.page());
    await look(running.page(), 'list');
    await walk.press(running.page(), 'Add somebody');
    await running.page().getByLabel('Their first name').fill(newcomer.displayName);
    await look(running.page(), 'who-comes');
    await walk.press(running.page(), 'Hand over the keyboard');
    await walk.seeHeading(running.page(), `${newcomer.displayName}, choose how you sign in`);
    await running.page().getByLabel('Sign-in name').fill(newcomer.signInName);
    await running.page().getByLabel('New password').fill(newcomer.password);
    await running.page().getByLabel('The same password again').fill(newcomer.password);
    await look(running.page(), 'newcomer');
    await running.replaced(() => walk.press(running.page(), 'Finish'));
    await walk.seeHeading(running.page(), 'Sign in');

    // The newcomer signs in, sees nothing of the lead's, and chooses another password.
    await walk.signIn(running.page(), newcomer.signInName, newcomer.password);
    await walk.seeHeading(running.page(), 'Visits');
    await running.page().getByText('No visits yet.').waitFor();
    await walk.press(running.page(), 'This place');
    await look(running.page(), 'rooms-of-a-clinician');
    await walk.press(running.page(), 'Your password');
    await running.page().getByLabel('The password you have now').fill(newcomer.password);
    await running.page().getByLabel('New password').fill(newcomer.next);
    await running.page().getByLabel('The same password again').fill(newcomer.next);
    await look(running.page(), 'own-password');
    await walk.press(running.page(), 'Change password');
    await walk.seeHeading(running.page(), 'Your password is changed');
    await running.replaced(() => walk.press(running.page(), 'Lock'));

    // The lead shares the case.
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await toReaders(running.page());
    await running.page().getByRole('radio', { name: newcomer.displayName }).check();
    await look(running.page(), 'readers');
    await walk.press(running.page(), 'Share it');
    await running
      .page()
      .getByRole('button', { name: `Take back from ${newcomer.displayName}` })
      .waitFor();
    await look(running.page(), 'shared');
    await running.replaced(() => walk.press(running.page(), 'Lock'));

    // The colleague finds it, with the new password and not with the old one.
    await walk.signIn(running.page(), newcomer.signInName, newcomer.password);
    await running.page().getByText('The name or the password is not right.').waitFor();
    await walk.signIn(running.page(), newcomer.signInName, newcomer.next);
    await toReaders(running.page());
    await expect(running.page().getByText(facility.displayName).first()).toBeVisible();
    await running.replaced(() => walk.press(running.page(), 'Lock'));

    // They forget it, and the lead lets them choose another one: the case is there again.
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await toPeople(running.page());
    await walk.press(running.page(), `Change ${newcomer.displayName}`);
    await running.page().getByRole('radio', { name: 'They forgot their password' }).check();
    await look(running.page(), 'forgotten');
    await walk.press(running.page(), 'Hand over the keyboard');
    await walk.seeHeading(running.page(), `${newcomer.displayName}, choose how you sign in`);
    await running.page().getByLabel('Sign-in name').fill(newcomer.signInName);
    await running.page().getByLabel('New password').fill(newcomer.last);
    await running.page().getByLabel('The same password again').fill(newcomer.last);
    await running.replaced(() => walk.press(running.page(), 'Finish'));
    await walk.signIn(running.page(), newcomer.signInName, newcomer.next);
    await running.page().getByText('The name or the password is not right.').waitFor();
    await walk.signIn(running.page(), newcomer.signInName, newcomer.last);
    await toReaders(running.page());
    await running.replaced(() => walk.press(running.page(), 'Lock'));

    // The lead looks at the rules and sheets of the place, and removes them.
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await walk.press(running.page(), 'This place');
    await look(running.page(), 'rooms-of-a-lead');
    await walk.press(running.page(), 'What leads read');
    await walk.seeHeading(running.page(), 'What do safeguarding leads read?');
    await look(running.page(), 'leads-read');
    await walk.press(running.page(), 'Back');
    await walk.press(running.page(), 'Recovery sheets');
    await running.page().getByText('work. Nobody has used them.').waitFor();
    await look(running.page(), 'sheets');
    await walk.press(running.page(), 'Make new sheets');
    await walk.seeHeading(running.page(), 'Three recovery sheets');
    await look(running.page(), 'new-sheets');
    await walk.press(running.page(), 'Later');
    await toPeople(running.page());
    await walk.press(running.page(), `Change ${newcomer.displayName}`);
    await running.page().getByRole('radio', { name: 'Remove for good' }).check();
    await look(running.page(), 'member');
    await walk.press(running.page(), 'Continue');
    await walk.seeHeading(running.page(), `Remove ${newcomer.displayName} for good?`);
    await look(running.page(), 'remove');
    await walk.press(running.page(), `Remove ${newcomer.displayName}`);
    await walk.seeHeading(running.page(), 'People');
    await expect(running.page().getByText('no longer here')).toHaveCount(2);
    await look(running.page(), 'removed');
    await walk.press(running.page(), 'Back');
    await walk.press(running.page(), 'Back');
    await toReaders(running.page());
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    await walk.signIn(running.page(), newcomer.signInName, newcomer.last);
    await running.page().getByText('The name or the password is not right.').waitFor();

    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
