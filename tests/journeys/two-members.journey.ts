import { expect, type Page, test } from '@playwright/test';
import { addColleague, changeOver, colleague, shareWithColleague } from '../support/colleague.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility, person } from '../support/people.ts';
import * as walk from '../support/walk.ts';

test('two members on one case: a duty waits for the second, and neither writes over the other', async () => {
  test.setTimeout(240_000);
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const lead = running.page();
    await walk.setUp(lead, facility, async () => {});
    await walk.beginVisit(lead);
    await walk.goOnTo(lead, 'What may we call you?');
    await lead.getByLabel('A name to use').fill(person.alias);
    await walk.goOnTo(lead, 'What does the person want now?');
    await lead.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
    await walk.toConsent(lead);
    await lead.getByRole('checkbox', { name: 'Name to use' }).check();
    await walk.goOn(lead, 'The first call');
    await walk.press(lead, 'Begin');
    await move(lead, 'I called, without a name');
    await expect(lead.getByText('first call made', { exact: true })).toBeVisible();
    await leaveVisit(lead);
    await addColleague(running);
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await shareWithColleague(running, person.alias);

    // The lead puts a duty down, and it waits.
    await changeOver(running, facility);
    await openVisit(running.page());
    await putDuty(running.page());
    await expect(running.page().getByText('Nothing is passed on yet.')).toBeVisible();
    await expect(running.page().getByRole('button', { name: 'Show what' })).toHaveCount(0);
    await look(running.page(), 'duty-waits');
    await walk.press(running.page(), 'Back to the visit');

    // And begins to type where the two of them will meet.
    await underWay(running.page());
    await planned(running.page(), 'Friday at ten, side door');
    await expect(running.page().getByLabel('When and where they meet')).toBeVisible();

    // The colleague signs, and goes on with the referral in another way.
    await changeOver(running, colleague);
    await expect(running.page().getByText('1 note waits for your signature')).toBeVisible();
    await walk.press(running.page(), 'What is waiting');
    await walk.press(running.page(), 'Read and sign');
    await walk.press(running.page(), 'Nobody else, show it');
    await look(running.page(), 'duty-to-sign');
    await walk.press(running.page(), 'I have read it and sign');
    await expect(running.page().getByText(`(${colleague.displayName})`)).toBeVisible();
    await walk.press(running.page(), 'Open');
    await walk.press(running.page(), 'Yes, just us');
    await walk.seeHeading(running.page(), 'Put in touch');
    await planned(running.page(), 'Thursday at nine, the yard');
    await walk.press(running.page(), 'Write this down');
    await expect(running.page().getByText('handed over', { exact: true })).toBeVisible();

    // The lead finds both versions on one screen, and what is chosen is what stands there.
    await changeOver(running, facility);
    await openVisit(running.page());
    await underWay(running.page());
    const page = running.page();
    const versions = page.getByRole('region', { name: 'Two versions' });
    await expect(versions).toContainText('Thursday at nine, the yard');
    await expect(versions).toContainText('Friday at ten, side door');
    await expect(versions).toContainText(colleague.displayName);
    await look(page, 'two-versions');
    await versions
      .getByRole('group', { name: 'When and where they meet' })
      .getByRole('radio', { name: 'Keep both' })
      .check();
    await walk.press(page, 'Go on with these');
    await move(page, 'They take the person');
    await expect(page.getByText('accepted', { exact: true })).toBeVisible();
    await expect(
      page.getByText('Thursday at nine, the yard / Friday at ten, side door'),
    ).toBeVisible();

    // The duty may be acted on now, with what was named and no more.
    await walk.press(page, 'Back to the visit');
    await otherWay(page, 'When something must be passed on without a yes');
    await page
      .getByRole('list', { name: 'Put down before' })
      .getByRole('button', { name: 'Go on' })
      .click();
    await walk.press(page, 'Show what may be said');
    await expect(page.locator('article')).toContainText(person.alias);
    await look(page, 'duty-signed');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

/** From the first screen into the visit that is still open, at the question what the person wants. */
async function openVisit(page: Page): Promise<void> {
  await walk.press(page, 'Go on');
  await walk.press(page, 'Yes, just us');
  const wants = page.getByRole('heading', { level: 1, name: 'What does the person want now?' });
  // The visit may come back at a path beside its steps, where the member left it.
  const beside = page.getByRole('button', { name: 'Back to the visit', exact: true });
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).not.toHaveText(/just the two/);
  while (!(await wants.isVisible())) {
    const now = await heading.innerText();
    if (await beside.isVisible()) await beside.click();
    else if (walk.headings.some((each) => each === now)) await walk.press(page, 'Continue');
    else await walk.press(page, 'Back');
    await expect(heading).not.toHaveText(now);
  }
}

async function leaveVisit(page: Page): Promise<void> {
  const leave = page.getByRole('button', { name: 'Leave for now', exact: true });
  while (!(await leave.isVisible())) await walk.press(page, 'Back');
  await leave.click();
  await walk.seeHeading(page, 'Visits');
}

async function otherWay(page: Page, way: string): Promise<void> {
  await page.getByText('Other ways').click();
  await walk.press(page, way);
}

async function underWay(page: Page): Promise<void> {
  await otherWay(page, 'What is under way with helpers');
  await walk.seeHeading(page, 'Put in touch');
}

async function move(page: Page, what: string): Promise<void> {
  await page.getByRole('radio', { name: what }).check();
  await walk.press(page, 'Write this down');
}

/** Types the plan of a hand-over, and does not write it down. */
async function planned(page: Page, where: string): Promise<void> {
  await page.getByRole('radio', { name: 'They know what was agreed' }).check();
  await page.getByRole('radio', { name: 'No, the person looked at each' }).check();
  await page.getByLabel('When and where they meet').fill(where);
}

async function putDuty(page: Page): Promise<void> {
  await otherWay(page, 'When something must be passed on without a yes');
  await page.getByRole('radio', { name: 'A law here makes us tell' }).check();
  await page
    .getByRole('group', { name: 'What does it rest on?' })
    .getByRole('radio')
    .first()
    .check();
  await expect(page.getByText('What you chose speaks against passing it on.')).toBeVisible();
  await walk.goOn(page, 'Who is told, and what?');
  await page.getByLabel('Who is told?').selectOption('Nollalinja');
  await page.getByRole('checkbox', { name: 'Name to use' }).check();
  await walk.goOn(page, 'Why now?');
  await page.getByLabel('What you saw or heard').fill('A crime that the law names.');
  await page.getByLabel('Why it cannot wait for a yes').fill('The law gives no time.');
  await page.getByRole('radio', { name: 'No', exact: true }).check();
  await page.getByLabel('Why not').fill('Somebody listens.');
  await walk.goOn(page, 'Who signs with you?');
  await page.getByRole('checkbox', { name: colleague.displayName }).check();
  await walk.press(page, 'Record this');
  await walk.seeHeading(page, 'Recorded. A colleague signs first.');
}
