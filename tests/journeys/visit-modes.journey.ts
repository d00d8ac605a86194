import { expect, type Page, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { createLook, modes, tabTo } from '../support/modes.ts';
import { person } from '../support/people.ts';
import { launchAtPlace, openVisitAt } from '../support/place.ts';
import { expectTold, listen } from '../support/reader.ts';
import * as walk from '../support/walk.ts';

/** After the decision for nothing now, with the key that answers each. */
const afterTheDecision = [
  ['Would they like a number for later?', '3'],
  ['A plan for the days to come', undefined],
  ['An ordinary next appointment', '2'],
  ['How can we reach you safely?', '1'],
  ['What goes into the ordinary record?', undefined],
  ['Sheets', undefined],
] as const;

for (const [mode, apply] of Object.entries(modes)) {
  test(`every step ${mode}, by keyboard alone: nothing is cut off, axe finds nothing, and it is told whole`, async () => {
    // Two dozen pages, each looked at by axe.
    test.slow();
    await withFolder(async (profile) => {
      const running = await launchAtPlace(profile);
      const page = running.page();
      await apply(running);
      const looks = createLook(running, mode);
      const look = async (heading: string, name?: string) => {
        await looks.at(heading, name);
        return expectTold(page, heading);
      };

      await look('Visits');
      await page.keyboard.press('Enter');
      const gate = await look('Is it just the two of you?');
      // A screen that comes up says its heading by itself: it has the focus.
      expect(gate.find(({ isFocused, role }) => isFocused && role === 'heading')?.level).toBe(1);
      await page.keyboard.press('2');
      await page.keyboard.press('2');
      await look("Today's visit");
      await tabTo(page, 'Yes, just us');
      await page.keyboard.press('Enter');
      for (const heading of walk.headings) {
        const told = await look(heading);
        expect(
          told.some(({ isFocused, level }) => isFocused && level === 1),
          heading,
        ).toBe(true);
        if (heading === 'Say this first' && mode === 'from right to left') {
          await speakArabic(page);
          await look(heading, 'Say this first, in Arabic');
        }
        await page.keyboard.press(heading === 'What does the person want now?' ? '3' : '2');
        await page.keyboard.press('Enter');
      }
      for (const [key, heading] of [
        ['F2', 'There is time'],
        ['F3', 'Your health'],
        ['F4', 'Numbers'],
        ['F7', 'Point and write'],
      ] as const) {
        await page.keyboard.press(key);
        await look(heading);
        await page.keyboard.press('Escape');
      }
      for (const [heading, digit] of afterTheDecision) {
        await look(heading);
        if (digit !== undefined) await page.keyboard.press(digit);
        await page.keyboard.press('Enter');
      }
      await look('And you?');
      expect(looks.count()).toBeGreaterThan(25);
      expect(running.complaints).toEqual([]);
      await running.close();
    });
  });
}

/** What is said and shown to the person is in their language from here on. */
async function speakArabic(page: Page): Promise<void> {
  await tabTo(page, 'Language that is safe to use here');
  await page.keyboard.type('Arabic');
  await expect(page.locator('.spoken__theirs').first()).toHaveAttribute('dir', 'rtl');
  await page.keyboard.press('Tab');
}

test('by mouse alone a visit goes from its start to its end', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    // From here on there are clicks and nothing else.
    await walk.beginVisit(page);
    await walk.press(page, 'Skip ahead F5');
    await walk.choose(page, walk.questions.threat, 'Not sure');
    await walk.press(page, 'Other subject F3');
    await walk.press(page, 'Back');
    await walk.press(page, 'Nothing to note');
    await walk.press(page, 'Skip ahead F5');
    await page.getByText('Nothing now', { exact: true }).click();
    await walk.goOn(page, 'Would they like a number for later?');
    await page.getByText('Learn a number by heart').click();
    await walk.goOn(page, 'A plan for the days to come');
    await walk.goOn(page, 'An ordinary next appointment');
    await page.getByText('In one week').click();
    await walk.goOn(page, 'How can we reach you safely?');
    await page.getByText('Text message').click();
    await walk.goOn(page, 'What goes into the ordinary record?');
    await walk.goOn(page, 'Before you part');
    await walk.closeVisit(page);
    await running.close();
  });
});

test('what was saved, what is missing and what was asked before are said without being looked for', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'danger', alias: person.alias });

    // when somebody goes on without the one answer that no visit can do without
    await walk.press(page, 'Continue');
    await page.getByRole('alert').waitFor();
    const alert = (await listen(page)).find(({ role }) => role === 'alert');
    expect(alert?.live).toBe('assertive');

    // and when it is given
    await walk.choose(page, walk.questions.threat, 'No');
    await page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
    const told = await listen(page);
    expect(told.find(({ role }) => role === 'status')?.live).toBe('polite');
    expect(told.some(({ role }) => role === 'alert')).toBe(false);
    await walk.press(page, 'Skip ahead F5');
    await page.getByText('Nothing now', { exact: true }).click();
    await walk.goOn(page, 'Would they like a number for later?');
    await page.getByText('Learn a number by heart').click();
    await walk.press(page, 'Skip ahead F5');
    await walk.seeHeading(page, 'Before you part');
    await walk.closeVisit(page);
    expect(await page.getByText(person.alias).count()).toBe(0);

    // then the next visit says it before the question is asked again
    await walk.press(page, 'Next visit');
    await walk.press(page, 'Skip this');
    await walk.press(page, 'Yes, just us');
    await walk.goOnTo(page, 'Is there danger right now?');
    await page.getByRole('region', { name: 'Asked before' }).waitFor();
    const again = await listen(page);
    const before = again.findIndex(
      ({ role, name }) => role === 'region' && name === 'Asked before',
    );
    const question = again.findIndex(
      ({ role, name }) => role === 'group' && name.includes('threat'),
    );
    expect(before).toBeGreaterThan(-1);
    expect(question).toBeGreaterThan(before);
    await running.close();
  });
});
