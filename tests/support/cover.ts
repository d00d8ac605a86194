import type { Running } from './launch.ts';
import { pin } from './walk.ts';

/** Whether the cover lies in the window, over everything. */
export async function isCovered({ app }: Running): Promise<boolean> {
  return app.evaluate(({ BaseWindow, webContents }) => {
    const cover = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://leaflets'));
    return BaseWindow.getAllWindows().some(({ contentView }) => {
      const top = contentView.children.at(-1);
      return top !== undefined && 'webContents' in top && top.webContents === cover;
    });
  });
}

/** As the key on the keyboard would, wherever the focus is. */
export async function coverByKey({ app }: Running): Promise<void> {
  await app.evaluate(({ webContents }) => {
    const page = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://quietroom/index'));
    page?.sendInputEvent({ type: 'keyDown', keyCode: 'F9' });
    page?.sendInputEvent({ type: 'keyUp', keyCode: 'F9' });
  });
}

/** Types the PIN on the cover; where nobody is signed in any digits do. */
export async function leaveCover(running: Running): Promise<void> {
  await running.app.evaluate(({ webContents }, digits) => {
    const cover = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://leaflets'));
    for (const key of [...digits, 'Enter']) {
      cover?.sendInputEvent({ type: 'keyDown', keyCode: key });
      cover?.sendInputEvent({ type: 'keyUp', keyCode: key });
    }
  }, pin);
  for (let tries = 0; tries < 100; tries += 1) {
    if (!(await isCovered(running))) return;
    await new Promise((passed) => setTimeout(passed, 50));
  }
  throw new Error('The cover was not left');
}
