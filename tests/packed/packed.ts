// Does the packed copy start, and does it refuse what it has to? Nothing can be asked of it:
// its inspect fuse is off, and it refuses a debugging port. So its twin is driven, both are put
// on one profile, and what stands on the screen is compared dot by dot.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { createIdSource, systemClock } from '../../electron/platform/system.ts';
import { createVault } from '../../electron/vault/vault.ts';
import { JurisdictionId } from '#core/domain/facility.ts';
import { sessionOf } from '../../build/bench/bench-vault.ts';
import { provenSheets } from '../../build/bench/recovery-sheets.ts';
import { dotsThatDiffer, openScreen } from '../support/screen.ts';
import { facility } from '../support/people.ts';
import * as walk from '../support/walk.ts';

const root = join(import.meta.dirname, '..', '..');
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'quietroom-packed-'));
const home = join(folder, 'home');
const asUser = isRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'] : [];
let problems = 0;

chmodSync(folder, 0o755);
mkdirSync(home);
for (const name of ['linux-unpacked', 'twin-for-tests'])
  cpSync(join(root, 'dist', name), join(folder, name), { recursive: true });
const packed = join(folder, 'linux-unpacked', 'quietroom');
const twin = join(folder, 'twin-for-tests', 'quietroom');
await makeProfile(join(home, 'one'));
for (const name of ['two', 'three', 'four'])
  cpSync(join(home, 'one'), join(home, name), { recursive: true });
if (isRoot) execFileSync('chown', ['-R', 'nobody:nogroup', home]);
const screen = await openScreen(folder);
const env = {
  PATH: process.env['PATH'] ?? '',
  LANG: 'C.UTF-8',
  HOME: home,
  XDG_CONFIG_HOME: home,
  XDG_RUNTIME_DIR: home,
  DISPLAY: screen.display,
};

try {
  const twinShows = await lookAtTwin();
  const child = startPacked([`--profile=${join(home, 'two')}`]);
  let differing = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 60 && differing > 400; tries += 1) {
    await pause(250);
    differing = dotsThatDiffer(twinShows, screen.dots());
  }
  // A caret that blinks is two dots wide.
  say(
    differing <= 400,
    `the packed copy shows the sign-in screen that its twin shows (${differing} of 1310720 dots differ)`,
  );
  say(child.exitCode === null, 'it goes on running');
  await stop(child);
  refusals();
  await refusesPort();
  await takesNoNodeOptions();
} finally {
  screen.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(problems === 0 ? 0 : 1);

/** Signs in to the twin and out again, so that the pack, the addons and the store have all been used. */
async function lookAtTwin(): Promise<Uint32Array> {
  // By its inspector it tells itself from the packed copy; it is driven by the other port, because
  // the main process of a pack does not wait for anybody to take hold of it.
  const ports = ['--inspect=0', '--remote-debugging-port=0'];
  const words = ['--disable-gpu', ...ports, `--profile=${join(home, 'one')}`];
  const child = spawn(wrapped(twin), words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await portOf(child));
  const page = await deskOf(browser);
  await walk.seeHeading(page, 'Sign in');
  await page.evaluate(() => document.fonts.ready);
  await pause(1_500);
  const seen = screen.dots();
  const colours = new Set(seen).size;
  say(colours > 20, `the twin shows its sign-in screen in ${colours} colours`);
  await walk.signIn(page, facility.signInName, facility.password);
  await walk.seeHeading(page, 'Visits');
  say(true, 'the twin opens the store with the addons of the pack');
  await browser.close();
  await stop(child);
  return seen;
}

/** Where a copy that was started for it listens, as it says on standard error. */
function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const [, host] = /DevTools listening on ws:\/\/([^/]+)\//.exec(said) ?? [];
      if (host !== undefined) resolve(`http://${host}`);
    });
    child.once('exit', () => reject(new Error(`The twin ended: ${said}`)));
  });
}

/** The window that people see; the cover and the page that draws sheets are windows too. */
async function deskOf(browser: Browser): Promise<Page> {
  for (let tries = 0; tries < 100; tries += 1) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const desk = pages.find((page) => page.url().startsWith('app://quietroom/index'));
    if (desk !== undefined) return desk;
    await pause(100);
  }
  throw new Error('The twin shows no window.');
}

function startPacked(
  words: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): ChildProcess {
  const surroundings = { ...env, ...variables };
  return spawn(wrapped(packed), ['--disable-gpu', ...words], {
    env: surroundings,
    stdio: 'ignore',
  });
}

/** With a start as an ordinary user around it: a packed copy has no way to run without its sandbox. */
function wrapped(program: string): string {
  const script = `${program}-as-user`;
  writeFileSync(script, `#!/bin/sh\nexec ${asUser.join(' ')} ${program} "$@"\n`, { mode: 0o755 });
  return script;
}

function refusals(): void {
  const starts: readonly (readonly [
    string,
    readonly string[],
    Readonly<Record<string, string>>,
  ])[] = [
    ['--remote-debugging-port', ['--remote-debugging-port=9333'], {}],
    ['--remote-debugging-pipe', ['--remote-debugging-pipe'], {}],
    ['--inspect', ['--inspect=9334'], {}],
    ['--no-sandbox', ['--no-sandbox'], {}],
    ['--js-flags', ['--js-flags=--expose-gc'], {}],
    ['--load-extension', ['--load-extension=/tmp'], {}],
    ['--log-net-log', ['--log-net-log=/tmp/net'], {}],
    ['ELECTRON_RUN_AS_NODE', [], { ELECTRON_RUN_AS_NODE: '1' }],
    ['SSLKEYLOGFILE', [], { SSLKEYLOGFILE: '/tmp/keys' }],
    ['ELECTRON_ENABLE_LOGGING', [], { ELECTRON_ENABLE_LOGGING: '1' }],
  ];
  for (const [name, words, variables] of starts) {
    const { status, stderr } = spawnSync(
      wrapped(packed),
      [`--profile=${join(home, 'three')}`, ...words],
      { env: { ...env, ...variables }, encoding: 'utf8', timeout: 20_000 },
    );
    say(status === 4 && stderr.includes(`"${name}"`), `it refuses ${name} (exit code ${status})`);
  }
}

async function refusesPort(): Promise<void> {
  const child = startPacked([`--profile=${join(home, 'four')}`, '--remote-debugging-port=9336']);
  let opened = 0;
  let tried = 0;
  while (child.exitCode === null && tried < 400) {
    opened += (await answers(9336)) ? 1 : 0;
    tried += 1;
    await pause(5);
  }
  say(opened === 0 && tried > 3, `no debugging port was open before it ended (${tried} looks)`);
  await stop(child);
}

/** With that fuse off Electron takes the variable away before this program could see it. */
async function takesNoNodeOptions(): Promise<void> {
  const variables = { NODE_OPTIONS: '--inspect=127.0.0.1:9335' };
  const child = startPacked([`--profile=${join(home, 'four')}`], variables);
  let opened = 0;
  for (let tried = 0; tried < 40; tried += 1) {
    opened += (await answers(9335)) ? 1 : 0;
    await pause(50);
  }
  say(opened === 0 && child.exitCode === null, 'NODE_OPTIONS opens no inspector in it');
  await stop(child);
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

async function makeProfile(profile: string): Promise<void> {
  const records = join(profile, 'vault');
  const vault = createVault(records, systemClock, createIdSource(systemClock));
  const { displayName, signInName, password, name } = facility;
  const place = { name, jurisdiction: JurisdictionId.parse('fi') };
  const made = await vault.setUp({ facility: place, displayName, signInName, password });
  if (!made.ok) throw new Error(`The vault was refused: ${made.error.kind}`);
  await provenSheets(sessionOf(vault), records);
  vault.lock();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function say(isRight: boolean, sentence: string): void {
  console.log(`${isRight ? 'yes' : 'NO '} ${sentence}`);
  if (!isRight) problems += 1;
}
