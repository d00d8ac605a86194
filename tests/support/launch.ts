import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronPath } from '../../build/electron-path.ts';
import type { OrdinaryUser } from './ordinary-user.ts';

export const root = join(import.meta.dirname, '..', '..');

/** By this the application waits, before it is ready, until Playwright has taken hold of it. */
export const loader = join(
  dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
  'lib/server/electron/loader.js',
);

export type Running = {
  readonly app: ElectronApplication;
  /** The page people see now. Locking replaces it by another one. */
  readonly page: () => Page;
  /** Waits until the page has been replaced, as a lock does. */
  readonly replaced: (by: () => Promise<unknown>) => Promise<void>;
  /** What went wrong in any page so far: policy violations, errors, failed requests. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

export type Settings = {
  readonly env?: Readonly<Record<string, string>>;
  /** Start it as an ordinary user, from a copy that such a user may read. */
  readonly as?: OrdinaryUser | undefined;
};

/**
 * The runtime itself dies now and then while a debugger takes hold of it, before a line of ours ran.
 * It is started once more then, which is said; a second time it is a failure.
 */
async function started(
  options: NonNullable<Parameters<typeof _electron.launch>[0]>,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    if (!/Process failed to launch/.test(why) || !why.includes('signal=SIGSEGV')) throw error;
    console.error('The runtime crashed while a debugger took hold of it. It is started once more.');
    return _electron.launch(options);
  }
}

/** Starts the real application on a profile folder, as `npm start` does. */
export async function launch(
  profile: string,
  { env = {}, as: user }: Settings = {},
): Promise<Running> {
  const isRoot = process.getuid?.() === 0 && user === undefined;
  const app = await started({
    args: [
      '-r',
      user?.loader ?? loader,
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      user?.app ?? root,
      `--profile=${profile}`,
    ],
    env: definedOnly({ ...process.env, ...user?.env, ...env }),
    chromiumSandbox: !isRoot,
    executablePath: user?.electron ?? electronPath,
    cwd: root,
  });
  const complaints: string[] = [];
  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  };
  app.context().on('page', listen);
  // The cover and the page that draws sheets are windows to Playwright too.
  const isDesk = async (candidate: Page) => {
    await candidate.waitForURL(/^app:/);
    return candidate.url().startsWith('app://quietroom/index');
  };
  let page = await app.firstWindow();
  listen(page);
  await page.waitForSelector('h1');
  return {
    app,
    page: () => page,
    async replaced(by) {
      let next = app.waitForEvent('window', isDesk);
      // The page goes away under the very click that asks for it; the new one is the answer.
      await by().catch(() => {});
      for (;;) {
        const candidate = await next;
        const isThere = await candidate.waitForSelector('h1').catch((error: unknown) => {
          if (!candidate.isClosed()) throw error;
        });
        page = candidate;
        if (isThere !== undefined) return;
        // A window of a test, at our address and closed again, whose news came late.
        const open = app.windows().find((one) => one.url().startsWith('app://quietroom/index'));
        next = open === undefined ? app.waitForEvent('window', isDesk) : Promise.resolve(open);
      }
    },
    complaints,
    close: () => app.close(),
  };
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
