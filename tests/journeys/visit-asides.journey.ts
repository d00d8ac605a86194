import { expect, type Page, test } from '@playwright/test';
import { newOutcome, Outcome } from '#core/domain/outcome.ts';
import { readDebriefDay } from '#core/ipc/colleague-channels.ts';
import { askerOf } from '../support/ask.ts';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import type { Running } from '../support/launch.ts';
import { launchAtPlace, noThreat, openVisitAt } from '../support/place.ts';
import * as walk from '../support/walk.ts';

const takesNothing = Outcome.parse({ ...newOutcome('declined'), handOver: 'nothing' });

/** A visit that stands in the middle of a search for a sign. */
async function inTheMiddle(running: Running): Promise<void> {
  await openVisitAt(running, { step: 'signs', danger: noThreat });
  const page = running.page();
  await page.getByLabel('Look for another sign').fill('passport');
}

async function seeTheMiddle(page: Page): Promise<void> {
  await walk.seeHeading(page, 'What did you notice?');
  await expect(page.getByLabel('Look for another sign')).toHaveValue('passport');
}

test('calm, numbers and another subject are one key away, and lead back to the same place', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await inTheMiddle(running);

    for (const [key, heading] of [
      ['F2', 'There is time'],
      ['F4', 'Numbers'],
      ['F7', 'Point and write'],
    ] as const) {
      await page.keyboard.press(key);
      await walk.seeHeading(page, heading);
      await expectAccessible(page, heading);
      await page.keyboard.press('Escape');
      await seeTheMiddle(page);
    }

    // When the subject is changed, nothing on the screen is about the person.
    await page.keyboard.press('F3');
    await walk.seeHeading(page, 'Your health');
    await expectAccessible(page, 'another subject');
    await walk.press(page, 'Back');
    await seeTheMiddle(page);

    // Then the sign of danger is put down with its time.
    await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
    await expectAccessible(page, 'a danger sign to name');
    await walk.press(page, 'A telephone');
    await expect(page.getByRole('region', { name: 'What happened' })).toHaveCount(0);
    expect(running.complaints).toEqual([]);
    await running.close();
  });
});

test('a pause keeps everything and arms the gate; so do the other room and the goodbye', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'person' });
    await page.getByLabel('A name to use').fill('Orsolya Tench');
    const ways: readonly (() => Promise<void>)[] = [
      () => page.keyboard.press('F6'),
      () => walk.press(page, 'Pause F6'),
      async () => {
        await page.keyboard.press('F3');
        await walk.press(page, 'To another room');
      },
      async () => {
        await page.keyboard.press('F3');
        await walk.press(page, 'Goodbye, and again in two weeks');
      },
      async () => {
        await page.keyboard.press('F2');
        await walk.press(page, 'Stop for now');
      },
    ];
    for (const [at, way] of ways.entries()) {
      await way();
      await walk.seeHeading(page, 'Is it just the two of you?');
      await expect(page.getByText('Paused. Everything is kept.')).toBeVisible();
      if (at === 0) await expectAccessible(page, 'paused');
      // The name stands in a field, which is there no more.
      expect(await page.getByLabel('A name to use').count()).toBe(0);
      // No key opens what stands behind the gate.
      for (const key of ['Enter', 'F2', 'F3', 'F7', 'F5', 'Escape']) {
        await page.keyboard.press(key);
        await walk.seeHeading(page, 'Is it just the two of you?');
      }
      await walk.press(page, 'Yes, just us');
      await expect(page.getByLabel('A name to use')).toHaveValue('Orsolya Tench');
      const toName = page.getByRole('button', { name: 'Nothing to note' });
      if (await toName.isVisible()) await toName.click();
    }
    await running.close();
  });
});

test('what the person points at is translated for staff, and is kept or wiped by decision', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await walk.beginVisit(page);
    await page.getByLabel('Language that is safe to use here').selectOption('ar');

    // Given words and a phrase on the slate, which are wiped
    await page.keyboard.press('F7');
    const slate = page.locator('output.slate');
    await page.locator('.panel__phrase').nth(2).click();
    await expect(slate).toHaveText('I want to stop');
    await page.locator('#slate-words').fill('zqslate wiped');
    await expectAccessible(page, 'something on the slate');
    await walk.press(page, 'Wipe it');
    await walk.seeHeading(page, 'Say this first');
    await page.keyboard.press('F7');
    await expect(page.locator('#slate-words')).toHaveValue('');

    // When others are kept
    await page.getByLabel('Show a question').selectOption('ask.tonight');
    await expect(page.locator('.slate__question')).toHaveAttribute('dir', 'rtl');
    await page.locator('.panel__phrase').nth(1).click();
    await page.locator('#slate-words').fill('zqslate kept');
    await walk.press(page, 'Keep it');
    await walk.seeHeading(page, 'Say this first');

    // Then only these are in the visit, and the talk shows them
    await walk.goOnTo(page, 'How are things for you?');
    await expect(page.getByText('zqslate kept')).toBeVisible();
    expect(await page.getByText('zqslate wiped').count()).toBe(0);
    await expectAccessible(page, 'the talk with something written');
    await running.close();
  });
});

test('with somebody else in the room there is an ordinary form, and what it notes goes one way', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await walk.press(page, 'Start a visit');
    await walk.seeHeading(page, 'Is it just the two of you?');

    // Numbers are at hand before the gate too, and nothing else.
    await page.keyboard.press('F4');
    await walk.seeHeading(page, 'Numbers');
    await expectAccessible(page, 'numbers before the gate');
    expect(await page.locator('.page').innerText()).toBe(
      'Numbers\n112 Ambulance, fire service and police',
    );
    await page.keyboard.press('Enter');
    await walk.seeHeading(page, 'Is it just the two of you?');

    // Given what was noted beside a companion, and no way to be alone
    await page.keyboard.press('2');
    await walk.seeHeading(page, "Today's visit");
    await walk.choose(page, 'Came today', 'With somebody');
    await page.getByRole('checkbox', { name: 'Helps with answers' }).check();
    await expectAccessible(page, 'with company');
    const shown = await page.locator('body').innerText();
    expect(shown).not.toMatch(/traffick|exploit|danger|safe|alone|abuse|victim|lead/i);
    await walk.press(page, 'Usual visit for today');

    // Then the lead is told, in words that name nobody
    await walk.seeHeading(page, 'Visits');
    const colleagues = page.getByRole('region', { name: 'From colleagues' });
    await expect(colleagues).toContainText('Tamsel: gave the usual care only');
    await expectAccessible(page, 'visits with a note from a colleague');
    await colleagues.getByRole('button', { name: 'Seen' }).click();
    await expect(colleagues).toHaveCount(0);

    // And the visit can go on another day, with nothing of it shown before the gate opens.
    await walk.press(page, 'Go on');
    await walk.seeHeading(page, 'Is it just the two of you?');
    await page.keyboard.press('2');
    await walk.seeHeading(page, "Today's visit");
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await walk.press(page, 'Yes, just us');
    await walk.seeHeading(page, 'Say this first');
    await running.close();
  });
});

test('after a visit a member can write for themselves and ask the lead for a talk', async () => {
  await withFolder(async (profile) => {
    const running = await launchAtPlace(profile);
    const page = running.page();
    await openVisitAt(running, { step: 'sheets', danger: noThreat, outcome: takesNothing });
    await walk.press(page, 'Close the visit');
    await walk.seeHeading(page, 'And you?');
    await page.getByLabel('For yourself').fill('zqheavy afternoon');
    await page.getByRole('checkbox').check();
    await walk.choose(page, 'Shall we ask you again how you are?', 'In two weeks');
    await expectAccessible(page, 'after the visit');
    await walk.press(page, 'Done');
    await walk.seeHeading(page, 'Visits');
    await expect(page.getByText('Tamsel: would like to talk')).toBeVisible();
    expect(await page.getByText('zqheavy').count()).toBe(0);

    // Nothing said after another visit takes back the day that was chosen.
    const ask = askerOf(running.page);
    const { on } = await ask(readDebriefDay, null);
    expect(on).not.toBeNull();
    await openVisitAt(running, { step: 'sheets', danger: noThreat, outcome: takesNothing });
    await walk.press(page, 'Close the visit');
    await walk.seeHeading(page, 'And you?');
    await expect(page.getByText(`You are asked again on ${on}`)).toBeVisible();
    await walk.press(page, 'Done');
    await walk.seeHeading(page, 'Visits');
    expect((await ask(readDebriefDay, null)).on).toBe(on);
    await running.close();
  });
});
