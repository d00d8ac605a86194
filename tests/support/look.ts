import { join } from 'node:path';
import { type Page, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';

/** Looks at a screen as a reader of the screen would, and keeps a picture beside the journey's results. */
export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page, name);
  await page.screenshot({ path: join(test.info().outputDir, `${name}.png`) });
}
