import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with the rule and the elements when a screen breaks a rule of accessibility. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Electron cannot open the second page that axe's usual way needs.
  const { violations, passes } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // Every rule is run; what passes is told by its name alone, which is most of what would be sent.
    .options({ resultTypes: ['violations'] })
    .analyze();
  expect(passes.length, `axe looked at ${screen}`).toBeGreaterThan(5);
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found, screen).toEqual([]);
}
