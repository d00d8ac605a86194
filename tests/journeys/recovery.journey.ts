import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { findTexts, withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { textOf } from '../support/pdf.ts';
import { facility } from '../support/people.ts';
import { startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';

const next = 'pelican brocade fourteen sump';

/** The words in the order of their numbers, as somebody reads them off the paper. */
function wordsOn(text: string): string {
  return [...text.matchAll(/\b(\d+)\.\s+([a-z]+)/g)]
    .toSorted(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , word]) => word)
    .join(' ');
}

test('a forgotten password: two of the three sheets that came out of the printer let the lead in again', async () => {
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    const profile = join(folder, 'profile');
    const running = await launch(profile, { env: queue.env });
    try {
      // Given a place that is set up, with sheets from the printer
      const page = running.page();
      const look = async (screen: string) => {
        await expectAccessible(page, screen);
        const pictures = process.env['PICTURES'];
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `${screen}.png`) });
      };
      await walk.setUpPlace(page, facility, async () => {});
      await walk.seeHeading(page, 'Three recovery sheets');
      await look('recovery-sheets');
      await walk.press(page, 'Print three sheets');
      await walk.seeHeading(page, 'Take three sheets from the printer');
      await look('recovery-printed');
      await expect.poll(() => queue.jobNames()).toEqual(['Document', 'Document', 'Document']);
      const papers = queue.papers();
      expect(papers).toHaveLength(3);
      const sheets = papers.map((paper) => wordsOn(textOf(paper)));
      expect(new Set(sheets).size).toBe(3);
      await walk.press(page, 'I have all three');

      // When one word is typed wrongly, the screen says which; then two sheets are tried
      await walk.typeSheets(page, `wrongword ${sheets[1] ?? ''}`, sheets[2] ?? '');
      await walk.press(page, 'Try them');
      await expect(page.getByRole('alert')).toContainText(
        'Word 1 of the first sheet is not right.',
      );
      await look('recovery-mistyped');
      await walk.typeSheets(page, sheets[1] ?? '', sheets[2] ?? '');
      await walk.press(page, 'Try them');
      await walk.seeHeading(page, 'The sheets work');
      await look('recovery-done');
      await walk.press(page, 'Go on');
      await walk.seeHeading(page, 'Visits');
      expect(findTexts(profile, sheets), 'the words of no sheet are on the disk').toEqual([]);

      // And the password is forgotten
      await running.replaced(() => walk.press(running.page(), 'Lock'));
      const locked = running.page();
      await walk.press(locked, 'Forgotten password');
      await expectAccessible(locked, 'forgotten password');
      await walk.typeSheets(locked, sheets[0] ?? '', sheets[2] ?? '');
      await walk.press(locked, 'Continue');
      await walk.seeHeading(locked, 'Choose a new password');
      await expectAccessible(locked, 'choose a new password');
      await locked.getByLabel('Sign-in name').fill(facility.signInName);
      await locked.getByLabel('New password', { exact: true }).fill(next);
      await locked.getByLabel('The same password again').fill(next);
      await walk.press(locked, 'Continue');

      // Then the lead is in, and is asked for new sheets
      await walk.seeHeading(locked, 'Choose a PIN for now');
      await walk.press(locked, 'Without a PIN');
      await walk.seeHeading(locked, 'Three recovery sheets');
      await walk.press(locked, 'Later');
      await walk.seeHeading(locked, 'Visits');
      await expect(locked.getByText('New recovery sheets are due.')).toBeVisible();
      await expectAccessible(locked, 'visits with sheets due');
      await walk.press(locked, 'Make them now');
      await walk.makeSheets(locked);
      await walk.seeHeading(locked, 'Visits');
      await expect(locked.getByText('New recovery sheets are due.')).toBeHidden();

      // And neither the old password nor the old sheets open any more
      await running.replaced(() => walk.press(running.page(), 'Lock'));
      await walk.signIn(running.page(), facility.signInName, facility.password);
      await expect(running.page().getByRole('alert')).toBeVisible();
      await walk.press(running.page(), 'Forgotten password');
      await walk.typeSheets(running.page(), sheets[0] ?? '', sheets[1] ?? '');
      await walk.press(running.page(), 'Continue');
      await expect(running.page().getByRole('alert')).toContainText('does not belong to the set');
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
      queue.stop();
    }
  });
});
