// What the machine itself must bring, and how it gets it on Debian. On other systems nothing is
// installed: Electron needs nothing there, and a window opens on the screen that there is.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const isLinux = process.platform === 'linux';

/** Something is missing that this script may not mend by itself. Its text is for the person at the keyboard. */
export class CannotSetUp extends Error {}

/** Debian packages by what needs them, and how to tell that they are there. */
const debian = {
  electron: {
    packages: 'libgtk-3-0 libnss3 libgbm1 libasound2 libcups2 libatk-bridge2.0-0 unzip'.split(' '),
    isMissing: () =>
      !hasProgram('unzip') ||
      ![
        'libgtk-3.so.0',
        'libnss3.so',
        'libgbm.so.1',
        'libasound.so.2',
        'libcups.so.2',
        'libatk-bridge-2.0.so.0',
      ].every(hasLibrary),
  },
  display: {
    packages: ['xvfb', 'xauth'],
    isMissing: () => !hasDisplay() && !(hasProgram('Xvfb') && hasProgram('xauth')),
  },
  papers: {
    packages: ['poppler-utils', 'mupdf-tools', 'gettext'],
    isMissing: () => !['pdftotext', 'mutool', 'msgfmt'].every(hasProgram),
  },
  recorder: {
    packages: ['gcc', 'libc6-dev'],
    isMissing: () => !hasProgram('cc'),
  },
  queue: {
    packages: ['cups-daemon', 'cups-client'],
    isMissing: () => !(hasProgram('cupsd') && hasProgram('lp')),
  },
};

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

export function hasDisplay() {
  return !isLinux || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/**
 * The command that runs a program where it can open windows: on a display of its own where there
 * is none.
 * @param {string[]} command
 */
export function onDisplay(command) {
  const screen = ['-a', '-s', '-screen 0 1280x1024x24 -ac -nolisten tcp'];
  return hasDisplay() ? command : ['xvfb-run', ...screen, ...command];
}

/** @typedef {keyof typeof debian} DebianGroup */

/** @param {DebianGroup[]} groups @returns {string[]} what was installed */
export function installDebian(groups) {
  if (!isLinux) return [];
  const packages = groups
    .filter((group) => debian[group].isMissing())
    .flatMap((group) => debian[group].packages);
  if (packages.length === 0) return [];
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const isAllowed =
    hasProgram('apt-get') &&
    (asRoot.length === 0 || spawnSync('sudo', ['-n', 'true']).status === 0);
  const line = `apt-get install --no-install-recommends -y ${packages.join(' ')}`;
  if (!isAllowed) {
    throw new CannotSetUp(
      `Some system libraries or programs are missing. Run this line, then the same command again:\n\n  sudo ${line}\n`,
    );
  }
  say(`Installing Debian packages: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of ['apt-get -qq update', line.replace('apt-get', 'apt-get -qq')]) {
    const [program = '', ...rest] = [...asRoot, ...words.split(' ')];
    const result = spawnSync(program, rest, { env, encoding: 'utf8' });
    if (result.status !== 0)
      throw new CannotSetUp(
        `This line failed; run it by hand to see why:\n\n  ${words}\n\n${result.stderr.trim()}`,
      );
  }
  return [`Debian packages ${packages.join(' ')}`];
}

function hasProgram(/** @type {string} */ name) {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(join(folder, name)));
}

/** What the system's own list of shared libraries says. @param {string} name */
function hasLibrary(name) {
  libraries ??= spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return libraries.includes(`${name} `);
}

/** @type {string | undefined} */
let libraries;
