import { expect, type Page, test } from '@playwright/test';
import { plainFormat } from '#core/sheet/paper.ts';
import { expectAccessible } from '../support/axe.ts';
import { findTexts, withFolder } from '../support/folder.ts';
import { launch } from '../support/launch.ts';
import { facility, person } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

test('a visit from set-up to a sheet: every screen is accessible, no policy is broken, no text is left on the disk', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    const look = (screen: string) => expectAccessible(page, screen);

    await walk.setUp(page, facility, look);
    await look('visits');
    await walk.press(page, 'This place');
    await look('place');
    await walk.press(page, 'Saved sheets');
    await look('rules');
    await walk.press(page, 'Back');
    await walk.press(page, 'Back');
    await walk.press(page, 'Start a visit');
    await look('alone');
    await walk.press(page, 'Not yet');
    await walk.choose(page, 'Came today', 'With somebody');
    await page.getByRole('checkbox', { name: 'Helps with answers' }).check();
    await look('with company');
    await walk.press(page, 'Yes, just us');
    await walk.seeHeading(page, 'Say this first');
    await look('opening');
    await walk.goOnTo(page, 'What may we call you?');
    await page.getByLabel('A name to use').fill(person.alias);
    await look('person');
    await walk.goOnTo(page, 'Who is in the room?');
    await walk.choose(page, 'An interpreter', 'By telephone');
    await look('in the room');
    await walk.goOnTo(page, 'Is there danger right now?');
    await walk.choose(page, walk.questions.threat, 'Yes');
    await look('danger');
    await walk.goOnTo(page, 'How safe do you feel?');
    await page.getByLabel('In their own words, if they want').fill(person.ownWords);
    await look('own view');
    await walk.goOnTo(page, 'What did you notice?', look);
    await page.getByLabel('Something else').fill(person.otherSign);
    await page.getByLabel('Look for another sign').fill('passport');
    await look('signs');
    await walk.goOnTo(page, 'What does the person want now?', look);
    await page.getByRole('radio', { name: 'To be put in touch with a helper' }).check();
    await walk.toConsent(page, look);
    await page.getByRole('checkbox', { name: 'Name to use' }).check();
    await page.getByRole('checkbox', { name: 'Safe ways to get in touch' }).check();
    await page.getByRole('textbox', { name: 'Safe ways to get in touch' }).fill(person.safeContact);
    await look('consent');
    await walk.goOn(page, 'The first call');
    await look('first call');
    await walk.goOn(page, 'A plan for the days to come');
    await look('plan');
    await walk.goOn(page, 'An ordinary next appointment');
    await look('next appointment');
    await walk.goOn(page, 'How can we reach you safely?');
    await look('safe contact');
    await walk.goOn(page, 'What goes into the ordinary record?');
    await look('record');
    await walk.goOn(page, 'Sheets');
    await page.getByRole('region', { name: 'For the helper' }).locator('article').waitFor();
    await look('sheets');

    const sheet = await page
      .getByRole('region', { name: 'For the helper' })
      .locator('article')
      .innerText();
    expect(sheet).toContain(person.alias);
    expect(sheet).toContain(person.safeContact);
    expect(sheet).not.toContain(person.ownWords);
    expect(sheet).not.toContain(person.otherSign);
    expect(sheet).not.toContain(facility.name);

    await walk.closeVisit(page);
    await running.replaced(() => walk.press(page, 'Lock'));
    await expectAccessible(running.page(), 'locked');
    const texts = [
      ...Object.values(facility).filter((text) => text !== 'Finland'),
      ...Object.values(person),
    ];
    expect(findTexts(profile, texts), 'while it runs').toEqual([]);
    await running.close();
    expect(findTexts(profile, texts), 'after it closed').toEqual([]);
    expect(running.complaints).toEqual([]);
  });
});

test('locking in the middle of a word loses nothing, and the gate is armed again', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    await walk.setUp(running.page(), facility, quietly);
    await walk.beginVisit(running.page());
    await walk.goOnTo(running.page(), 'What may we call you?');
    await running.page().getByLabel('A name to use').pressSequentially(person.alias);

    await running.replaced(() => walk.press(running.page(), 'Lock'));
    await walk.signIn(running.page(), facility.signInName, facility.password);
    await walk.seeHeading(running.page(), 'Visits');
    await walk.press(running.page(), 'Go on');

    await walk.seeHeading(running.page(), 'Is it just the two of you?');
    expect(await running.page().getByText(person.alias).count()).toBe(0);
    await walk.press(running.page(), 'Yes, just us');
    await walk.seeHeading(running.page(), 'What may we call you?');
    await expect(running.page().getByLabel('A name to use')).toHaveValue(person.alias);
    await running.close();
  });
});

test('what is behind the gate cannot be had by calling for it', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    await walk.setUp(running.page(), facility, quietly);
    await walk.press(running.page(), 'Start a visit');
    await walk.seeHeading(running.page(), 'Is it just the two of you?');
    const [visit] = await answerOf(running.page(), 'encounter.list', null);
    const encounterId = visit?.id;
    expect(encounterId).toBeTruthy();

    const order = {
      kind: 'person',
      encounterId,
      language: 'en',
      helper: null,
      wanted: { form: 'information' },
      format: plainFormat,
    };
    expect(await errorOf(running.page(), 'sheet.preview', order)).toBe('GateArmed');
    expect(await errorOf(running.page(), 'sheet.print', order)).toBe('GateArmed');
    expect(await errorOf(running.page(), 'encounter.close', { id: encounterId })).toBe('GateArmed');
    expect(await errorOf(running.page(), 'sheet.readTicket', { ticket: encounterId })).toBe(
      'Refused',
    );
    expect(await errorOf(running.page(), 'no.such.channel', null)).toBe('Refused');
    await running.close();
  });
});

test('the window, the page and the process say nothing about the subject', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    expect(await running.page().title()).toBe('Quietroom');
    const titles = await running.app.evaluate(({ BaseWindow }) =>
      BaseWindow.getAllWindows().map((window) => window.getTitle()),
    );
    expect(titles).toEqual(['Quietroom']);
    await expect(running.page().getByText('Practice copy: not for real people')).toBeVisible();
    await expect(running.page().getByText('This is a practice copy.')).toBeVisible();
    // In what order a day is typed and shown goes by this.
    expect(await running.page().evaluate(() => navigator.language)).toBe('en-GB');
    await running.close();
  });
});

/** A call as a script in the page would make it, past every screen. */
function invoke(page: Page, channel: string, request: unknown) {
  return page.evaluate(([name, words]) => window.bridge.invoke(name, words), [
    channel,
    request,
  ] as const);
}

async function errorOf(page: Page, channel: string, request: unknown): Promise<unknown> {
  const reply = await invoke(page, channel, request);
  return typeof reply === 'object' &&
    reply !== null &&
    'error' in reply &&
    typeof reply.error === 'object' &&
    reply.error !== null &&
    'kind' in reply.error
    ? reply.error.kind
    : reply;
}

async function answerOf(
  page: Page,
  channel: string,
  request: unknown,
): Promise<{ readonly id: string }[]> {
  const reply = await invoke(page, channel, request);
  if (
    typeof reply !== 'object' ||
    reply === null ||
    !('value' in reply) ||
    !Array.isArray(reply.value)
  ) {
    throw new Error(`${channel} was not answered with a list`);
  }
  return reply.value;
}
