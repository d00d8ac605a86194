import type { Page } from '@playwright/test';
import { assert } from '#core/base/assert.ts';
import type { Running } from '../../support/launch.ts';
import { leaveCover } from '../../support/cover.ts';
import { type Telling, tellingDots, whenShown } from '../../support/from-outside.ts';
import { dotsThatDiffer, type Screen } from '../../support/screen.ts';

// One try of the cover: from the key to the picture on the glass, and what is left of the page.

export const ways = ['F9', 'Shift', 'button'] as const;
export type Way = (typeof ways)[number];

export type Desk = {
  readonly running: Running;
  readonly screen: Screen;
  /** Where the screen keeps its picture. */
  readonly folder: string;
};

export type Trial = {
  readonly screenName: string;
  readonly way: Way;
  readonly isFrozen: boolean;
  readonly ms: number | undefined;
  /** Of the page, on the glass, in a title or in what a reader of the screen is told. */
  readonly left: readonly string[];
};

/** A page that hangs for this long, so that it cannot help, and then can go on. */
const frozenMs = 1_500;

/**
 * @param canaries words that were typed; none of them may be seen, heard or read under the cover
 */
export async function tryCover(
  desk: Desk,
  screenName: string,
  way: Way,
  isFrozen: boolean,
  canaries: readonly string[],
): Promise<Trial> {
  const { running, screen, folder } = desk;
  const page = running.page();
  const place = await page.locator('.desk__mark').boundingBox();
  assert(place !== null, 'there is a button for the cover');
  const cover = await coverPicture(desk);
  const telling = await whenUncovered(screen, cover);
  const hung = { hasAnswered: false };
  if (isFrozen) {
    await freeze(page);
    void page
      .evaluate(() => {})
      .then(() => (hung.hasAnswered = true))
      .catch(() => {});
  }
  const shown = whenShown(folder, telling, 10_000);
  const pressedMs = await press(running, way, place);
  const shownMs = await shown;
  assert(!hung.hasAnswered, 'the page still hung when the cover came');
  const left = await whatIsLeft(desk, cover, canaries);
  if (isFrozen) await new Promise((passed) => setTimeout(passed, frozenMs));
  await leaveCover(running);
  return {
    screenName,
    way,
    isFrozen,
    ms: shownMs === undefined ? undefined : shownMs - pressedMs,
    left,
  };
}

/** What tells the cover from the page, once the page is on the glass again: a busy machine takes a while. */
async function whenUncovered(screen: Screen, cover: Uint32Array): Promise<Telling> {
  for (let tries = 0; tries < 50; tries += 1) {
    const telling = tellingDots(screen.dots(), cover);
    if (telling.length > 50) return telling;
    await new Promise((passed) => setTimeout(passed, 100));
  }
  throw new Error('The cover looks like the screen');
}

const pictures = new WeakMap<Screen, Uint32Array>();

/** What the cover looks like, as it was when it was first laid in this run. */
async function coverPicture(desk: Desk): Promise<Uint32Array> {
  const known = pictures.get(desk.screen);
  if (known !== undefined) return known;
  await press(desk.running, 'F9', { x: 0, y: 0 });
  await new Promise((passed) => setTimeout(passed, 1_500));
  const picture = desk.screen.dots();
  pictures.set(desk.screen, picture);
  await leaveCover(desk.running);
  return picture;
}

async function freeze(page: Page): Promise<void> {
  await page.evaluate((ms) => {
    setTimeout(() => {
      const until = Date.now() + ms;
      while (Date.now() < until);
    });
  }, frozenMs);
  await new Promise((passed) => setTimeout(passed, 50));
}

/** @returns when the key that asks for the cover went down, or the last of its three up */
async function press(
  { app }: Running,
  way: Way,
  at: { readonly x: number; readonly y: number },
): Promise<number> {
  const pressing = app.evaluate(
    ({ webContents }, { how, x, y }) => {
      const page = webContents
        .getAllWebContents()
        .find((one) => one.getURL().startsWith('app://quietroom/index'));
      const now = () => {
        const ms = Number(process.hrtime.bigint() / 1_000n) / 1_000;
        process.env['QUIETROOM_PRESSED_MS'] = String(ms);
        return ms;
      };
      if (page === undefined) throw new Error('There is no page');
      if (how === 'F9') {
        const from = now();
        page.sendInputEvent({ type: 'keyDown', keyCode: 'F9' });
        page.sendInputEvent({ type: 'keyUp', keyCode: 'F9' });
        return from;
      }
      if (how === 'button') {
        const button = { x: Math.round(x + 8), y: Math.round(y + 8), button: 'left' as const };
        const from = now();
        page.sendInputEvent({ type: 'mouseDown', clickCount: 1, ...button });
        page.sendInputEvent({ type: 'mouseUp', clickCount: 1, ...button });
        return from;
      }
      for (let time = 0; time < 2; time += 1) {
        page.sendInputEvent({ type: 'keyDown', keyCode: 'Shift' });
        page.sendInputEvent({ type: 'keyUp', keyCode: 'Shift' });
      }
      page.sendInputEvent({ type: 'keyDown', keyCode: 'Shift' });
      const from = now();
      page.sendInputEvent({ type: 'keyUp', keyCode: 'Shift' });
      return from;
    },
    { how: way, x: at.x, y: at.y },
  );
  return pressing.catch(async (error: unknown) => {
    // The answer of the program can be lost to its garbage collector after the key was pressed.
    if (!String(error).includes('garbage collected')) throw error;
    const pressedMs = Number(await app.evaluate(() => process.env['QUIETROOM_PRESSED_MS']));
    if (!Number.isFinite(pressedMs)) throw error;
    return pressedMs;
  });
}

/** Everything under the cover that is not the cover. */
async function whatIsLeft(
  { running, screen }: Desk,
  cover: Uint32Array,
  canaries: readonly string[],
): Promise<readonly string[]> {
  const left: string[] = [];
  const titles = await running.app.evaluate(({ BaseWindow, webContents }) => ({
    windows: BaseWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => ({ title: window.getTitle(), views: window.contentView.children.length })),
    pages: webContents
      .getAllWebContents()
      .filter((one) => one.getURL().startsWith('app://leaflets'))
      .map((one) => one.getTitle()),
  }));
  const [window, ...others] = titles.windows;
  if (window === undefined || others.length > 0) left.push('another window');
  if (window?.views !== 1) left.push(`${window?.views} views in the window`);
  const page = running.app
    .context()
    .pages()
    .find((one) => one.url().startsWith('app://leaflets'));
  assert(page !== undefined, 'the cover is a page');
  const session = await running.app.context().newCDPSession(page);
  const tree = JSON.stringify(await session.send('Accessibility.getFullAXTree'));
  await session.detach();
  assert(tree.length > 500, 'a reader of the screen is told something');
  const told = [tree, ...titles.pages, ...titles.windows.map(({ title }) => title)].join(' ');
  for (const canary of canaries) if (told.includes(canary)) left.push(`the words “${canary}”`);
  const dots = dotsThatDiffer(screen.dots(), cover);
  // A pointer that blinks, and nothing that could be read.
  if (dots > 400) left.push(`${dots} dots of another picture`);
  return left;
}
