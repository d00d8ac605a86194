import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { assert } from '#core/base/assert.ts';
import { withFolder } from '../../support/folder.ts';
import { launch, type Running } from '../../support/launch.ts';
import { facility } from '../../support/people.ts';
import { startQueue } from '../../support/queue.ts';
import { formsFound, planted, searchFolders } from '../../support/residue.ts';
import * as walk from '../../support/walk.ts';
import type { Check } from '../check.ts';

// Unlikely words go in by every way a text can go in, and out by every way it can go out;
// then every file that could have kept one is searched.

export const check: Check = {
  name: 'canaries',
  atFull: 300,
  async run(count) {
    // All words of a run begin alike, so that one search finds any of them.
    // Letters alone: one of them is a password too, of which figures count for nothing.
    const mark = `zq${randomLetters(10)}`;
    searchFindsWhatIsThere(mark);
    return withFolder(async (folder) => {
      const places = Object.fromEntries(
        ['profile', 'home', 'tmp', 'exported'].map((name) => [name, join(folder, name)]),
      );
      for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
      const { profile = '', home = '', tmp = '', exported = '' } = places;
      const queue = await startQueue(join(folder, 'queue'));
      const env = {
        ...queue.env,
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_CACHE_HOME: home,
        TMPDIR: tmp,
      };
      const running = await launch(profile, { env });
      const said = new Array<string>();
      for (const stream of [running.app.process().stdout, running.app.process().stderr])
        stream?.on('data', (words: Buffer) => said.push(words.toString()));
      const found = new Array<string>();
      // What stood in shared memory before belongs to other programs.
      const folders = [
        profile,
        home,
        tmp,
        join(folder, 'queue', 'spool'),
        join(folder, 'queue', 'cache'),
        join(folder, 'queue', 'log'),
        '/dev/shm',
      ];
      let files = 0;
      const search = () => {
        const seen = searchFolders(
          mark,
          folders.filter((place) => existsSync(place)),
        );
        files += seen.files;
        found.push(...seen.found);
      };
      const canaries = createCanaries(mark, Math.max(count, 40));
      try {
        await useEveryWay(running, canaries, exported, search);
      } finally {
        await running.close();
        await emptied(join(folder, 'queue', 'spool'));
        queue.stop();
      }
      search();
      assert(files > 20, `files were searched: ${files}`);
      assert(readdirSync(exported).length === 1, 'a sheet was exported');
      assert(statSync(queue.paper).size > 1_000, 'a sheet came out of the printer');
      if (formsFound(mark, Buffer.from(said.join(''))).length > 0) found.push('standard error');
      const different = new Set(found);
      for (const place of [...different].slice(0, 10)) console.error(place);
      return {
        tried: canaries.used(),
        failed: different.size,
        figures: { filesSearched: files, ...canaries.byWay() },
      };
    });
  },
};

function randomLetters(count: number): string {
  return Array.from(randomBytes(count), (byte) => String.fromCharCode(97 + (byte % 16))).join('');
}

type Canaries = ReturnType<typeof createCanaries>;

/** Hands out words that were never handed out before, and counts them by the way they go. */
function createCanaries(mark: string, count: number) {
  const ways = new Map<string, number>();
  let used = 0;
  return {
    /** So many hundredths of all of them, at least one, in one text. */
    text(way: string, percent: number, most = 90): string {
      const wanted = Math.min(most, Math.max(1, Math.ceil((count * percent) / 100)));
      const words = Array.from(
        { length: wanted },
        () => `${mark}${String((used += 1)).padStart(4, '0')}`,
      );
      ways.set(way, (ways.get(way) ?? 0) + wanted);
      return words.join(' ');
    },
    used: () => used,
    byWay: () => Object.fromEntries(ways),
  };
}

async function useEveryWay(
  running: Running,
  canaries: Canaries,
  exported: string,
  search: () => void,
): Promise<void> {
  const place = {
    ...facility,
    name: canaries.text('typed', 2, 6),
    displayName: canaries.text('typed', 1, 3),
    signInName: canaries.text('typed', 1, 1),
    password: canaries.text('typed', 1, 3),
  };
  await walk.setUp(running.page(), place, async () => {});
  await walk.allowSaving(running.page(), exported, async () => {});
  await printAndExport(running.page(), canaries);
  search();
  await walk.closeVisit(running.page());

  // Left in the middle of a word.
  const page = running.page();
  await walk.beginVisit(page);
  await walk.goOnTo(page, 'What may we call you?');
  await page.getByLabel('A name to use').pressSequentially(canaries.text('typed', 1, 3));
  await walk.goOnTo(page, 'How safe do you feel?');
  await page.getByLabel('In their own words, if they want').fill(canaries.text('typed', 20));
  await walk.goOnTo(page, 'What did you notice?');
  await paste(running, page.getByLabel('Something else'), canaries.text('pasted', 20));
  // And copied out again.
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  search();
  await running.replaced(() => walk.press(running.page(), 'Lock'));
  search();

  for (const percent of [8, 8]) {
    await walk.signIn(
      running.page(),
      canaries.text('in errors', 1, 1),
      canaries.text('in errors', percent, 60),
    );
    await running.page().getByRole('alert').waitFor();
  }
  await throwInPage(running.page(), canaries.text('in errors', 4));
  await searchGuidance(running.page(), canaries);
  search();
}

async function printAndExport(page: Page, canaries: Canaries): Promise<void> {
  await walk.toReferralSheets(page, {
    alias: canaries.text('printed and exported', 1, 4),
    safeContact: canaries.text('printed and exported', 20),
  });
  const card = page.getByRole('region', { name: 'For the helper' });
  await card.getByRole('button', { name: 'Print' }).click();
  await card.getByText('Sent to the printer.').waitFor();
  await card.getByRole('button', { name: 'Save as a file' }).click();
  await card.getByText(/^Saved as /).waitFor();
}

async function paste(
  running: Running,
  field: ReturnType<Page['getByLabel']>,
  text: string,
): Promise<void> {
  await running.app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await field.focus();
  await field.press('ControlOrMeta+v');
  assert((await field.inputValue()) === text, 'the text was pasted');
}

/** As a defect would: the log keeps the kind of an error, never its words. */
async function throwInPage(page: Page, text: string): Promise<void> {
  await page.evaluate(async (words) => {
    setTimeout(() => {
      throw new Error(words);
    });
    console.error(words);
    await window.bridge.invoke(words, words);
    await window.bridge.invoke('vault.unlock', { signInName: words, password: words });
  }, text);
}

async function searchGuidance(page: Page, canaries: Canaries): Promise<void> {
  await walk.press(page, 'Reading for staff');
  await walk.press(page, 'No, go on');
  const field = page.getByLabel('What are you looking for?');
  for (let turn = 0; turn < 5; turn += 1) {
    await field.fill(canaries.text('searched', 4));
    await page.waitForTimeout(150);
  }
}

/** A search that finds nothing shows nothing, unless it finds each form when it is there. */
function searchFindsWhatIsThere(mark: string): void {
  const missed = planted(`${mark}0001`).filter(([, bytes]) => formsFound(mark, bytes).length === 0);
  assert(missed.length === 0, `the search finds ${missed.map(([form]) => form).join(', ')}`);
}

/** Waits until the queue has let go of what it printed. */
async function emptied(spool: string): Promise<void> {
  const documents = () => readdirSync(spool).filter((name) => name.startsWith('d'));
  for (let tries = 0; documents().length > 0 && tries < 100; tries += 1)
    await new Promise((done) => setTimeout(done, 100));
}
