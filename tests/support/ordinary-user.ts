import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronPath } from '../../build/electron-path.ts';
import { packagesOfAddons } from '../../build/packing.ts';
import { loader, root } from './launch.ts';

/**
 * The program in a place an ordinary user can read, and a way to start it as one. To root a
 * read-only folder is no obstacle and Chromium's sandbox is off, so whatever judges either
 * must not run as root.
 */
export type OrdinaryUser = {
  readonly app: string;
  readonly electron: string;
  readonly loader: string;
  readonly env: Readonly<Record<string, string>>;
};

/** @returns undefined when the tests themselves run as an ordinary user already */
export function provideOrdinaryUser(folder: string): OrdinaryUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  chmodSync(folder, 0o755);
  const app = join(folder, 'app');
  const home = join(folder, 'home');
  mkdirSync(join(app, 'node_modules'), { recursive: true });
  mkdirSync(home);
  execFileSync('chown', ['nobody', home]);
  for (const name of ['package.json', 'out', 'content', ...packagesOfAddons()])
    copy(join(root, name), join(app, name));
  copy(dirname(electronPath), join(folder, 'electron'));
  copyFileSync(loader, join(folder, 'loader.js'));
  execFileSync('chmod', ['-R', 'a+rX', app, join(folder, 'electron')]);
  const start = join(folder, 'start');
  const who = '--reuid=nobody --regid=nogroup --clear-groups';
  writeFileSync(
    start,
    `#!/bin/sh\nexec setpriv ${who} ${join(folder, 'electron', 'electron')} "$@"\n`,
    { mode: 0o755 },
  );
  return {
    app,
    electron: start,
    loader: join(folder, 'loader.js'),
    env: { HOME: home, XDG_CONFIG_HOME: home, XDG_RUNTIME_DIR: home },
  };
}

/** By hard links where the disk allows it, which takes no time and no room. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (spawnSync('cp', ['-al', from, to]).status !== 0) execFileSync('cp', ['-a', from, to]);
}
