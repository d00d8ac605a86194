import type { Running } from './launch.ts';

/**
 * A key that the main process gives to the page, as the system would: what Playwright types is seen by
 * the page alone, and a desk that nobody touches covers itself.
 */
export async function touch({ app }: Running): Promise<void> {
  await app.evaluate(({ webContents }) => {
    const page = webContents
      .getAllWebContents()
      .find((one) => one.getURL().startsWith('app://quietroom/index'));
    for (const type of ['keyDown', 'keyUp'] as const)
      page?.sendInputEvent({ type, keyCode: 'End' });
  });
}
