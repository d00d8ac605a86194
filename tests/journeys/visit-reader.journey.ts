import { expect, type Page, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility, person } from '../support/people.ts';
import { listen, type Told } from '../support/reader.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

/** What somebody can do something with: each has to say what it is. */
const doable = new Set([
  'button',
  'radio',
  'checkbox',
  'textbox',
  'searchbox',
  'combobox',
  'link',
  'DisclosureTriangle',
  'Date',
]);

/** After the decision for nothing now. */
const afterTheDecision = [
  'Would they like a number for later?',
  'A plan for the days to come',
  'An ordinary next appointment',
  'How can we reach you safely?',
  'What goes into the ordinary record?',
] as const;

/** What is wrong with a screen for whoever hears it, in words; nothing when it is sound. */
function faults(told: readonly Told[], heading: string): readonly string[] {
  const found = new Array<string>();
  // A sheet on the screen is an article with headings of its own, as it will be on paper.
  const headings = told.filter(
    ({ role, within }) => role === 'heading' && !within.some((around) => around.role === 'article'),
  );
  const first = headings.filter(({ level }) => level === 1);
  if (first.length !== 1) found.push(`${first.length} first headings`);
  if (first[0]?.name !== heading) found.push(`the heading is "${first[0]?.name}"`);
  for (const landmark of ['banner', 'main', 'contentinfo'])
    if (told.filter(({ role }) => role === landmark).length !== 1) found.push(`no one ${landmark}`);
  if (!told.some(({ role }) => role === 'status')) found.push('nothing says what was saved');
  const levels = headings.map(({ level }) => level ?? 0);
  levels.forEach((level, at) => {
    if (level > (levels[at - 1] ?? 1) + 1)
      found.push(`a heading of level ${level} after none above`);
  });
  for (const { role, name, within } of told) {
    if (doable.has(role) && name === '') found.push(`a ${role} without a name`);
    if (role === 'image' && name === '') found.push('a picture without a name');
    if (role === 'radio' && !within.some((around) => isNamedGroup(around)))
      found.push(`the answer "${name}" without its question`);
  }
  return found;
}

function isNamedGroup({ role, name }: { readonly role: string; readonly name: string }): boolean {
  return (role === 'group' || role === 'radiogroup') && name !== '';
}

test('every step is told whole to whoever hears the screen: heading, questions, answers, what was saved', async () => {
  test.slow();
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    let heard = 0;
    const hear = async (heading: string) => {
      await walk.seeHeading(page, heading);
      const told = await listen(page);
      expect(faults(told, heading), heading).toEqual([]);
      heard += 1;
      return told;
    };

    await hear('Visits');
    await page.keyboard.press('Enter');
    const gate = await hear('Is it just the two of you?');
    // A screen that comes up says its heading by itself: it has the focus.
    expect(gate.find(({ isFocused, role }) => isFocused && role === 'heading')?.level).toBe(1);
    await page.keyboard.press('1');
    for (const heading of walk.headings) {
      const told = await hear(heading);
      expect(
        told.some(({ isFocused, level }) => isFocused && level === 1),
        heading,
      ).toBe(true);
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
      await hear(heading);
      await page.keyboard.press('Escape');
    }
    for (const heading of afterTheDecision) {
      await hear(heading);
      await page.keyboard.press('2');
      await page.keyboard.press('Enter');
    }
    await hear('Before you part');
    await page.keyboard.press('Enter');
    await hear('And you?');
    expect(heard).toBeGreaterThan(22);
    await running.close();
  });
});

test('what was saved, what is missing and what was asked before are said without being looked for', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await walk.beginVisit(page);
    await walk.goOnTo(page, 'Is there danger right now?');

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
    await endWithNothing(page);

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

async function endWithNothing(page: Page): Promise<void> {
  await walk.goOnTo(page, 'What does the person want now?');
  await page.getByText('Nothing now', { exact: true }).click();
  await walk.goOn(page, 'Would they like a number for later?');
  await page.getByText('Learn a number by heart').click();
  await walk.goOnToSheets(page, 'Before you part');
  await walk.closeVisit(page);
  expect(await page.getByText(person.alias).count()).toBe(0);
}
