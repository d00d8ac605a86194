import { expect, type Page, test } from '@playwright/test';
import { armGate, confirmAlone, listEncounters } from '#core/ipc/encounter-channels.ts';
import { askerOf } from '../support/ask.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility, person } from '../support/people.ts';
import * as walk from '../support/walk.ts';

test('a life in danger: one member alone passes on what was named and no more, and the note waits for a second', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, async () => {});
    await toDecision(page);
    await page.getByText('Other ways').click();
    await look(page, 'decision-other-ways');
    await walk.press(page, 'When something must be passed on without a yes');
    await walk.seeHeading(page, 'When something is passed on without a yes');

    await walk.press(page, 'Continue');
    await expect(page.getByText('Choose one answer to go on')).toBeVisible();
    await page.getByRole('radio', { name: 'A life is in danger' }).check();
    await page
      .getByRole('group', { name: 'What does it rest on?' })
      .getByRole('radio')
      .first()
      .check();
    await expect(page.getByText('Advice. Nobody here has confirmed it yet.').first()).toBeVisible();
    await look(page, 'without-yes-choice');
    await walk.goOn(page, 'Who is told, and what?');
    await page.getByLabel('Who is told?').selectOption('Nollalinja');
    await page.getByRole('checkbox', { name: 'Name to use' }).check();
    await page.getByRole('checkbox', { name: 'Danger now' }).check();
    await expect(page.getByText(/^Withheld: .*How the person sees the danger/)).toBeVisible();
    await look(page, 'without-yes-share');
    await walk.goOn(page, 'Why now?');
    await page.getByLabel('What you saw or heard').fill('Two men wait in a car at the door.');
    await page
      .getByLabel('Why it cannot wait for a yes')
      .fill('They take her away in ten minutes.');
    await page.getByRole('radio', { name: 'Yes, I told them' }).check();
    await page.getByLabel('What you told them').fill('That I call for help now.');
    await look(page, 'without-yes-reason');
    await walk.goOn(page, 'Who signs with you?');
    await look(page, 'without-yes-readers');
    // Where it cannot be written down, nobody waits for it: the telephone works all the same.
    const ask = askerOf(running.page);
    const [visit] = await ask(listEncounters, null);
    await ask(armGate, null);
    await walk.press(page, 'Record this');
    await expect(page.getByText('Call now, say only what you named')).toBeVisible();
    await look(page, 'without-yes-call-anyway');
    await ask(confirmAlone, { id: visit?.id ?? '' });
    await walk.press(page, 'Record this');
    await walk.seeHeading(page, 'Recorded. Now tell them.');
    await expect(page.getByText('080 005 005')).toBeVisible();
    await look(page, 'without-yes-recorded');
    await walk.press(page, 'Show what may be said');
    const script = page.locator('article');
    await expect(script).toContainText(person.alias);
    await expect(script).not.toContainText(person.ownWords);
    await expect(script).not.toContainText('Two men wait');
    await look(page, 'without-yes-script');
    await walk.press(page, 'Back to the visit');
    await walk.seeHeading(page, 'What does the person want now?');

    await walk.press(page, 'Back');
    await leaveVisit(page);
    await walk.press(page, 'What is waiting');
    await walk.seeHeading(page, 'What is waiting');
    await expect(page.getByText('to be signed within 24 hours')).toBeVisible();
    await look(page, 'due');
    await walk.press(page, 'Read');
    await walk.seeHeading(page, 'Can anybody else see the screen?');
    await look(page, 'due-gate');
    await walk.press(page, 'Nobody else, show it');
    await walk.seeHeading(page, 'Danger to life: what was done and why');
    await expect(page.getByText('Two men wait in a car at the door.')).toBeVisible();
    await expect(page.getByText('I have read it and sign')).toHaveCount(0);
    await look(page, 'due-note');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** From the first screen to the decision, with a name and own words typed. */
async function toDecision(page: Page): Promise<void> {
  await walk.beginVisit(page);
  await walk.goOnTo(page, 'What may we call you?');
  await page.getByLabel('A name to use').fill(person.alias);
  await walk.goOnTo(page, 'How safe do you feel?');
  await page.getByLabel('In their own words, if they want').fill(person.ownWords);
  await walk.goOnTo(page, 'What does the person want now?');
}

/** Back through the steps to the first, and home. */
async function leaveVisit(page: Page): Promise<void> {
  const leave = page.getByRole('button', { name: 'Leave for now', exact: true });
  while (!(await leave.isVisible())) await walk.press(page, 'Back');
  await leave.click();
  await walk.seeHeading(page, 'Visits');
}
