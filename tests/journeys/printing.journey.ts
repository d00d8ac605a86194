import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { findTexts, withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { textOf } from '../support/pdf.ts';
import { facility, person } from '../support/people.ts';
import { startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

test('a sheet reaches a real print queue under a neutral name and leaves no text behind', async () => {
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    const profile = join(folder, 'profile');
    const running = await launch(profile, { env: queue.env });
    try {
      const page = running.page();
      await walk.setUp(page, facility, quietly);
      await walk.toReferralSheets(page, person);
      const card = page.getByRole('region', { name: 'For the helper' });
      await card.getByRole('button', { name: 'Print' }).click();
      await expect(card.getByText('Sent to the printer.')).toBeVisible();

      await expect
        .poll(() => readFileSync(queue.paper, { flag: 'a+' }).length)
        .toBeGreaterThan(1000);
      expect(textOf(queue.paper)).toContain(person.alias);
      expect(queue.jobNames()).toEqual(['Document']);
      expect(findTexts(profile, Object.values(person))).toEqual([]);
    } finally {
      await running.close();
      queue.stop();
    }
  });
});

test('without a printer the sheet is kept, and the screen says what to do', async () => {
  await withFolder(async (folder) => {
    const running = await launch(join(folder, 'profile'), {
      env: { CUPS_SERVER: join(folder, 'nothing.sock') },
    });
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await walk.toReferralSheets(page, person);
    const card = page.getByRole('region', { name: 'For the helper' });
    await card.getByRole('button', { name: 'Print' }).click();
    await expect(card.getByRole('alert')).toContainText('No printer answers.');
    await expect(card.locator('article')).toContainText(person.alias);
    await running.close();
  });
});
