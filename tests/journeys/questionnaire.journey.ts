import { expect, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const instrument = 'QYIT (four questions)';
/** No wording of the published form: that belongs to others. */
const questions = ['Zeroth made-up line?', 'First made-up line?', 'Second one?', 'Third one?'];

test('questions under a licence come in, say when they cannot decide, and never say what a person is', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    const at = (screen: string) => look(page, screen);
    await walk.setUp(page, facility, async () => {});

    // The lead brings the wording in: one line too few first.
    await walk.press(page, 'This place');
    await walk.press(page, 'Questionnaires');
    await page.getByLabel('Questionnaire', { exact: true }).selectOption({ label: instrument });
    await page.getByLabel('Who allowed it, and how?').fill('A letter of the authors');
    await page.getByLabel('The questions').fill(questions.slice(1).join('\n'));
    await walk.press(page, 'Keep these questions');
    await expect(page.getByRole('alert')).toContainText('It has 4; you gave 3.');
    await page.getByLabel('The questions').fill(questions.join('\n'));
    await at('wording');
    await walk.press(page, 'Keep these questions');
    await expect(page.getByText('A letter of the authors')).toBeVisible();
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');

    // Beside the signs of a visit.
    await walk.beginVisit(page);
    await walk.goOnTo(page, 'What did you notice?');
    await page.getByText('A questionnaire', { exact: true }).click();
    await page.getByLabel('Which one?').selectOption({ label: instrument });
    const result = page.locator('output.nhsuk-inset-text');
    await expect(result).toContainText('the age is needed first');
    await page.getByLabel('Age in years').fill('40');
    await expect(result).toHaveText(/^No result\..*never tried on people of this age/);
    await at('questionnaire-outside-age');
    await page.getByLabel('Age in years').fill('20');
    await expect(result).toContainText('can still decide: 1, 2, 3, 4.');
    const answer = (item: number, words: string) =>
      walk.choose(page, new RegExp(`^${item}\\. `), words);
    for (const item of [1, 2, 3]) await answer(item, 'No');
    await expect(result).toHaveText(/^Open\..*can still decide: 4\. An open question is not a no/);
    await at('questionnaire-open');
    await answer(4, 'No');
    await expect(result).toContainText('This clears nobody.');
    await answer(2, 'Not asked, or no answer');
    await expect(result).toContainText('can still decide: 2.');
    await answer(4, 'Yes');
    await expect(result).toContainText('Talk further.');
    // How it did stands beside every result.
    await expect(page.getByRole('table')).toContainText('86.7 %');
    await expect(page.getByRole('table')).toContainText('307');
    await at('questionnaire-talk-further');

    // Nothing of it is kept: not even on the way to the next step and back.
    await walk.press(page, 'Continue');
    await walk.press(page, 'Back');
    await page.getByText('A questionnaire', { exact: true }).click();
    await expect(page.getByLabel('Which one?')).toHaveValue('');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});
