import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { LanguageTag } from '#core/domain/language.ts';
import { phraseText } from '#core/pack/pack.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { countPages, fontsOf, glyphsMissingIn, lettersOf, textOf } from '../support/pdf.ts';
import { facility, person } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const pack = basePack();
const quietly = async () => {};

test('the sheet for a person in every language: bundled fonts, every letter there, readable again, one page', async () => {
  test.setTimeout(300_000);
  await withFolder(async (folder) => {
    const saved = join(folder, 'saved');
    mkdirSync(saved);
    const running = await launch(join(folder, 'profile'));
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await walk.allowSaving(page, saved, quietly);
    await walk.toReferralSheets(page, person);
    const card = page.getByRole('region', { name: 'For the person' });

    for (const { tag, direction, script } of pack.manifest.languages) {
      await card.getByLabel('Language of this sheet').selectOption(tag);
      await expect(card.locator(`article[lang="${tag}"]`)).toHaveAttribute('dir', direction);
      await card.getByRole('button', { name: 'Save as a file' }).click();
      await card.getByText(/^Saved as /).waitFor();
      const [name = ''] = readdirSync(saved);
      const file = join(folder, `${tag}.pdf`);
      renameSync(join(saved, name), file);

      const fonts = fontsOf(file);
      expect(fonts.length, tag).toBeGreaterThan(0);
      for (const font of fonts) {
        expect(font, tag).toMatchObject({
          type: 'CID TrueType',
          embedded: 'yes',
          subset: 'yes',
          unicode: 'yes',
        });
        expect(font.name, tag).toMatch(/^[A-Z]{6}\+Noto/);
      }
      expect(glyphsMissingIn(file), tag).toBe(0);
      expect(countPages(file), tag).toBe(1);
      // Shaping may reorder letters and a reader may put spaces between them; none may be lost.
      const language = LanguageTag.parse(tag);
      const wanted = lettersOf(
        ['person.you-decide', 'person.rights', 'person.keep-safe']
          .map((id) => phraseText(pack, language, id))
          .join(''),
      );
      const found = lettersOf(textOf(file));
      const lost = [...wanted].filter((letter) => !found.has(letter));
      expect(lost.length, `${tag} ${script}: ${lost.join(' ')}`).toBe(0);
      // The number in its own order, whichever way the line runs.
      expect(
        textOf(file).replaceAll(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
        tag,
      ).toContain('+358295463177');
    }
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
