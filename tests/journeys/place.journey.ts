import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { contentFolder } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility } from '../support/people.ts';
import { valueOf } from '../support/vault.ts';
import * as walk from '../support/walk.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { fingerprintOf, signPack } from '../../electron/packs/signature.ts';

test('the lead takes an update from a file, checks a helper, adds a safe house and confirms the law', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    const at = (screen: string) => look(page, screen);
    await walk.setUp(page, facility, async () => {});
    await walk.press(page, 'This place');

    // An update that a ministry signed.
    const { path, fingerprint } = updateIn(profile);
    await walk.press(page, 'Content');
    await walk.seeHeading(page, 'Content and updates');
    await at('content');
    await page.getByLabel('File of the update').fill(path);
    await walk.press(page, 'Look at this file');
    await expect(page.getByRole('alert')).toContainText('Nobody here trusts the key');
    await page.getByLabel('Fingerprint you were given by another way').fill(fingerprint);
    await page.getByLabel('Whose key is it?').fill('The ministry');
    await at('stranger');
    await walk.press(page, 'Trust this key');
    await walk.seeHeading(page, 'What this update changes');
    await expect(page.getByText('080 005 006')).toBeVisible();
    await at('changes');
    await walk.press(page, 'Take this update');
    await expect(page.getByText('Version 9.0.0 is in force.')).toBeVisible();
    await at('taken');

    // The place's own words.
    await page.getByLabel('Find what you want to say otherwise').fill('interpreter');
    await page
      .getByRole('region', { name: 'In our own words' })
      .getByRole('listitem')
      .first()
      .getByRole('button')
      .click();
    // Words that a bystander would understand are not taken.
    await page.getByLabel('How it stands here').fill('Ring the unit against Menschenhandel.');
    await walk.press(page, 'Keep for confirming');
    await expect(page.getByRole('alert')).toContainText('These words say what this is about');
    await at('too-plain');
    await page.getByLabel('How it stands here').fill('Ring the desk: they know who is in today.');
    await walk.press(page, 'Keep for confirming');
    await walk.press(page, 'Confirm these words');
    await expect(page.getByText(/in force since/)).toBeVisible();
    await at('own-words');
    // A sentence for a person in one language.
    await page.getByLabel('Find what you want to say otherwise').fill('I am in danger');
    await walk.press(page, 'I am in danger');
    await page.getByLabel('In which language?').selectOption('fi');
    await page.getByLabel('How it stands here').fill('Minulla on hätä {number}');
    await walk.press(page, 'Keep for confirming');
    await expect(page.getByRole('alert')).toContainText('These words cannot stand there.');
    await page.getByLabel('How it stands here').fill('Minulla on hätä');
    await walk.press(page, 'Keep for confirming');
    await walk.press(page, 'Confirm these words');
    await expect(page.getByText('Finnish: I am in danger')).toBeVisible();
    await at('own-phrase');

    await walk.press(page, 'Back');
    // By what papers for helpers name staff.
    await walk.press(page, 'Staff on papers');
    await walk.seeHeading(page, 'Who is named on papers, and how?');
    await page.getByLabel(facility.displayName).fill('LLR 408-7731');
    await at('staff-numbers');
    await walk.press(page, 'Keep this');
    await walk.seeHeading(page, 'This place');
    await walk.press(page, 'Staff on papers');
    await expect(page.getByLabel(facility.displayName)).toHaveValue('LLR 408-7731');
    await walk.press(page, 'Back');

    // As the slips of the place begin and end.
    await walk.press(page, 'Slips');
    await walk.seeHeading(page, 'How do your own slips look?');
    await page.getByLabel('At the top').fill('Larch Street Clinic');
    await at('slips');
    await walk.press(page, 'Keep it');
    await walk.press(page, 'Slips');
    await expect(page.getByLabel('At the top')).toHaveValue('Larch Street Clinic');
    await walk.press(page, 'Back');

    // A helper that is checked, and one that the place adds.
    await walk.press(page, 'Helpers');
    await walk.seeHeading(page, 'Helpers');
    await at('helpers');
    await walk.press(page, 'Check Nollalinja');
    await page.getByLabel('Who made sure?').fill('Ada');
    await at('check');
    await walk.press(page, 'It is right');
    await expect(page.getByText(/^checked on/)).toBeVisible();
    await walk.press(page, 'Add a helper');
    await page.getByLabel('Name', { exact: true }).fill('Larch House');
    await page.getByLabel('What it is').selectOption('shelter');
    await page.getByLabel('Telephone number').fill('12');
    await page.getByLabel('What a call changes for the person').fill('They ask for a first name.');
    await at('add-helper');
    await walk.press(page, 'Keep this helper');
    await expect(page.getByRole('alert')).toContainText('no number of this country');
    await page.getByLabel('Telephone number').fill('040 123 4567');
    await walk.press(page, 'Keep this helper');
    await expect(page.getByText('Larch House', { exact: true }).first()).toBeVisible();
    await at('helpers-after');

    await walk.press(page, 'Back');
    // The law of the country.
    await walk.press(page, 'Law');
    await at('law');
    await page
      .getByRole('button', { name: /^Confirm or change/ })
      .first()
      .click();
    await page.getByLabel('Who confirmed it?').fill('The lawyer of the county');
    await at('law-form');
    await walk.press(page, 'This is the law here');
    await expect(page.getByText(/confirmed by The lawyer of the county/)).toBeVisible();
    // Its numbers, its age and its steps.
    await walk.press(page, 'Confirm or change numbers and steps');
    await page.getByLabel('Emergency numbers').fill('everything');
    await page.getByLabel('Who confirmed it?').fill('The county');
    await expect(page.getByRole('button', { name: 'This is how it is here' })).toBeDisabled();
    await page.getByLabel('Emergency numbers').fill('112 everything that cannot wait');
    await page.getByLabel('The usual way, step by step').fill('Call the county first.');
    await at('place-page');
    await walk.press(page, 'This is how it is here');
    await expect(page.getByText('Call the county first.')).toBeVisible();
    await expect(page.getByText(/in our own words, by The county/)).toBeVisible();
    await at('law-after');
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');

    // Without signing in: the update and the own words, and no safe house.
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    const locked = running.page();
    await walk.press(locked, 'Reading for staff');
    await walk.press(locked, 'No, go on');
    await locked.getByLabel('What are you looking for?').fill('Ring the desk');
    await locked.locator('summary').first().click();
    await expect(locked.locator('details').first()).toContainText('words of this place');
    await walk.press(locked, 'Point and answer');
    await locked.getByLabel('Language of the person').selectOption('fi');
    await locked.getByRole('button', { name: 'Minulla on hätä' }).click();
    await expect(locked.getByText(/^words of this place, since/)).toBeVisible();
    await walk.press(locked, 'Numbers');
    await expect(locked.getByText('080 005 006')).toBeVisible();
    await expect(locked.getByText('everything that cannot wait')).toBeVisible();
    await expect(locked.getByText('Larch House')).toHaveCount(0);
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** The pack that ships as version 9.0.0 with another number in it, signed by somebody, in a file. */
function updateIn(folder: string): { readonly path: string; readonly fingerprint: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const files = new Map(
    [...valueOf(readPackFolder(contentFolder))].map(([file, text]) => [
      file,
      file === 'manifest.yaml'
        ? text.replace(/^version: .*$/m, 'version: 9.0.0')
        : text.replace("+35880005005', shown: '080 005 005", "+35880005006', shown: '080 005 006"),
    ]),
  );
  const bundle = signPack(files, String(privateKey.export({ format: 'pem', type: 'pkcs8' })));
  const path = join(folder, 'update.quietroom-pack');
  writeFileSync(path, JSON.stringify(bundle));
  return { path, fingerprint: fingerprintOf(Buffer.from(bundle.publicKey, 'base64')) };
}
