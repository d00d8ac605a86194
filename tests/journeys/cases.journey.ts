import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { addColleague, changeOver, colleague, shareWithColleague } from '../support/colleague.ts';
import { coverByKey, isCovered, leaveCover } from '../support/cover.ts';
import { withFolder } from '../support/folder.ts';
import { facility, person } from '../support/people.ts';
import { launchAtPlace, openVisitAt } from '../support/place.ts';
import * as walk from '../support/walk.ts';

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
  await walk.closeVisit(page);
}

test('a person who comes again: found by name, looked back at, corrected, and the next visit begins', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await holdVisit(page);
    await look(page, 'home');
    expect(await page.getByText(person.alias).count()).toBe(0);

    await walk.press(page, 'Find a visit');
    await walk.seeHeading(page, 'Can only staff see this screen?');
    await look(page, 'staff-only');
    expect(await page.getByText(person.alias).count()).toBe(0);
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, 'Find a visit');
    await page.getByLabel('Name').fill('wendo');
    await page.getByText('1 found').waitFor();
    await look(page, 'found');

    await walk.press(page, 'Look back');
    await walk.seeHeading(page, person.alias);
    await page.getByText('Emergency numbers').waitFor();
    await look(page, 'before-the-visit');
    await page.getByText('Note something since the last visit').click();
    await page.getByRole('radio', { name: 'They moved' }).check();
    await page.getByLabel('On which day').fill('2026-11-20');
    await look(page, 'adding-a-note');
    await walk.press(page, 'Add it');
    await page.getByText('They have moved from place to place').waitFor();
    // Of the note before nothing is chosen in the next: what is added is never taken away.
    const missed = async () =>
      page.getByRole('radio', { name: 'An appointment was missed' }).check();
    const byAnother = page.getByRole('radio', { name: 'Somebody else called it off' });
    await missed();
    await byAnother.check();
    await page.getByLabel('On which day').fill('2026-11-21');
    await walk.press(page, 'Add it');
    await expect(byAnother).toHaveCount(0);
    await missed();
    await expect(byAnother).not.toBeChecked();

    await walk.press(page, 'Kept apart');
    await page.getByText('Add to this record').click();
    await page.getByLabel('What was noticed').fill(person.ownWords);
    await look(page, 'kept-apart');
    await walk.press(page, 'Add it');
    await page.getByText(person.ownWords).waitFor();
    await walk.press(page, 'Danger');
    await page.getByText('By the rules').or(page.getByText('The person:')).first().waitFor();
    await look(page, 'danger-once');

    await walk.press(page, 'Visits');
    await page.getByText('Add a correction').click();
    await page.getByLabel('What should be added?').fill(person.otherSign);
    await walk.press(page, 'Add it');
    await page.getByText(person.otherSign).first().waitFor();
    await look(page, 'looking-back');

    await walk.press(page, 'Next visit');
    await walk.seeHeading(page, 'Is it just the two of you?');
    expect(await page.getByText(person.alias).count()).toBe(0);

    await walk.press(page, 'Yes, just us');
    await walk.seeHeading(page, 'Say this first');
    await walk.goOnTo(page, 'Is there danger right now?');
    await walk.choose(page, walk.questions.tonight, 'No');
    await walk.goOnTo(page, 'What else bears on it?');
    await walk.choose(page, 'Has anybody threatened them?', 'Yes');
    await look(page, 'risk');
    await walk.goOnTo(page, 'How pressing is it?');
    await page.getByText('Because of: No safe place to sleep tonight').first().waitFor();
    await look(page, 'risk-level');
    await page.getByText('Set another level').click();
    await page.getByRole('radio', { name: 'Soon' }).check();
    await page.getByLabel('Why').fill(person.safeContact);
    await look(page, 'risk-level-set');
    await running.replaced(() => walk.press(page, 'Lock'));
    const next = running.page();
    await walk.signIn(next, facility.signInName, facility.password);
    await walk.seeHeading(next, 'Visits');
    await look(next, 'home-two-visits');
    await walk.press(next, 'Look back');
    await walk.press(next, 'Yes, only staff');
    await walk.seeHeading(next, person.alias);
    await look(next, 'before-the-third');
    await walk.press(next, 'Danger');
    await next.locator('.recharts-line-curve').waitFor();
    await next.getByText('No safe place to sleep tonight: not assessed → yes').waitFor();
    await look(next, 'danger-twice');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('a cover and a lock over a name ask again who can see the screen, and keep what was being typed', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await holdVisit(page);
    await walk.press(page, 'Look back');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, person.alias);
    await walk.press(page, 'Kept apart');
    await page.getByText('Add to this record').click();
    const noticed = () => running.page().getByLabel('What was noticed');
    await noticed().fill(person.ownWords);

    await coverByKey(running);
    await expect.poll(() => isCovered(running)).toBe(true);
    // The page has put everything away by then, and is not replaced.
    const asked = page.getByRole('heading', { name: 'Can only staff see this screen?' });
    await asked.waitFor({ state: 'attached' });
    await leaveCover(running);
    await walk.seeHeading(page, 'Can only staff see this screen?');
    expect(await page.getByText(person.alias).count()).toBe(0);
    await walk.press(page, 'Yes, only staff');
    await expect(noticed()).toHaveValue(person.ownWords);

    await running.replaced(() => walk.press(page, 'Lock'));
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await walk.seeHeading(running.page(), 'Visits');
    await walk.press(running.page(), 'Look back');
    await walk.seeHeading(running.page(), 'Can only staff see this screen?');
    expect(await running.page().getByText(person.alias).count()).toBe(0);
    await walk.press(running.page(), 'Yes, only staff');
    await expect(noticed()).toHaveValue(person.ownWords);

    // Once it is written down, nothing of it is left in the field.
    await walk.press(running.page(), 'Add it');
    await running.page().locator('.story').getByText(person.ownWords).waitFor();
    await walk.press(running.page(), 'Visits');
    await walk.press(running.page(), 'Kept apart');
    await running.page().getByText('Add to this record').click();
    await expect(noticed()).toHaveValue('');
    await running.close();
  });
});

test('of two members on one case, the one whose visit is open is named, and the other cannot write in it', async () => {
  await withFolder(async (profile) => {
    // given
    const running = await launchAtPlace(profile);
    await openVisitAt(running, { alias: person.alias });
    await walk.press(running.page(), 'Leave for now');
    await walk.seeHeading(running.page(), 'Visits');
    await addColleague(running);
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await shareWithColleague(running, person.alias);

    // when
    await changeOver(running, colleague);

    // then
    const page = running.page();
    await expect(page.locator('.visits__about')).toContainText(
      `open, with ${facility.displayName}`,
    );
    await expect(page.getByRole('button', { name: 'Go on', exact: true })).toHaveCount(0);
    await look(page, 'home-open-with-a-colleague');
    await walk.press(page, 'Look back');
    await walk.press(page, 'Yes, only staff');
    await walk.press(page, 'Visits');
    await page.getByText('They can go on with it. Nobody writes in it but them.').waitFor();
    await expect(page.getByRole('button', { name: /^Go on/ })).toHaveCount(0);
    await look(page, 'case-open-with-a-colleague');
    await running.close();
  });
});
