import { writeFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { withFolder } from '../support/folder.ts';
import { launch, type Running } from '../support/launch.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const quietly = async () => {};

/** After the decision for nothing now, with the key that answers each. */
const afterTheDecision = [
  ['Would they like a number for later?', '3'],
  ['A plan for the days to come', undefined],
  ['An ordinary next appointment', '2'],
  ['How can we reach you safely?', '1'],
  ['What goes into the ordinary record?', undefined],
  ['Sheets', undefined],
] as const;

const modes: Readonly<Record<string, (running: Running) => Promise<void>>> = {
  'as it comes up': async () => {},
  'from right to left': async (running) => {
    await running.page().evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
  },
  'at 200 %': async (running) => {
    await running.app.evaluate(({ webContents }) => {
      for (const contents of webContents.getAllWebContents())
        if (contents.getURL().startsWith('app://quietroom/index')) contents.setZoomFactor(2);
    });
  },
};

for (const [mode, apply] of Object.entries(modes)) {
  test(`every step ${mode}, by keyboard alone: nothing is cut off, and axe finds nothing`, async () => {
    // Two dozen pages, each looked at by axe.
    test.slow();
    await withFolder(async (profile) => {
      const running = await launch(profile);
      const page = running.page();
      await walk.setUp(page, facility, quietly);
      await apply(running);
      let looked = 0;
      const look = async (heading: string) => {
        await walk.seeHeading(page, heading);
        await takePicture(running, `${String(looked).padStart(2, '0')}-${heading}.png`);
        expect(await cutOff(page), `${heading}, ${mode}`).toEqual([]);
        await expectAccessible(page, `${heading}, ${mode}`);
        looked += 1;
      };

      await page.keyboard.press('Enter');
      await look('Is it just the two of you?');
      await page.keyboard.press('2');
      await page.keyboard.press('2');
      await look("Today's visit");
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Yes, just us' }).focus();
      await page.keyboard.press('Enter');
      for (const heading of walk.headings) {
        await look(heading);
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
      expect(looked).toBeGreaterThan(20);
      expect(running.complaints).toEqual([]);
      await running.close();
    });
  });
}

test('by mouse alone a visit goes from its start to its end', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const page = running.page();
    await walk.setUp(page, facility, quietly);
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

/** As the window shows it, also when it is enlarged, which Playwright's own pictures are not. */
async function takePicture({ app }: Running, name: string): Promise<void> {
  const picture = await app.evaluate(async ({ webContents }) => {
    const desk = webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().startsWith('app://quietroom/index'));
    return (await desk?.capturePage())?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(test.info().outputPath(name), Buffer.from(picture, 'base64'));
}

/** What of the page hangs over an edge of the window: words and buttons, in the direction that does not scroll. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('h1, h2, p, li, label, legend, button'),
    ];
    return seen
      .filter((element) => element.offsetParent !== null && element.closest('article') === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < -1 || right > window.innerWidth + 1);
      })
      .map((element) => element.innerText.slice(0, 60));
  });
}
