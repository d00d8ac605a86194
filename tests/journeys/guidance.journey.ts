import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { vaultFolder } from '../../electron/platform/profile.ts';
import { look } from '../support/look.ts';
import { isCovered, leaveCover } from '../support/cover.ts';
import { withFolder } from '../support/folder.ts';
import type { Running } from '../support/launch.ts';
import { launchAtPlace, launchLocked } from '../support/place.ts';
import { searchFolders } from '../support/residue.ts';
import * as walk from '../support/walk.ts';

/** A place that covers its screen as soon as it may, with nobody signed in any more. */
async function quickPlace(profile: string): Promise<Running> {
  const running = await launchAtPlace(profile);
  await walk.openRoom(running.page(), 'Closing');
  await walk.choose(running.page(), /^Covered by a page about health/, '30 seconds');
  await walk.press(running.page(), 'Keep these times');
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  return running;
}

/** What a nurse types, and what she should read first. */
const saidAndFound = [
  ['does not speak for herself', /^Someone with them speaks for them/],
  ['husband will not leave', /^The companion does not leave/],
  ['pasport taken', /^Someone else keeps their papers$/],
  ['bruises', /^There are injuries or marks/],
  ['do I have to report', /^When the law makes you report$/],
  ['I am in danger', /^I am in danger$/],
  ['Payoke', /^Payoke, Antwerp: 03 201 16 90$/],
  ['steps Belgium', /^Belgium: step by step$/],
  ['her boss keeps her money', /^Someone else keeps or controls their money$/],
] as const;

async function openReading(page: Page): Promise<void> {
  await walk.press(page, 'Reading for staff');
  await walk.seeHeading(page, 'Can anybody else see this screen?');
}

test('guidance is read without signing in: found by a misspelt word and in another script, pointed at in Tigrinya and by pictures, left to the lock screen', async () => {
  await withFolder(async (profile) => {
    const running = await launchLocked(profile);
    const page = running.page();
    await openReading(page);
    await look(page, 'question');
    await walk.press(page, 'No, go on');

    const words = page.getByLabel('What are you looking for?');
    await words.fill('interpretor');
    await expect(page.locator('details').first()).toContainText(/interpret/i);
    await page.locator('summary').first().click();
    await look(page, 'find');
    // As somebody says it, in words that the texts do not have; and where nothing has all of them.
    for (const [said, first] of saidAndFound) {
      await words.fill(said);
      await expect(page.locator('summary').first()).toHaveText(first);
    }
    await expect(page.locator('output').first()).toHaveText(/^\d+ found with some of these/);
    await look(page, 'find-as-said');
    // A sentence for a person, by its own words in another script.
    await words.fill('أنا في خطر');
    await expect(page.locator('summary', { hasText: /^I am in danger$/ })).toBeVisible();
    await page.locator('summary', { hasText: /^I am in danger$/ }).click();
    await expect(page.locator('bdi[lang="ti"]')).toBeVisible();
    await look(page, 'find-spoken');

    // What only the full sheet says is found nowhere, by its own words either.
    await words.fill('trafficking');
    await expect(page.locator('summary').first()).toHaveText(/^Several signs/);
    await expect(page.locator('main')).not.toContainText(/traffick/i);

    await walk.press(page, 'Before a visit');
    await look(page, 'before-a-visit');
    // In another language of the staff, which is only a file more; what it has not is English.
    await page.getByLabel('Staff read in').selectOption('fi');
    await expect(page.getByText('Tiedän, miten tapaan ihmisen kahden kesken.')).toBeVisible();
    await look(page, 'before-a-visit-finnish');
    await walk.press(page, 'Find');
    await words.fill('saattajalle');
    await expect(page.locator('summary').first()).toHaveText('Saattajalle ei mitään');
    await words.fill('shame');
    await expect(page.locator('summary').first()).toBeVisible();
    await page.getByLabel('Staff read in').selectOption('en');
    await walk.press(page, 'Advice');
    await page.getByLabel('Where do you work?').selectOption({ index: 2 });
    await page.locator('summary').first().click();
    await expect(page.locator('details[open] li').first()).toBeVisible();
    await page.getByText('Fields of work to have in mind').click();
    await look(page, 'advice');

    await walk.press(page, 'Point and answer');
    await page.getByLabel('Language of the person').selectOption('ti');
    await page.locator('.panel__phrase').nth(5).click();
    await expect(page.getByText('I am in danger', { exact: true })).toBeVisible();
    await look(page, 'point');
    // A language that the pack does not have: pictures alone, and staff read what was pointed at.
    await page.getByLabel(/^Pictures only/).check();
    const pictures = page.getByRole('button', { name: 'I am in danger', exact: true });
    await expect(pictures).toBeVisible();
    await pictures.click();
    await expect(page.locator('output', { hasText: 'I am in danger' })).toBeVisible();
    await look(page, 'pictures');

    await walk.press(page, 'Questionnaires');
    await page.locator('summary').first().click();
    await expect(page.getByText('From 18 years', { exact: true })).toBeVisible();
    await look(page, 'questionnaires');
    await walk.press(page, 'Numbers');
    await expect(page.getByText('116 006')).toBeVisible();
    await look(page, 'numbers');

    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'Sign in');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('the reading covers itself when nobody touches it, asks again afterwards, and writes nothing to the disk', async () => {
  await withFolder(async (profile) => {
    const running = await quickPlace(profile);
    const page = running.page();
    const before = contentsOf(join(profile, vaultFolder));
    await openReading(page);
    await walk.press(page, 'No, go on');
    await page.getByLabel('What are you looking for?').fill('zzqaunterpretor');
    expect(await isCovered(running)).toBe(false);

    // Half a minute, as this place has it, and nobody comes.
    await expect.poll(() => isCovered(running), { timeout: 40_000, intervals: [1_000] }).toBe(true);

    // Then the question is asked again, and what was typed is gone.
    await leaveCover(running);
    await walk.seeHeading(page, 'Can anybody else see this screen?');
    await walk.press(page, 'No, go on');
    await expect(page.getByLabel('What are you looking for?')).toHaveValue('');

    // Nothing in the place of the records has changed, and what was typed is nowhere on the disk.
    await running.close();
    expect(contentsOf(join(profile, vaultFolder))).toEqual(before);
    const searched = searchFolders('zzqaunterpretor', [profile]);
    expect(searched.found).toEqual([]);
    expect(searched.files).toBeGreaterThan(5);
  });
});

function contentsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, createHash('sha256').update(readFileSync(path)).digest('hex')];
      }),
  );
}
