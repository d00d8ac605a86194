import { expect, test } from '@playwright/test';
import { assert } from '#core/base/assert.ts';
import { emptyDraft, type VisitDraft } from '#core/domain/encounter.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { armGate, listEncounters, saveDraft } from '#core/ipc/encounter-channels.ts';
import { readSpot } from '#core/ipc/watch-channels.ts';
import { askerOf } from '../support/ask.ts';
import { coverByKey, isCovered, leaveCover } from '../support/cover.ts';
import { withFolder } from '../support/folder.ts';
import { launch, type Running } from '../support/launch.ts';
import { hasStoreOpen } from '../support/open-files.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

// What closes the screen, and where the work goes on. The events of the system are given to the
// program where Electron gives them to it: no machine is put to sleep here. The key is given to the
// page by the main process, because one that Playwright sends is seen by the page alone.

const words = 'The turnstile man keeps my satchel.\nline two\nline three\nline four';

/** On the question for the person's own view, with words typed, the caret in them, scrolled down. */
async function atWork(running: Running): Promise<void> {
  const page = running.page();
  await walk.setUp(page, facility, async () => {});
  await running.app.evaluate(({ BaseWindow }) =>
    BaseWindow.getAllWindows()[0]?.setContentSize(720, 560),
  );
  await walk.press(page, 'Start a visit');
  await passGate(page);
  const ask = askerOf(running.page);
  const [visit] = await ask(listEncounters, null);
  assert(visit !== undefined, 'a visit was begun');
  const empty = emptyDraft(LanguageTag.parse('en'));
  const danger = { ...empty.danger, threatNow: 'no' as const };
  const draft: VisitDraft = { ...empty, danger, step: 'own-view', alias: 'Zqalias' };
  await ask(saveDraft, { id: visit.id, draft });
  await ask(armGate, null);
  await running.replaced(() => walk.press(page, 'Lock'));
  await comeBack(running, false);
  const field = running.page().locator('#own-words');
  await field.fill(words);
  for (let times = 0; times < 7; times += 1) await field.press('ArrowLeft');
  await expect(running.page().getByText('Saved', { exact: true })).toBeVisible();
  // What tells where somebody is waits for a moment of rest.
  const caretKnown = async () => (await ask(readSpot, { encounterId: visit.id }))?.field?.caret;
  await expect.poll(caretKnown).toBe(words.length - 7);
}

async function passGate(page: ReturnType<Running['page']>): Promise<void> {
  await walk.seeHeading(page, 'Is it just the two of you?');
  await walk.press(page, 'Yes, just us');
}

/** Signs in; the records that locked by themselves lead back to the visit, others to the list. */
async function comeBack(running: Running, isLedBack: boolean): Promise<void> {
  const page = running.page();
  await walk.signIn(page, facility.signInName, facility.password);
  if (!isLedBack) {
    await walk.seeHeading(page, 'Visits');
    await walk.press(page, 'Go on');
  }
  await passGate(page);
  await walk.seeHeading(page, 'How safe do you feel?');
}

/** Where somebody is, as the page itself knows it. */
function placeOn(running: Running) {
  return running.page().evaluate(() => {
    const field = document.activeElement;
    const page = document.querySelector('.desk__main .beneath .page');
    return {
      heading: document.querySelector('h1')?.textContent,
      field: field?.id,
      words: field instanceof HTMLTextAreaElement ? field.value : undefined,
      caret: field instanceof HTMLTextAreaElement ? field.selectionStart : undefined,
      scrollPx: Math.round(page?.scrollTop ?? -1),
    };
  });
}

test('after the cover the work goes on at the same step, place and letter', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    try {
      // given
      await atWork(running);
      const before = await placeOn(running);
      expect(before).toMatchObject({ field: 'own-words', words, caret: words.length - 7 });
      expect(before.scrollPx).toBeGreaterThan(0);

      // when
      await coverByKey(running);
      // The page has put everything away by then, and is not replaced.
      await expect(running.page().getByText('Zqalias')).toHaveCount(0);
      await running
        .page()
        .getByRole('heading', { name: 'Is it just' })
        .waitFor({ state: 'attached' });
      await leaveCover(running);
      await passGate(running.page());

      // then
      await expect.poll(() => placeOn(running)).toEqual(before);
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
    }
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const events = ['suspend', 'lock-screen'] as const;

for (const event of events)
  test(`at the system's ${event} everything is closed, and the work goes on where it was`, async () => {
    await withFolder(async (profile) => {
      const running = await launch(profile);
      try {
        // given
        await atWork(running);
        const before = await placeOn(running);
        const renderer = await running.app.evaluate(
          ({ webContents }) =>
            webContents
              .getAllWebContents()
              .find((one) => one.getURL().startsWith('app://quietroom/index'))
              ?.getOSProcessId() ?? 0,
        );
        expect(hasStoreOpen(running, profile)).toBe(true);
        expect(isAlive(renderer)).toBe(true);

        // when
        await running.replaced(() =>
          running.app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event),
        );

        // then
        expect(hasStoreOpen(running, profile)).toBe(false);
        await expect.poll(() => isAlive(renderer)).toBe(false);
        const refused = await running
          .page()
          .evaluate(() => window.bridge.invoke('encounter.list', null));
        expect(refused).toEqual({ ok: false, error: { kind: 'Locked' } });
        await comeBack(running, true);
        await expect.poll(() => placeOn(running)).toEqual(before);
      } finally {
        await running.close();
      }
    });
  });

test('untouched, the screen says that it closes, and the cover comes by itself', async () => {
  test.setTimeout(150_000);
  await withFolder(async (profile) => {
    const running = await launch(profile);
    try {
      // given
      const page = running.page();
      await walk.setUp(page, facility, async () => {});
      await walk.press(page, 'This place');
      await walk.press(page, 'Closing');
      await page.getByRole('radio', { name: '30 seconds' }).check();
      await walk.press(page, 'Keep these times');
      await walk.seeHeading(page, 'This place');
      await walk.press(page, 'Back');
      await walk.seeHeading(page, 'Visits');

      // when nobody touches it
      await expect(page.locator('.desk__closing')).toHaveText(/^Covers in \d+ seconds?$/, {
        timeout: 60_000,
      });

      // then
      await expect.poll(() => isCovered(running), { timeout: 60_000 }).toBe(true);
      await leaveCover(running);
      await walk.seeHeading(running.page(), 'Visits');
      expect(running.complaints).toEqual([]);
    } finally {
      await running.close();
    }
  });
});
