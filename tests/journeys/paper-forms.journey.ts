import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { LanguageTag } from '#core/domain/language.ts';
import { phraseText } from '#core/pack/pack.ts';
import { PersonForm } from '#core/sheet/person-form.ts';
import { formNumber, partsOf } from '#core/sheet/small-sheets.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { lettersOf, type ReadPaper, readPaper } from '../support/pdf.ts';
import { otherLooks, paperPageOf } from '../support/preview-looks.ts';
import { facility, person } from '../support/people.ts';
import { showIn, takeSaved } from '../support/saved-sheet.ts';
import { touch } from '../support/touch.ts';
import * as walk from '../support/walk.ts';

const pack = basePack();
const everyTag = pack.manifest.languages.map(({ tag }) => tag);
/** One language for each way of writing; the sheet of information is checked in all of them. */
const tags = ['ti', 'ur', 'ar', 'bn', 'pa', 'th', 'zh-Hans', 'hi', 'ru', 'vi'].map((tag) =>
  LanguageTag.parse(tag),
);
const quietly = async () => {};
const codeWord = 'ladybird';

type Form = PersonForm['form'];

test('every form of paper for a person, in every script, and the sheet of information in every language', async () => {
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
    // The number is that of the helper whom the person chose. Another has a plus sign to get wrong.
    const number = page.getByLabel('Whose number?');
    await expect(number).toHaveValue('contact.fi-nollalinja');
    await number.selectOption('contact.fi-assistance-system');
    const otherwise: string[] = [];
    /** What is read while the next paper is made. */
    const readings: Promise<readonly string[]>[] = [];

    for (const { shape } of PersonForm.options) {
      const form = shape.form.value;
      await card.getByLabel('What the person wants to take along').selectOption(form);
      if (form === 'card') await card.getByLabel('Code word').fill(codeWord);
      for (const tag of form === 'information' ? everyTag : tags) {
        await showIn(card, pack, tag);
        const file = await takeSaved(card, saved, join(folder, `${form}-${tag}.pdf`));
        readings.push(faultsOf(form, tag, file));
        // As long as papers are made nobody has left the desk.
        await touch(running);
      }
      if (form === 'card')
        expect(await spilledCards(card), 'cards that hold too little').toEqual([]);
      await card.screenshot({ path: join(test.info().outputDir, `${form}.png`) });
      // A preview is the document itself, in the plain letters and in Nastaliq.
      for (const tag of ['vi', 'ur']) {
        await showIn(card, pack, LanguageTag.parse(tag));
        const found = await otherLooks(
          card.locator('article').first(),
          paperPageOf(running.app.windows()),
        );
        otherwise.push(...found.map((what) => `${form} ${tag}: ${what}`));
      }
    }
    expect(otherwise).toEqual([]);
    expect(readings).toHaveLength((PersonForm.options.length - 1) * tags.length + everyTag.length);

    // Another size and large print are another document at once.
    await card.getByLabel('What the person wants to take along').selectOption('information');
    await expect(card.getByText('It takes more than one page.')).toBeHidden();
    await card.getByLabel('Paper').selectOption('A5');
    await card.getByLabel('Large print').check();
    await expect(card.locator('article')).toHaveClass(/sheet--large/);
    await card.getByText('It takes more than one page.').waitFor();
    const small = await readPaper(await takeSaved(card, saved, join(folder, 'small.pdf')));
    // 148 by 210 mm in points.
    expect(small.size.map(Math.round)).toEqual([420, 595]);
    expect(small.pages).toBeGreaterThan(1);
    expect((await Promise.all(readings)).flat()).toEqual([]);

    // The number of another helper, on the same paper: what the screen says is what is printed.
    await card.getByLabel('What the person wants to take along').selectOption('full');
    await showIn(card, pack, LanguageTag.parse('ti'));
    await page.getByLabel('Whose number?').selectOption({ label: 'Nollalinja' });
    await expect(card.locator('article')).toContainText('080 005 005');
    await expect(card.getByLabel('What the person wants to take along')).toHaveValue('full');
    await expect(card.locator('article[data-kind="full"]')).toHaveAttribute('lang', 'ti');
    await expect(card.getByLabel('Paper')).toHaveValue('A5');
    await card.getByRole('button', { name: 'The same in our language' }).click();
    await expect(card.locator('.sheet__pair').first()).toContainText('Human trafficking');
    await card.screenshot({ path: join(test.info().outputDir, 'beside.png') });
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** Bundled fonts, no empty box, one page, digits in their order, and of the information every letter. */
async function faultsOf(form: Form, tag: LanguageTag, file: string): Promise<readonly string[]> {
  const paper = await readPaper(file).catch(String);
  if (typeof paper === 'string') return [`${form} ${tag}: ${paper}`];
  const text = paper.text.replaceAll(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  const faults = [
    ...paper.fontFaults,
    ...(paper.missingGlyphs === 0 ? [] : [`${paper.missingGlyphs} empty boxes`]),
    ...(paper.pages === 1 ? [] : [`${paper.pages} pages`]),
    // A follow-up slip has the number of the clinic, and here there is none.
    ...(form === 'follow-up' || isInOrder(numberOn(form), text) ? [] : ['no number in its order']),
    ...(form !== 'card' || text.split(codeWord).length === 9 ? [] : ['not eight code words']),
    ...(form === 'information' ? lostLetters(tag, paper) : []),
  ];
  return faults.map((fault) => `${form} ${tag}: ${fault}`);
}

/** The helper's, as it stands on a paper that nothing more was chosen for; to be learned, in its parts. */
function numberOn(form: Form): readonly string[] {
  if (form === 'memorise') return partsOf('+358 2954 63177');
  return [form === 'slip' ? formNumber('+358295463177', false) : '+358295463177'];
}

function isInOrder(parts: readonly string[], text: string): boolean {
  let from = 0;
  return parts.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
}

/** Shaping may reorder letters and a reader may put spaces between them; none may be lost. */
function lostLetters(tag: LanguageTag, { text }: ReadPaper): readonly string[] {
  const wanted = ['person.you-decide', 'person.rights', 'person.keep-safe']
    .map((id) => phraseText(pack, tag, id))
    .join('');
  const found = lettersOf(text);
  const lost = [...lettersOf(wanted)].filter((letter) => !found.has(letter));
  return lost.length === 0 ? [] : [`lost: ${lost.join(' ')}`];
}

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
