import type { Page } from '@playwright/test';

/** A hand on the keyboard that counts. A key with a modifier held down counts as one press. */
export function countingKeyboard(page: Page) {
  let presses = 0;
  return {
    async press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        await page.keyboard.press(key);
        presses += 1;
      }
    },
    presses: () => presses,
  };
}
