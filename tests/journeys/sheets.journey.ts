import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { phraseText } from '#core/pack/pack.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { countPages, fontFaults, glyphsMissingIn, lettersOf, textOf } from '../support/pdf.ts';
import { facility, person } from '../support/people.ts';
import { showIn, takeSaved } from '../support/saved-sheet.ts';
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

    for (const { tag, script } of pack.manifest.languages) {
      await showIn(card, pack, tag);
      const file = await takeSaved(card, saved, join(folder, `${tag}.pdf`));
      expect(fontFaults(file), tag).toEqual([]);
      expect(glyphsMissingIn(file), tag).toBe(0);
      expect(countPages(file), tag).toBe(1);
      // Shaping may reorder letters and a reader may put spaces between them; none may be lost.
      const wanted = lettersOf(
        ['person.you-decide', 'person.rights', 'person.keep-safe']
          .map((id) => phraseText(pack, tag, id))
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
