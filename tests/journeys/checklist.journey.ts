import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { electronPath } from '../../build/electron-path.ts';
import { probesOf } from '../hardening/checklist-probes.ts';
import { checklist } from '../hardening/checklist.ts';
import { filesUnder, withFolder } from '../support/folder.ts';
import { launch, root, type Running } from '../support/launch.ts';
import { provideOrdinaryUser } from '../support/ordinary-user.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

// As an ordinary user with the sandbox on: for root Electron has none.

const bundle = readdirSync(join(root, 'out/main'))
  .map((name) => readFileSync(join(root, 'out/main', name), 'utf8'))
  .join('\n');

test.describe('as an ordinary user', () => {
  /** Started once for both: the runtime has to be copied to where such a user may read it. */
  let sandboxed: { readonly running: Running; readonly folder: string; readonly profile: string };

  test.beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quietroom-'));
    const as = provideOrdinaryUser(folder);
    const profile = as === undefined ? join(folder, 'profile') : join(folder, 'home', 'profile');
    sandboxed = { running: await launch(profile, { as }), folder, profile };
  });

  test.afterAll(async () => {
    await sandboxed.running.close();
    rmSync(sandboxed.folder, { recursive: true, force: true });
  });

  test('no process of it can leave a core dump, none reports crashes, and its files are for its account alone', async () => {
    const { running, profile } = sandboxed;
    const pids = await running.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
    expect(pids.length).toBeGreaterThan(2);
    await expect
      .poll(() =>
        saidOf(pids, 'limits').filter((said) => !/^Max core file size\s+0\s+0\s/m.test(said)),
      )
      .toEqual([]);
    const names = saidOf(pids, 'cmdline');
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => name.includes('crashpad'))).toEqual([]);
    expect(
      await running.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer()),
    ).toBe(false);

    const files = filesUnder(profile);
    expect(files.length).toBeGreaterThan(3);
    const open = files.filter((file) => (statSync(file).mode & 0o077) !== 0);
    expect(open.map((file) => file.slice(profile.length))).toEqual([]);
  });

  test('all twenty points of Electron’s checklist hold in the running application', async () => {
    const { running } = sandboxed;
    const probes = {
      ...probesOf(running, bundle),
      // The runtime that tests drive must have the inspect fuse on; `npm run pack` asserts all
      // fuses of what it packs.
      19: async () => {
        const wire = await getCurrentFuseWire(electronPath);
        expect(wire.version).toBe('1');
        console.log(
          `point 19: of this development runtime ${Object.values(FuseV1Options).length / 2} fuses can be read`,
        );
      },
    };
    const problems = new Array<string>();
    let tried = 0;
    for (const { point, title } of checklist) {
      const probe = Object.entries(probes).find(([number]) => Number(number) === point);
      expect(probe, title).toBeDefined();
      await probe?.[1]().catch((error: unknown) => {
        problems.push(`${point}. ${title}: ${String(error)}`);
      });
      tried += 1;
    }
    expect(problems).toEqual([]);
    expect(tried).toBe(20);
  });
});

test('what was copied here leaves the clipboard by itself, and at a lock at once', async () => {
  await withFolder(async (profile) => {
    const running = await launch(profile);
    const clipboard = () =>
      running.app.evaluate(({ clipboard: board }) => [
        board.readText(),
        // Newer versions of Electron hand it out, older ones take its name as a word.
        String(Reflect.apply(Reflect.get(board, 'readText'), board, ['selection'])),
      ]);
    const name = running.page().getByLabel('Name of this place');

    // Given a text that was copied by a command, which no key is seen for
    await name.fill('umbrella quartz');
    await name.press('ControlOrMeta+a');
    await name.press('ControlOrMeta+c');
    await expect.poll(clipboard).toContain('umbrella quartz');
    // Then it goes by itself
    await expect.poll(clipboard, { timeout: 20_000 }).toEqual(['', '']);

    // And a text that was copied by keys, as they come from a keyboard
    await name.fill('kettle harbour');
    await name.press('ControlOrMeta+a');
    await running.app.evaluate(({ webContents }) => {
      const page = webContents.getAllWebContents().find((one) => one.getURL().includes('index'));
      const key = { keyCode: 'C', modifiers: ['control' as const] };
      page?.sendInputEvent({ type: 'keyDown', ...key });
      page?.sendInputEvent({ type: 'keyUp', ...key });
    });
    await expect.poll(clipboard).toContain('kettle harbour');
    await expect.poll(clipboard, { timeout: 20_000 }).toEqual(['', '']);

    // And at a lock at once
    await walk.setUp(running.page(), facility, async () => {});
    await walk.press(running.page(), 'Start a visit');
    const heading = running.page().getByRole('heading', { level: 1 });
    await heading.selectText();
    await running.page().keyboard.press('ControlOrMeta+c');
    await expect.poll(async () => (await clipboard())[0]).not.toBe('');
    await running.replaced(() => walk.press(running.page(), 'Lock'));
    expect(await clipboard()).toEqual(['', '']);
    await running.close();
  });
});

/** What the system says of processes; one that has ended meanwhile is left out. */
function saidOf(pids: readonly number[], about: 'limits' | 'cmdline'): readonly string[] {
  return pids.flatMap((pid) => {
    try {
      return [readFileSync(`/proc/${pid}/${about}`, 'utf8')];
    } catch (error) {
      if (existsSync(`/proc/${pid}`)) throw error;
      return [];
    }
  });
}
