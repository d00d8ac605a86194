import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility, person } from '../support/people.ts';
import { startQueue } from '../support/queue.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

test('a printer is chosen, a sheet shredded, and one that does not come out kept until it does', async () => {
  test.setTimeout(180_000);
  await withFolder(async (folder) => {
    const queue = await startQueue(join(folder, 'queue'));
    queue.addPrinter('upstairs');
    const running = await launch(join(folder, 'profile'), { env: queue.env });
    const page = running.page();
    const look = async (screen: string) => {
      await expectAccessible(page, screen);
      await page.screenshot({ path: join(test.info().outputDir, `${screen}.png`) });
    };
    try {
      await walk.setUp(page, facility, quietly);
      await walk.toReferralSheets(page, person);

      // Which printer, and what its queue may keep, said once.
      const printer = page.getByRole('region', { name: 'Printer' });
      await printer.getByText('may keep a copy for a while').waitFor();
      await printer.scrollIntoViewIfNeeded();
      await look('told');
      await walk.press(page, 'I have read this');
      await expect(printer.getByText('may keep a copy for a while')).toBeHidden();
      await printer.getByLabel('Print on').selectOption('upstairs');
      await walk.press(page, 'Print a test page');
      await printer.getByText('A page of letters was sent').waitFor();
      await expect.poll(() => queue.printedJobs().length).toBe(1);
      await look('chosen');

      // Two copies, and then it was the wrong sheet.
      const card = page.getByRole('region', { name: 'For the helper' });
      await card.getByLabel('Copies').selectOption('2');
      await card.getByRole('button', { name: 'Print', exact: true }).click();
      await card.getByText('Take it from the tray.').waitFor();
      await expect.poll(() => queue.printedJobs().length).toBe(2);
      expect(queue.copies()).toEqual(['1', '2']);
      await look('tray');
      await walk.press(page, 'Printed by mistake');
      await card.getByText('shred it. Nothing more is printed.').waitFor();
      await look('mistake');
      await walk.press(page, 'It is shredded');
      await card.getByText('Written down: shredded.').waitFor();

      // Switched off: kept, and printed when somebody asks again.
      queue.run('/usr/sbin/cupsdisable', 'upstairs');
      await card.getByRole('button', { name: 'Print', exact: true }).click();
      await expect(card.getByRole('alert')).toContainText('is switched off or has stopped');
      const waiting = page.getByRole('region', { name: 'Not printed yet' });
      await waiting.getByText('is switched off or has stopped').waitFor();
      await look('stopped');
      queue.run('/usr/sbin/cupsenable', 'upstairs');
      await waiting.getByRole('button', { name: 'Print it now' }).click();
      await waiting.getByText('Take it from the tray.').waitFor();
      await expect.poll(() => queue.printedJobs().length).toBe(3);

      // Out of paper: it waits at the printer, and comes out when there is some.
      queue.setMood('empty');
      await card.getByRole('button', { name: 'Print', exact: true }).click();
      await waiting.getByText('has no paper').waitFor();
      await look('no-paper');
      queue.setMood('well');
      await expect.poll(() => queue.printedJobs().length).toBe(4);
      await expect(waiting.getByText('has no paper')).toBeHidden();
      expect(new Set(queue.jobNames())).toEqual(new Set(['Document']));

      // Who printed what, of which case, and nothing of what it says.
      await walk.closeVisit(page);
      await walk.openRoom(page, 'Log');
      await walk.seeHeading(page, 'Log');
      await page
        .getByText(/printed “Sheet for the helper” of case [0-9A-F]{6}/)
        .first()
        .waitFor();
      await expect(page.locator('main')).not.toContainText(person.alias);
      await look('log');
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
      queue.stop();
    }
  });
});
