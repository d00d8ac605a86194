import { expect, type Page, test } from '@playwright/test';
import { ConsentItem } from '#core/domain/consent.ts';
import { readConsent } from '#core/ipc/consent-channels.ts';
import { listEncounters } from '#core/ipc/encounter-channels.ts';
import { askerOf } from '../support/ask.ts';
import { withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { look } from '../support/look.ts';
import { facility, person } from '../support/people.ts';
import { launchAtPlace } from '../support/place.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

test('a referral from the first call to the arrival, then taken back: the notice is there and everything stops', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await toFirstCall(page);
    // A tick taken off counts at once: neither “Continue” nor another key is needed for a no.
    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'What may Nollalinja be told?');
    await page.getByRole('checkbox', { name: 'Language to use' }).uncheck();
    const ask = askerOf(running.page);
    const [visit] = await ask(listEncounters, null);
    const decided = async () =>
      (await ask(readConsent, { encounterId: visit?.id ?? '' }))
        .slice(-ConsentItem.options.length)
        .filter(({ decision }) => decision !== 'not-asked')
        .map(({ item, decision }) => `${item}: ${decision}`);
    await expect.poll(decided).toEqual(['alias: yes', 'language: no']);
    await walk.goOn(page, 'The first call');
    await look(page, 'first-call-begin');
    await walk.press(page, 'Begin');
    await expect(page.getByText('Somebody would like to be put in touch with you.')).toBeVisible();
    await expect(page.getByText(person.alias)).toHaveCount(0);
    await look(page, 'first-call-script');

    await move(page, 'I called, without a name');
    await expect(page.getByText('first call made', { exact: true })).toBeVisible();
    await page.getByRole('radio', { name: 'They know what was agreed' }).check();
    await walk.press(page, 'Write this down');
    await expect(page.getByText('Ask first whose number and place these are')).toBeVisible();
    await page.getByRole('radio', { name: 'Not sure' }).check();
    await walk.press(page, 'Write this down');
    await expect(
      page.getByText('A number or place may belong to the people they fear.'),
    ).toBeVisible();
    await page.getByRole('radio', { name: 'No, the person looked at each' }).check();
    await page.getByLabel('When and where they meet').fill('Friday at 10, side door');
    await page.getByLabel('A word by which they know each other').fill('lilac');
    await page.getByLabel('How you hear that the person has arrived').fill('They ring the ward');
    await look(page, 'way-there');
    await walk.press(page, 'Write this down');
    await expect(page.getByText('handed over', { exact: true })).toBeVisible();
    await move(page, 'They take the person');
    await expect(page.getByText('Arrival is heard by: They ring the ward')).toBeVisible();
    await look(page, 'accepted');

    await walk.press(page, 'They take it back');
    await walk.seeHeading(page, 'Take back the yes for Nollalinja?');
    await look(page, 'take-back');
    await page.evaluate(() => {
      const watch = () => {
        if (document.body.innerText.includes('No helper had been told anything'))
          document.body.dataset['saidNobody'] = 'yes';
      };
      new MutationObserver(watch).observe(document.body, { childList: true, subtree: true });
    });
    await walk.press(page, 'Take it back now');
    await walk.seeHeading(page, 'Taken back');
    const notice = page.getByRole('region', { name: 'Nollalinja' }).locator('article');
    await expect(notice).toContainText('took back their yes');
    // A helper was told: not even while the page is read is it said that none was.
    await expect(page.locator('body')).not.toHaveAttribute('data-said-nobody');
    await expect(notice).not.toContainText(person.alias);
    await look(page, 'stop-notice');
    await walk.press(page, 'Go on');
    // What was ticked before is no yes any more: the person is asked what they want now.
    await walk.seeHeading(page, 'What does the person want now?');
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await otherWay(page, 'What is under way with helpers');
    await expect(page.getByText('stopped: taken back', { exact: true })).toBeVisible();
    await walk.press(page, 'Back to the visit');
    await otherWay(page, 'What they agreed to, and taking it back');
    await walk.seeHeading(page, 'What they agreed to');
    await expect(page.getByText('Nothing may be passed on now.')).toBeVisible();
    await page.getByText('A record on paper').click();
    await walk.press(page, 'Yes, they want one');
    await expect(page.locator('article')).toContainText('Nollalinja');
    await expect(page.locator('article')).toContainText('wants no copy');
    await walk.choose(page, 'Does the person want a copy?', 'Yes, they asked for one');
    await expect(page.locator('article')).toContainText('one of two stays here, one is theirs');
    await look(page, 'agreed-and-record');
    await walk.press(page, 'Back to the visit');
    await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
    await walk.goOn(page, 'Who decides?');
    await walk.goOn(page, 'Which helper?');
    await page.getByRole('radio', { name: 'Nollalinja' }).check();
    await walk.goOn(page, 'What Nollalinja would change');
    await explainedPointByPoint(page);
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Name to use' }).check();
    await walk.press(page, 'Continue');
    await expect(page.getByRole('alert')).toContainText('did not understand whom the helper');
    await look(page, 'not-understood');
    await walk.press(page, 'Back');
    await mark(page, 'who else will be told', 'Said and understood');
    await walk.goOn(page, 'What may Nollalinja be told?');
    await walk.goOn(page, 'The first call');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('what is under way is on the first screen and opens behind the gate', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await toFirstCall(page);
    await walk.press(page, 'Begin');
    await page.getByRole('radio', { name: 'I called, without a name' }).check();
    await page.getByLabel('By when').fill('2020-01-01T09:00');
    await walk.press(page, 'Write this down');
    await expect(page.getByText('first call made', { exact: true })).toBeVisible();
    const leave = page.getByRole('button', { name: 'Leave for now', exact: true });
    while (!(await leave.isVisible())) await walk.press(page, 'Back');
    await leave.click();
    await walk.seeHeading(page, 'Visits');
    await expect(page.getByText('1 step is overdue')).toBeVisible();
    await look(page, 'home-overdue');
    await walk.press(page, 'What is waiting');
    await look(page, 'due-list');
    await walk.press(page, 'Open');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await expect(page.getByText('Nollalinja')).toHaveCount(0);
    await page.keyboard.press('1');
    await walk.seeHeading(page, 'Put in touch');
    // The person is there: what is one key away in a visit is one key away here.
    for (const [key, heading] of [
      ['F2', 'There is time'],
      ['F3', 'Your health'],
      ['F4', 'Numbers'],
    ] as const) {
      await page.keyboard.press(key);
      await walk.seeHeading(page, heading);
      await expect(page.locator('.beneath')).toBeHidden();
      await page.keyboard.press('Escape');
      await walk.seeHeading(page, 'Put in touch');
    }
    await page.keyboard.press('F6');
    await expect(page.getByText('Paused. Everything is kept.')).toBeVisible();
    await expect(page.getByText('Nollalinja')).toHaveCount(0);
    await walk.press(page, 'Yes, just us');
    await walk.seeHeading(page, 'Put in touch');
    await move(page, 'They cannot or will not', 'No place this week');
    await expect(page.getByText('the helper said no', { exact: true }).first()).toBeVisible();
    await look(page, 'refused');
    await walk.press(page, 'Leave');
    await walk.seeHeading(page, 'Visits');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('what was typed for a move is there again after the way back from taking back', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await toFirstCall(page);
    await walk.press(page, 'Begin');
    await page.getByRole('radio', { name: 'I called, without a name' }).check();
    await page.getByLabel('A note, if needed').fill('zqasked for a woman');
    await walk.press(page, 'They take it back');
    await walk.seeHeading(page, 'Take back the yes for Nollalinja?');
    await walk.press(page, 'Back');
    await expect(page.getByLabel('A note, if needed')).toHaveValue('zqasked for a woman');

    // Written down, it is no longer typed.
    await walk.press(page, 'Write this down');
    await expect(page.getByText('first call made', { exact: true })).toBeVisible();
    await walk.press(page, 'They take it back');
    await walk.press(page, 'Back');
    await expect(page.getByText('first call made', { exact: true })).toBeVisible();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Two versions' })).toHaveCount(0);
    await running.close();
  });
});

test('a pause while a yes is being written leaves nothing of the person on the page', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await toFirstCall(page);
    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'What may Nollalinja be told?');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.page__actions .page__next')?.click();
      document.querySelector<HTMLElement>('[aria-keyshortcuts="F6"]')?.click();
    });
    await walk.seeHeading(page, 'Is it just the two of you?');
    await page.waitForTimeout(500);
    await walk.seeHeading(page, 'Is it just the two of you?');
    await expect(page.getByText('Nollalinja')).toHaveCount(0);
    await running.close();
  });
});

test('an expert is asked without a name, from the first screen, and nobody stands in the record', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
    await walk.press(page, 'Ask for advice');
    await walk.seeHeading(page, 'Ask without a name');
    await expect(page.getByText('I will not say about whom')).toBeVisible();
    await look(page, 'consultation');
    await walk.press(page, 'Keep that I asked');
    await expect(page.getByText('Choose one answer to go on')).toBeVisible();
    await page.getByLabel('Whom did you ask?').selectOption({ index: 1 });
    await page.getByRole('radio', { name: 'Yes' }).check();
    await walk.press(page, 'Keep that I asked');
    await walk.seeHeading(page, 'Visits');
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

async function toFirstCall(page: Page): Promise<void> {
  await walk.beginVisit(page);
  await walk.goOnTo(page, 'What may we call you?');
  await page.getByLabel('A name to use').fill(person.alias);
  await walk.goOnTo(page, 'What does the person want now?');
  await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
  await walk.toConsent(page);
  await page.getByRole('checkbox', { name: 'Name to use' }).check();
  await page.getByRole('checkbox', { name: 'Language to use' }).check();
  await walk.goOn(page, 'The first call');
}

/** What is known of the person changes what is said, and two points are marked. */
async function explainedPointByPoint(page: Page): Promise<void> {
  await expect(page.getByText('Nothing is noted here about children or family.')).toBeVisible();
  // A digit answers no question that is folded away.
  await page.keyboard.press('3');
  await expect(page.getByText('Except this')).toHaveCount(
    await page.locator('.script > li').count(),
  );
  await page.getByText('What bears on it for this person').click();
  await page.getByRole('checkbox', { name: 'Children of theirs live with somebody else' }).check();
  await expect(page.getByText('Think first of whoever has the children')).toBeVisible();
  await expect(page.getByText('Nothing is noted here about children or family.')).toHaveCount(0);
  await mark(page, 'Think first', 'Not sure they understood');
  await mark(page, 'who else will be told', 'They did not understand');
  await look(page, 'explained-with-marks');
  await walk.press(page, 'All else was explained and understood');
  await walk.goOn(page, 'What may Nollalinja be told?');
  await expect(page.getByText('only a no can be recorded')).toBeVisible();
}

/** Marks the one point that says this. */
async function mark(page: Page, says: string, as: string): Promise<void> {
  const point = page.locator('.script > li').filter({ hasText: new RegExp(says) });
  await point.locator('summary').click();
  await point.getByRole('radio', { name: as }).check();
}

async function otherWay(page: Page, way: string): Promise<void> {
  await page.getByText('Other ways').click();
  await walk.press(page, way);
}

async function move(page: Page, what: string, note = ''): Promise<void> {
  await page.getByRole('radio', { name: what }).check();
  if (note !== '') await page.getByLabel('The reason they gave').fill(note);
  await walk.press(page, 'Write this down');
}
