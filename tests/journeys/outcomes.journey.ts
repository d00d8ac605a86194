import { expect, type Page, test } from '@playwright/test';
import { withFolder } from '../support/folder.ts';
import { look } from '../support/look.ts';
import { facility, person } from '../support/people.ts';
import { launchAtPlace, noThreat, openVisitAt } from '../support/place.ts';
import * as walk from '../support/walk.ts';

test('a no is complete, and so is a not now: each has its papers, its next day and an open door', async () => {
  test.setTimeout(180_000);
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'decision', danger: noThreat });
    await equalStanding(page);
    await look(page, 'decision');

    // Declined: nothing has to be said for it.
    await page.getByRole('radio', { name: 'Nothing now' }).check();
    await walk.goOn(page, 'Would they like a number for later?');
    await walk.press(page, 'Continue');
    await expect(page.getByText('Choose one answer to go on')).toBeVisible();
    await page.getByText('A reason, a note').click();
    await page.getByLabel('A reason, only if they offer one').fill(person.ownWords);
    await page.getByLabel('What was explained').fill('Who helps, and that it can wait.');
    await page.getByRole('radio', { name: 'They would rather not sign' }).check();
    await look(page, 'declined');

    // The person chooses what they carry, and may choose again.
    await carry(page, 'A slip that looks like an ordinary note');
    await toFollowUp(page);
    await page.getByRole('radio', { name: 'In four weeks' }).check();
    const agreed = await page.getByLabel('Another day').inputValue();
    expect(agreed).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await look(page, 'ordinary-follow-up');
    await fromFollowUpTo(page, 'Sheets');
    await expect(page.getByLabel('Day', { exact: true })).toHaveValue(agreed);
    const slip = page.getByRole('region', { name: 'For the person' }).locator('article');
    await expect(slip).toContainText('Appointment');
    for (const word of ['trafficking', 'Nollalinja', person.ownWords])
      await expect(slip).not.toContainText(word);
    const note = page.getByRole('region', { name: 'Note for our records' }).locator('article');
    await expect(note).toContainText(person.ownWords);
    await expect(note).toContainText('Who helps, and that it can wait.');
    await expect(note).toContainText('would rather not sign');
    // A copy only if the person wants one.
    const copy = page.getByRole('group', { name: 'Does the person want a copy?' });
    await expect(copy.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
    await expect(note).toContainText('wants no copy');
    await copy.getByRole('radio', { name: 'Yes, they asked for one' }).check();
    await expect(note).toContainText('one of two stays here, one is theirs');
    await look(page, 'declined-sheets');
    for (const [form, heading] of [
      ['Learn a number by heart', 'Before you part'],
      ['A sheet in their language', 'Sheets'],
      ['Nothing', 'Before you part'],
    ] as const) {
      await backTo(page, 'Would they like a number for later?');
      await carry(page, form);
      await toFollowUp(page);
      await fromFollowUpTo(page, heading);
      await look(page, `carries-${form.toLowerCase().replaceAll(' ', '-')}`);
    }
    await expect(page.getByRole('region', { name: 'For the person' })).toHaveCount(0);
    await walk.closeVisit(page);

    // Wanted, and not possible now.
    await openVisitAt(running, { step: 'decision', danger: noThreat });
    await page.getByRole('radio', { name: 'it is not possible now' }).check();
    await walk.goOn(page, 'How do you stay in touch?');
    await expect(page.getByText('Treat fully today.')).toBeVisible();
    await walk.press(page, 'Continue');
    await expect(page.getByText('Choose one answer to go on')).toBeVisible();
    await page.getByRole('radio', { name: 'A small card with a number' }).check();
    await page.getByText('When to look again, and why').click();
    await page.getByLabel('Look again whether a helper can be found').fill('2031-04-01');
    await page.getByLabel('Why it is not possible now').fill('No place this week.');
    await look(page, 'cannot-refer');
    await toFollowUp(page);
    await page.getByRole('radio', { name: 'In one week' }).check();
    await walk.goOn(page, 'How can we reach you safely?');
    await page.getByLabel('In their words').fill(person.safeContact);
    await walk.goOn(page, 'What goes into the ordinary record?');
    await walk.goOn(page, 'Sheets');
    const card = page.getByRole('region', { name: 'For the person' }).locator('article');
    await expect(card).toContainText('Someone to talk to');
    await expect(card).not.toContainText('trafficking');
    await look(page, 'cannot-refer-card');
    await backTo(page, 'How do you stay in touch?');
    await page.getByRole('radio', { name: 'Nothing' }).check();
    await toFollowUp(page);
    await expect(page.getByRole('radio', { name: 'In one week' })).toBeChecked();
    await fromFollowUpTo(page, 'Before you part');
    await expect(page.getByText('Say that help stays open')).toBeVisible();
    await look(page, 'cannot-refer-nothing');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('the child path: who decides is asked, nobody involved decides, and one member alone can act for a child', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'decision', danger: noThreat, alias: person.alias });
    await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
    await walk.goOn(page, 'Who decides?');

    // In Finland the young person decides at this age, whoever else is there.
    await page.getByRole('radio', { name: '15 to 17' }).check();
    await expect(page.locator('output.note')).toHaveCount(0);
    await page.getByRole('radio', { name: 'A parent or guardian' }).check();
    await walk.choose(page, 'Could that person be part of the harm?', 'No');
    await expect(page.getByText('At this age the young person says yes or no')).toBeVisible();

    // A child, and somebody beside them who may be part of it.
    await page.getByRole('radio', { name: 'Under 15' }).check();
    await walk.choose(page, 'Could that person be part of the harm?', 'Not sure');
    await expect(
      page.getByText('Somebody who may be part of the harm cannot decide'),
    ).toBeVisible();
    await look(page, 'child-deciding');

    // A yes of theirs is said to be none at once, and is refused where the data lies.
    await walk.press(page, 'Continue');
    await expect(page.getByRole('alert')).toContainText('cannot decide for the person');
    await look(page, 'child-deciding-stopped');
    await walk.press(page, 'Go on without a yes: nothing is passed on');
    await walk.seeHeading(page, 'Which helper?');
    await page.getByRole('radio', { name: 'Nollalinja' }).check();
    await walk.goOn(page, 'What Nollalinja would change');
    await walk.press(page, 'All of this was explained and understood');
    await walk.goOn(page, 'What may Nollalinja be told?');
    await page.getByRole('checkbox', { name: 'Name to use' }).check();
    await walk.press(page, 'Continue');
    await expect(page.getByText('This yes would not count.')).toBeVisible();
    await look(page, 'child-yes-refused');
    await backTo(page, 'Who decides?');

    await walk.press(page, 'To the path for children');
    await page.getByRole('radio', { name: 'A child, or somebody who may be one' }).check();
    await page
      .getByRole('group', { name: 'What does it rest on?' })
      .getByRole('radio')
      .first()
      .check();
    await walk.goOn(page, 'Who is told, and what?');
    await page.getByLabel('Who is told?').selectOption('Nollalinja');
    await page.getByRole('checkbox', { name: 'Name to use' }).check();
    await walk.goOn(page, 'Why now?');
    await page.getByLabel('What you saw or heard').fill('An uncle answers every question.');

    // A lock in the middle of it takes nothing away.
    await running.replaced(() => walk.press(page, 'Lock'));
    await walk.signIn(running.page(), facility.signInName, facility.password);
    const again = running.page();
    await walk.press(again, 'Go on');
    await walk.press(again, 'Yes, just us');
    await walk.seeHeading(again, 'When something is passed on without a yes');
    await expect(again.getByText('You began this before.')).toBeVisible();
    await look(again, 'ground-begun-before');
    await walk.goOn(again, 'Who is told, and what?');
    await walk.goOn(again, 'Why now?');
    await expect(again.getByLabel('What you saw or heard')).toHaveValue(
      'An uncle answers every question.',
    );
    await again.getByLabel('Why it cannot wait for a yes').fill('They leave together now.');
    await again.getByRole('radio', { name: 'Yes, I told them' }).check();
    await again.getByLabel('What you told them').fill('That somebody will come who helps.');
    await walk.goOn(again, 'Who signs with you?');
    await walk.press(again, 'Record this');
    await walk.press(again, 'Show what may be said');
    await expect(again.locator('article')).toContainText(person.alias);
    await expect(again.locator('article')).not.toContainText('An uncle');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** No answer is bigger, bolder or coloured differently than another. */
async function equalStanding(page: Page): Promise<void> {
  const looks = await page.locator('.nhsuk-radios__label').evaluateAll((labels) =>
    labels.map((label) => {
      const { fontSize, fontWeight, color, backgroundColor } = getComputedStyle(label);
      return [fontSize, fontWeight, color, backgroundColor].join(' ');
    }),
  );
  expect(looks).toHaveLength(3);
  expect(new Set(looks).size).toBe(1);
}

const carry = (page: Page, form: string) =>
  page
    .getByRole('group', { name: 'The person chooses. Whatever they carry can be found.' })
    .getByRole('radio', { name: form })
    .check();

async function toFollowUp(page: Page): Promise<void> {
  await walk.goOn(page, 'A plan for the days to come');
  await walk.goOn(page, 'An ordinary next appointment');
}

async function fromFollowUpTo(page: Page, last: string): Promise<void> {
  await walk.goOn(page, 'How can we reach you safely?');
  await walk.goOn(page, 'What goes into the ordinary record?');
  await walk.goOn(page, last);
}

async function backTo(page: Page, heading: string): Promise<void> {
  const there = page.getByRole('heading', { level: 1, name: heading });
  while (!(await there.isVisible())) {
    const now = await page.locator('h1.nhsuk-heading-l').innerText();
    await walk.press(page, 'Back');
    await expect(page.locator('h1.nhsuk-heading-l')).not.toHaveText(now);
  }
}
