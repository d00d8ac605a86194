import { expect, test } from '@playwright/test';
import { addNote, confirmStaffOnly, listCases, startNextVisit } from '#core/ipc/case-channels.ts';
import { closeEncounter, confirmAlone, saveDraft } from '#core/ipc/encounter-channels.ts';
import { answeredDraft } from '../../build/bench/answered-draft.ts';
import { askerOf } from '../support/ask.ts';
import { leaveCover } from '../support/cover.ts';
import { withFolder } from '../support/folder.ts';
import type { Running } from '../support/launch.ts';
import { createLook, modes, pressByKeys, tabTo } from '../support/modes.ts';
import { facility, person } from '../support/people.ts';
import { holdVisit, launchAtPlace, openVisitAt } from '../support/place.ts';
import * as walk from '../support/walk.ts';

/** A place whose one case has a closed visit in which most was asked. */
async function launchWithOneCase(profile: string): Promise<Running> {
  const running = await launchAtPlace(profile);
  await holdVisit(running, { ...answeredDraft, alias: person.alias });
  return running;
}

/** The rooms of a case, with what shows that they are there. */
const rooms = [
  ['Visits', 'Add a correction'],
  ['Danger', /Nothing about danger was assessed yet|The person:/],
  ['Kept apart', 'Add to this record'],
  ['Reported missing', 'Release what was agreed'],
  ['Who may read it', 'Which colleague do they know and come to?'],
  ['Before the visit', 'Emergency numbers'],
] as const;

for (const [mode, apply] of Object.entries(modes)) {
  test(`looking back and preparing ${mode}, by keyboard alone: nothing is cut off, and axe finds nothing`, async () => {
    test.slow();
    await withFolder(async (profile) => {
      const running = await launchWithOneCase(profile);
      const page = running.page();
      await apply(running);
      const look = createLook(running, mode);

      await look.at('Visits', 'the list');
      await pressByKeys(page, 'Find a visit');
      await look.at('Can only staff see this screen?');
      await page.keyboard.press('1');
      await tabTo(page, 'Name');
      await page.keyboard.type('wendo');
      await page.getByText('1 found').waitFor();
      await look.at('Find a visit');
      await pressByKeys(page, 'Look back');
      for (const [room, words] of rooms) {
        await pressByKeys(page, room);
        await page.getByText(words).first().waitFor();
        await look.at(person.alias, `the case, ${room}`);
      }
      await pressByKeys(page, 'Back');
      await walk.seeHeading(page, 'Find a visit');
      await pressByKeys(page, 'Back');
      await walk.seeHeading(page, 'Visits');

      await pressByKeys(page, 'Next visit');
      await walk.seeHeading(page, 'Can only staff see this screen?');
      expect(await page.getByText(person.alias).count()).toBe(0);
      await page.keyboard.press('1');
      await page.getByText('Their colleague').waitFor();
      await look.at('Before you call them in');
      await page.keyboard.press('Enter');
      await look.at('Is it just the two of you?');
      expect(await page.getByText('Their colleague').count()).toBe(0);
      await page.keyboard.press('1');
      await walk.goOnTo(page, 'Is there danger right now?');
      await page.getByRole('region', { name: 'Asked before' }).waitFor();
      await look.at('Is there danger right now?', 'asked before');
      expect(look.count()).toBeGreaterThan(11);
      expect(running.complaints).toEqual([]);
      await running.close();
    });
  });
}

test('by mouse alone a case is looked back at, added to, and its next visit prepared', async () => {
  await withFolder(async (profile) => {
    const running = await launchWithOneCase(profile);
    const page = running.page();
    // From here on there are clicks, and the day and the words that only a keyboard can give.
    await walk.press(page, 'Look back');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, person.alias);
    await walk.press(page, 'Who may read it');
    await page.getByRole('radio', { name: facility.displayName }).click();
    await walk.press(page, 'Before the visit');
    await page.getByText('Their colleague').waitFor();
    await expect(page.locator('.briefing')).toContainText(`Their colleague${facility.displayName}`);
    await walk.press(page, 'Back');
    await walk.seeHeading(page, 'Visits');
    await walk.press(page, 'Next visit');
    await walk.press(page, 'Skip this');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await walk.press(page, 'Prepare first');
    await walk.press(page, 'Yes, only staff');
    await walk.press(page, 'Ready');
    await walk.press(page, 'Yes, just us');
    await walk.seeHeading(page, 'Say this first');
    await walk.press(page, 'Leave for now');
    // The list says that it is open, and goes on with it.
    await walk.press(page, 'Go on');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await running.close();
  });
});

test('a briefing that was covered or locked shows nothing again before somebody says who can see', async () => {
  await withFolder(async (profile) => {
    const running = await launchWithOneCase(profile);
    const page = running.page();
    await walk.press(page, 'Next visit');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, 'Before you call them in');
    await walk.press(page, 'Health information');
    await expect(page.getByText('Their colleague')).toHaveCount(0);
    await leaveCover(running);
    await walk.seeHeading(page, 'Can only staff see this screen?');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, 'Before you call them in');
    await running.replaced(() => walk.press(page, 'Lock'));
    const next = running.page();
    await walk.signIn(next, facility.signInName, facility.password);
    await walk.seeHeading(next, 'Visits');
    await walk.press(next, 'Go on');
    await walk.seeHeading(next, 'Is it just the two of you?');
    expect(await next.getByText(person.alias).count()).toBe(0);
    await running.close();
  });
});

test('whoever wants to be asked again after a visit is asked on that day, and on no other', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { ...answeredDraft, step: 'sheets' });
    await walk.press(page, 'Close the visit');
    await walk.seeHeading(page, 'And you?');
    await walk.choose(page, 'Shall we ask you again how you are?', 'In one week');
    await walk.press(page, 'Done');
    await walk.seeHeading(page, 'Visits');
    expect(await page.getByText('You wanted to be asked again').count()).toBe(0);
    await page.evaluate(() =>
      window.bridge.invoke('colleague.setDebriefDay', { on: '2020-01-01' }),
    );
    await walk.press(page, 'This place');
    await walk.press(page, 'Back');
    await walk.press(page, 'A minute for myself');
    await walk.seeHeading(page, 'And you?');
    await walk.press(page, 'Done');
    await walk.seeHeading(page, 'Visits');
    expect(await page.getByText('You wanted to be asked again').count()).toBe(0);
    await running.close();
  });
});

/** Silent reading of prose takes about 250 words a minute; days and numbers are looked at, not read. */
const wordsInHalfAMinute = 125;

test('half a minute is enough to read what is known of somebody who has come a dozen times', async () => {
  await withFolder(async (profile) => {
    // given a dozen visits, with a companion at each, and what was noted between them
    const running = await launchWithOneCase(profile);
    const page = running.page();
    const ask = askerOf(running.page);
    const { cases } = await ask(listCases, { after: 0, count: 1 });
    const caseId = cases[0]?.caseId ?? '';
    for (let visit = 1; visit < 12; visit += 1) {
      const { id } = await ask(startNextVisit, { caseId });
      await ask(confirmAlone, { id });
      await ask(saveDraft, { id, draft: { ...answeredDraft, alias: person.alias } });
      await ask(closeEncounter, { id });
    }
    await ask(confirmStaffOnly, null);
    for (const on of ['2026-05-04', '2026-07-09']) {
      await ask(addNote, { caseId, note: { kind: 'moved', on } });
      await ask(addNote, { caseId, note: { kind: 'differing-account', on, about: 'work' } });
    }

    // when
    await walk.press(page, 'Next visit');
    await walk.press(page, 'Yes, only staff');
    await walk.seeHeading(page, 'Before you call them in');

    // then
    const briefing = page.locator('.briefing');
    await expect(briefing).toContainText('12 visits');
    await expect(briefing).toContainText(`2026-07-09 (${facility.displayName}, about: work)`);
    const earlier = briefing.getByText('1 earlier', { exact: true }).first();
    await earlier.click();
    await expect(briefing).toContainText('2026-05-04');
    await earlier.click();
    const words = (await briefing.innerText()).split(/\s+/).filter((word) => /\p{L}/u.test(word));
    expect(words.length, words.join(' ')).toBeLessThanOrEqual(wordsInHalfAMinute);
    expect(words.length).toBeGreaterThan(60);
    await running.close();
  });
});
