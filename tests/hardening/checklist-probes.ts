import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { z } from 'zod';
import type { Running } from '../support/launch.ts';
import { policyFacts, questionsInPage } from './page-probes.ts';

const Preferences = z.looseObject({
  sandbox: z.literal(true),
  contextIsolation: z.literal(true),
  nodeIntegration: z.literal(false),
  // Electron leaves these out, or empty, when they are off.
  nodeIntegrationInWorker: z.literal(false).optional(),
  enableBlinkFeatures: z.literal('').optional(),
  nodeIntegrationInSubFrames: z.literal(false),
  webSecurity: z.literal(true),
  allowRunningInsecureContent: z.literal(false),
  experimentalFeatures: z.literal(false),
  webviewTag: z.literal(false),
});

export type Probe = () => Promise<void>;

/** For each point of the checklist, by its number, what asserts it in an application that runs. */
export function probesOf(running: Running, bundle: string): Readonly<Record<number, Probe>> {
  const page = running.page();
  const inPage = questionsInPage(page);
  const pages = () =>
    running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => ({
        url: contents.getURL(),
        type: contents.getType(),
        pid: contents.getOSProcessId(),
        preferences: Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, []),
      })),
    );
  /** The cover loads its page a moment after the start. */
  const everyPageIsOurs = async () => {
    const strangers = async () =>
      (await pages()).filter(({ url }) => !/^app:\/\/(quietroom|leaflets)\//.test(url));
    await expect.poll(strangers).toEqual([]);
  };
  const preferences = async () => {
    const found = (await pages()).map((one) => Preferences.parse(one.preferences));
    expect(found.length).toBeGreaterThan(0);
    return found;
  };

  return {
    1: async () => {
      const addresses = ['https://example.org/', 'http://example.org/', 'ftp://example.org/'];
      for (const address of addresses) {
        expect(await inPage.canFetch(address), address).toBe(false);
        expect(await canFetchFromMain(running, address), address).toBe(false);
      }
      await everyPageIsOurs();
    },
    2: async () => {
      await preferences();
      expect(await inPage.knownNames(['process', 'require', 'module', 'Buffer', 'global'])).toEqual(
        [],
      );
    },
    3: async () => {
      await preferences();
      expect(await inPage.knownNames(['ipcRenderer', 'contextBridge', 'electron'])).toEqual([]);
      expect(await inPage.knownNames(['bridge'])).toEqual(['bridge']);
    },
    4: async () => {
      const found = await pages();
      expect(found.length).toBeGreaterThan(0);
      for (const { pid } of found) {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        expect(status).toMatch(/^Seccomp:\s+2$/m);
        expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
        expect(status).toMatch(/^CapEff:\s+0+$/m);
      }
    },
    5: async () => {
      const states = await inPage.permissionStates();
      expect(Object.keys(states).length).toBeGreaterThanOrEqual(7);
      expect(new Set(Object.values(states))).toEqual(new Set(['denied']));
    },
    6: async () => void (await preferences()),
    7: async () => {
      for (const name of ['index.html', 'paper.html']) {
        const policy = await policyOf(running, `app://quietroom/${name}`);
        for (const rule of policyFacts) expect(policy, name).toContain(rule);
        expect(policy, name).not.toContain('unsafe');
      }
      expect(await inPage.stoppedByPolicy()).toEqual(['script', 'eval', 'image', 'frame', 'style']);
    },
    8: async () => void (await preferences()),
    9: async () => void (await preferences()),
    10: async () => {
      await preferences();
      const names = ['enable-blink-features', 'enable-experimental-web-platform-features'];
      const given = await running.app.evaluate(
        ({ app }, words) => words.filter((word) => app.commandLine.hasSwitch(word)),
        names,
      );
      expect(given).toEqual([]);
    },
    11: async () => {
      await preferences();
      expect(await page.locator('webview').count()).toBe(0);
      expect((await pages()).map(({ type }) => type)).not.toContain('webview');
    },
    12: async () => {
      expect(await inPage.isUnknownElement('webview')).toBe(true);
      expect(await webviewsAttachedElsewhere(running)).toBe(0);
    },
    13: async () => {
      const before = page.url();
      await inPage.goElsewhere();
      await page.waitForTimeout(700);
      expect(page.url()).toBe(before);
      expect(await inPage.knownNames(['bridge'])).toEqual(['bridge']);
    },
    14: async () => {
      const before = (await pages()).length;
      expect(await inPage.openedWindow()).toBe(false);
      await page.waitForTimeout(500);
      expect((await pages()).length).toBe(before);
    },
    15: async () => {
      expect(bundle.length).toBeGreaterThan(100_000);
      expect(bundle).not.toMatch(/openExternal|openPath/);
    },
    16: async () => {
      const version = await running.app.evaluate(() => process.versions['electron'] ?? 'none');
      expect(version).toMatch(/^\d+\./);
      console.log(`point 16: this copy runs on Electron ${version}`);
    },
    17: async () => {
      const wires = await running.app.evaluate(({ ipcMain }) => ({
        answered: [...Reflect.get(ipcMain, '_invokeHandlers').keys()].map(String),
        // Electron itself listens for errors.
        heard: ipcMain
          .eventNames()
          .map(String)
          .filter((name) => name !== 'error'),
      }));
      expect(wires).toEqual({ answered: ['quietroom'], heard: [] });
      let withBridge = 0;
      for (const place of foreignPlaces) {
        const answers = await callsFrom(running, place, ['app.readStatus'], null);
        expect(isRefused(answers[0]), `${place}: ${JSON.stringify(answers)}`).toBe(true);
        withBridge += answers.filter((answer) => typeof answer !== 'string').length;
      }
      // At the others Electron does not even run the preload script.
      expect(withBridge).toBeGreaterThanOrEqual(3);
    },
    18: async () => {
      await everyPageIsOurs();
      expect(await inPage.canFetch('file:///etc/hostname')).toBe(false);
      expect(await canOpen(running, 'file:///etc/hostname')).toBe(false);
    },
    20: async () => {
      expect(await page.evaluate(() => Object.getOwnPropertyNames(window.bridge))).toEqual([
        'invoke',
        'onEvent',
      ]);
      const answer = await page.evaluate(() => window.bridge.invoke('app.readStatus', null));
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    },
  };
}

/** Where a page stands that may not call: each has the real preload script. */
export const foreignPlaces = [
  'another window at our address',
  'another window at about:blank',
  'another window at a data address',
  'a frame of another window',
] as const;

/** Whether a foreign page was told nothing: it was refused, or has no bridge to call over. */
export function isRefused(answer: unknown): boolean {
  return ['{"ok":false,"error":{"kind":"Refused"}}', '"nothing to call with"'].includes(
    JSON.stringify(answer),
  );
}

/** What a foreign page gets for calls of these channels. */
export async function callsFrom(
  running: Running,
  place: (typeof foreignPlaces)[number],
  channels: readonly string[],
  request: unknown,
): Promise<unknown[]> {
  return running.app.evaluate(
    async ({ app, BrowserWindow, session }, [from, names, words]) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload: `${app.getAppPath()}/out/preload/preload.cjs`,
          session: session.fromPartition('desk'),
          nodeIntegrationInSubFrames: true,
        },
      });
      const addresses: Record<string, string> = {
        'another window at our address': 'app://quietroom/index.html',
        'a frame of another window': 'app://quietroom/index.html',
        'another window at about:blank': 'about:blank',
      };
      // The data address is cancelled like any other: the page that is then shown counts.
      await window.loadURL(addresses[from] ?? 'data:text/html,x').catch(() => {});
      const isFrame = from === 'a frame of another window';
      const answers = await window.webContents.executeJavaScript(
        `(async () => {
          let bridge = window.bridge;
          if (${isFrame}) {
            const frame = document.createElement('iframe');
            document.body.append(frame);
            await new Promise((done) => setTimeout(done, 200));
            bridge = frame.contentWindow.bridge;
          }
          if (bridge === undefined) return ${JSON.stringify(names)}.map(() => 'nothing to call with');
          const answers = [];
          for (const name of ${JSON.stringify(names)})
            answers.push(await bridge.invoke(name, ${JSON.stringify(words)}));
          return answers;
        })()`,
      );
      window.destroy();
      return answers;
    },
    [place, channels, request] as const,
  );
}

async function canFetchFromMain(running: Running, address: string): Promise<boolean> {
  return running.app.evaluate(async ({ session }, url) => {
    const sessions = [session.defaultSession, session.fromPartition('desk')];
    const answers = await Promise.allSettled(sessions.map((one) => one.fetch(url)));
    return answers.some(({ status }) => status === 'fulfilled');
  }, address);
}

async function policyOf(running: Running, address: string): Promise<string> {
  return running.app.evaluate(async ({ session }, url) => {
    const answer = await session.fromPartition('desk').fetch(url);
    return answer.headers.get('content-security-policy') ?? '';
  }, address);
}

async function canOpen(running: Running, address: string): Promise<boolean> {
  return running.app.evaluate(async ({ BrowserWindow, session }, url) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('desk') },
    });
    const opened = await window.loadURL(url).then(
      () => true,
      () => false,
    );
    window.destroy();
    return opened;
  }, address);
}

async function webviewsAttachedElsewhere(running: Running): Promise<number> {
  return running.app.evaluate(async ({ BrowserWindow, session, webContents }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { webviewTag: true, session: session.fromPartition('desk') },
    });
    await window.loadURL('app://quietroom/index.html');
    await window.webContents.executeJavaScript(
      `document.body.append(Object.assign(document.createElement('webview'), { src: 'app://quietroom/index.html' }))`,
    );
    await new Promise((done) => setTimeout(done, 500));
    const found = webContents.getAllWebContents().filter((one) => one.getType() === 'webview');
    window.destroy();
    return found.length;
  });
}
