import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { LanguageTag } from '#core/domain/language.ts';
import { PersonForm } from '#core/sheet/person-form.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { countPages, fontFaults, glyphsMissingIn, sizeOf, textOf } from '../support/pdf.ts';
import { facility, person } from '../support/people.ts';
import { showIn, takeSaved } from '../support/saved-sheet.ts';
import * as walk from '../support/walk.ts';

const pack = basePack();
/** One language for each way of writing; the sheet of information is checked in all of them. */
const tags = ['ti', 'ur', 'ar', 'bn', 'pa', 'th', 'zh-Hans', 'hi', 'ru', 'vi'].map((tag) =>
  LanguageTag.parse(tag),
);
const quietly = async () => {};
const codeWord = 'ladybird';

test('every form of paper for a person, in every script: bundled fonts, no empty box, one page, digits in order', async () => {
  test.setTimeout(400_000);
  await withFolder(async (folder) => {
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    const running = await launch(join(folder, 'profile'));
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await walk.allowSaving(page, saved, quietly);
    await walk.toReferralSheets(page, person);
    const card = page.getByRole('region', { name: 'For the person' });
    let looked = 0;

    for (const { shape } of PersonForm.options) {
      const form = shape.form.value;
      await card.getByLabel('What the person wants to hold').selectOption(form);
      if (form === 'card') await card.getByLabel('Code word').fill(codeWord);
      for (const tag of tags) {
        const where = `${form} ${tag}`;
        await showIn(card, pack, tag);
        const file = await takeSaved(card, saved, join(folder, `${form}-${tag}.pdf`));
        expect(fontFaults(file), where).toEqual([]);
        expect(glyphsMissingIn(file), where).toBe(0);
        expect(countPages(file), where).toBe(1);
        const text = textOf(file).replaceAll(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
        // A follow-up slip has the number of the clinic, and here there is none.
        if (form !== 'follow-up') expect(text, where).toContain('+358295463177');
        if (form === 'card') expect(text.split(codeWord), where).toHaveLength(9);
        looked += 1;
      }
      if (form === 'card')
        expect(await spilledCards(card), 'cards that hold too little').toEqual([]);
      await card.screenshot({ path: join(test.info().outputDir, `${form}.png`) });
    }
    expect(looked).toBe(PersonForm.options.length * tags.length);

    // Another size and large print are another document at once.
    await card.getByLabel('What the person wants to hold').selectOption('information');
    await card.getByLabel('Paper').selectOption('A5');
    await card.getByLabel('Large print').check();
    await expect(card.locator('article')).toHaveClass(/sheet--large/);
    const small = await takeSaved(card, saved, join(folder, 'small.pdf'));
    // 148 by 210 mm in points.
    expect(
      sizeOf(small)
        .split(' x ')
        .map((side) => Math.round(Number(side))),
    ).toEqual([420, 595]);
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** The languages in which a card cuts something off, of all that the pack speaks. */
async function spilledCards(card: Locator): Promise<readonly string[]> {
  const spilled: string[] = [];
  for (const { tag } of pack.manifest.languages) {
    await card.getByLabel('Language of this sheet').selectOption(tag);
    await card.locator(`article[lang="${tag}"]`).waitFor();
    const [first] = await card.locator('.cards__card').all();
    const isWhole = await first?.evaluate((box) => box.scrollHeight <= box.clientHeight);
    if (isWhole !== true) spilled.push(tag);
  }
  return spilled;
}
