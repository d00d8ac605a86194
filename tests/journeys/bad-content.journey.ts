import { expect, test } from '@playwright/test';
import { look } from '../support/look.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility } from '../support/people.ts';
import { badUpdates, fileOf, newer } from '../support/updates.ts';
import * as walk from '../support/walk.ts';
import { readSigner } from '../../electron/packs/judge-update.ts';
import { valueOf } from '../support/vault.ts';

/** What the lead reads about each file: what is wrong, and file and line where there is one. */
const sentences: Readonly<Record<keyof typeof badUpdates, RegExp>> = {
  'signed by a stranger': /Nobody here trusts the key that signed this file/,
  'changed after it was signed': /This file was changed after it was signed/,
  'cut off': /This file is cut off, or no update/,
  'of 200 MB': /far too large for an update.*at most 20 MB/s,
  'with a path that climbs out': /no part of the content: \.\.\/evil\.yaml/,
  'that is not there': /no file there that can be read/,
  'from the future': /for a newer Quietroom/,
  'that is no newer': /no newer than the content in force/,
  'that is older': /The update is version 0\.0\.1/,
  'of another name': /This file holds other content: other/,
  'with broken YAML': /needs\.yaml, line \d+: /,
  'with an unknown field': /checklist\.yaml, line \d+: unknown field “colour”/,
  'in which a phrase lost its placeholder':
    /phrases\/fi\.yaml, line \d+: a phrase lost or gained a placeholder/,
  'with a number that is not the one shown':
    /contacts\.yaml, line \d+: a telephone number is not right/,
  'with words for staff that fit no entry':
    /staff\/fi\.yaml, line 7: words for staff that fit no entry/,
};

test('every bad file is refused with a clear sentence, and the content in force stays', async () => {
  test.setTimeout(120_000);
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, async () => {});
    await walk.press(page, 'This place');
    await walk.press(page, 'Content');
    await walk.seeHeading(page, 'Content and updates');
    const inForce = await page.getByRole('region', { name: 'In force' }).innerText();

    // The key of the sound files is trusted, so that it is the file that is judged.
    const sound = fileOf(newer('9.0.0'));
    await page.getByLabel('File of the update').fill(sound);
    await walk.press(page, 'Look at this file');
    await page
      .getByLabel('Fingerprint you were given by another way')
      .fill(valueOf(readSigner(sound)).fingerprint);
    await page.getByLabel('Whose key is it?').fill('The ministry');
    await walk.press(page, 'Trust this key');
    await walk.seeHeading(page, 'What this update changes');
    await walk.press(page, 'Back');

    for (const [name, make] of Object.entries(badUpdates)) {
      const path = make();
      await page.getByLabel('File of the update').fill(path);
      await walk.press(page, 'Look at this file');
      const said = page.getByRole('alert');
      await expect(said, name).toContainText(new Map(Object.entries(sentences)).get(name) ?? '');
      await expect(said, name).toContainText('The content in force stays as it is.');
      await expect(page.getByRole('button', { name: 'Take this update' })).toHaveCount(0);
      // One sentence, and one that names file and line: the others look the same.
      if (/stranger|placeholder/.test(name)) await look(page, name);
      await walk.press(page, 'Back');
      await walk.seeHeading(page, 'Content and updates');
      expect(await page.getByRole('region', { name: 'In force' }).innerText()).toBe(inForce);
    }
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
