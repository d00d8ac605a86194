import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import type { LanguageTag } from '#core/domain/language.ts';
import type { Pack } from '#core/pack/pack.ts';

/** Saves the sheet that a card shows, and files it under a name of its own. */
export async function takeSaved(card: Locator, saved: string, file: string): Promise<string> {
  await card.getByRole('button', { name: 'Save as a file' }).click();
  await card.getByText(/^Saved as /).waitFor();
  const [name = ''] = readdirSync(saved);
  renameSync(join(saved, name), file);
  return file;
}

/** Chooses a language of a card and waits until its sheet is there, in its own direction. */
export async function showIn(card: Locator, pack: Pack, tag: LanguageTag): Promise<void> {
  const about = pack.manifest.languages.find((language) => language.tag === tag);
  await card.getByLabel('Language of this sheet').selectOption(tag);
  await expect(card.locator(`article[lang="${tag}"]`)).toHaveAttribute(
    'dir',
    about?.direction ?? '',
  );
}
