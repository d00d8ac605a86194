import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import type { Running } from './launch.ts';
import * as walk from './walk.ts';

/** The ways in which a screen has to hold. */
export const modes: Readonly<Record<string, (running: Running) => Promise<void>>> = {
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

/** Looks at one screen after another: its picture is kept, nothing is cut off, and axe finds nothing. */
export function createLook(running: Running, mode: string) {
  let looked = 0;
  return {
    async at(heading: string, name = heading): Promise<void> {
      const page = running.page();
      await walk.seeHeading(page, heading);
      await takePicture(running, `${String(looked).padStart(2, '0')}-${name}.png`);
      expect(await cutOff(page), `${name}, ${mode}`).toEqual([]);
      await expectAccessible(page, `${name}, ${mode}`);
      looked += 1;
    },
    count: () => looked,
  };
}

/** Goes by the Tab key to what has this name, as whoever has no mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 80; presses += 1) {
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return '';
      const isField =
        element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement;
      const labels = isField ? [...(element.labels ?? [])] : [];
      return (
        (element.getAttribute('aria-label') ??
          labels.map((label) => label.innerText).join(' ') ??
          '') ||
        element.innerText
      );
    });
    if (typeof name === 'string' ? at.trim() === name : name.test(at)) return;
    seen.push(at.trim().slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not come to ${String(name)}: ${seen.join(' | ')}`);
}

/** Presses a button by the keyboard alone. */
export async function pressByKeys(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** As the window shows it, also when it is enlarged, which Playwright's own pictures are not. */
async function takePicture({ app }: Running, name: string): Promise<void> {
  const picture = await app.evaluate(async ({ webContents }) => {
    const desk = webContents
      .getAllWebContents()
      .find((contents) => contents.getURL().startsWith('app://quietroom/index'));
    return (await desk?.capturePage())?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(placeOf(name), Buffer.from(picture, 'base64'));
}

/** Kept where somebody wants pictures, also of a run that goes well; else with the run. */
function placeOf(name: string): string {
  const folder = process.env['QUIETROOM_PICTURES'];
  if (folder === undefined) return test.info().outputPath(name);
  const own = join(folder, test.info().title.replaceAll(/\W+/g, '-').slice(0, 60));
  mkdirSync(own, { recursive: true });
  return join(own, name);
}

/**
 * What of the page hangs over an edge of the window, words and buttons in the direction that does not
 * scroll, and answers that are wider than their place.
 */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('h1, h2, p, li, dt, dd, label, legend, button'),
    ];
    return seen
      .filter((element) => element.offsetParent !== null && element.closest('article') === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        const isOverEdge = left < -1 || right > window.innerWidth + 1;
        // What comes after it would be drawn over the words of an answer.
        const isOverNext =
          element.tagName === 'LABEL' && element.scrollWidth > element.clientWidth + 1;
        return width > 0 && (isOverEdge || isOverNext);
      })
      .map((element) => element.innerText.slice(0, 60));
  });
}
