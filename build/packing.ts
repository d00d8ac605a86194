import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';

/** What is packed, and how. `build/pack.ts` does it. */
export const root = join(import.meta.dirname, '..');

/** The addons that the bundle leaves outside of itself (build/electron-vite.config.ts). */
const addons = ['@signalapp/sqlcipher', 'sodium-native'];

/**
 * Every fuse, and why. A fuse is a byte in the program that nothing outside can overrule.
 * That snapshot of Chromium's main process has to be made for the application itself, and would
 * run code of ours before the guard of electron/main.ts.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** The same by the numbers under which the program's bytes hold them. */
export const fuseStates: readonly (readonly [FuseV1Options, boolean])[] = [
  [FuseV1Options.RunAsNode, fuses.runAsNode],
  [FuseV1Options.EnableCookieEncryption, fuses.enableCookieEncryption],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, fuses.enableNodeOptionsEnvironmentVariable],
  [FuseV1Options.EnableNodeCliInspectArguments, fuses.enableNodeCliInspectArguments],
  [
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    fuses.enableEmbeddedAsarIntegrityValidation,
  ],
  [FuseV1Options.OnlyLoadAppFromAsar, fuses.onlyLoadAppFromAsar],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, fuses.loadBrowserProcessSpecificV8Snapshot],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, fuses.grantFileProtocolExtraPrivileges],
];

/**
 * Puts what the program needs at run time, and nothing else, into a folder: the bundle, the
 * content, and the addons for this platform. Everything else of `dependencies` is in the bundle.
 */
export function stageProgram(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['out', 'content/base', 'LICENSE'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version, description, license, type, main } = about;
  const dependencies = Object.fromEntries(
    addons.map((addon) => [addon, about.dependencies[addon]]),
  );
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, description, license, type, main, dependencies }, null, 2),
  );
  for (const path of packagesOfAddons()) stagePackage(path, folder);
}

/** Electron as it comes, without the folder by which a development runtime starts a source tree. */
export function stageRuntime(electron: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(electron, folder, { recursive: true });
  rmSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  rmSync(join(folder, 'ready'), { force: true });
}

/** The version that a runtime says of itself. */
export function versionOf(electron: string): string {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  return execFileSync(electron, ['-p', 'process.versions.electron'], {
    env,
    encoding: 'utf8',
  }).trim();
}

/** The folders of the addons, and of all that these need in turn at run time. */
export function packagesOfAddons(): readonly string[] {
  const needed = new Set<string>();
  const waiting = [...addons];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const path = join('node_modules', name);
    // Only for building an addon from its source, which nobody does here.
    if (needed.has(path) || name === 'node-addon-api') continue;
    needed.add(path);
    const about = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    waiting.push(
      ...Object.keys(about.dependencies ?? {}).filter((dependency) =>
        existsSync(join(root, 'node_modules', dependency)),
      ),
    );
  }
  return [...needed];
}

function stagePackage(path: string, folder: string): void {
  const ours = `prebuilds/${process.platform}-${process.arch}/`;
  const files = globSync('**/*.{js,cjs,mjs,json,node}', { cwd: join(root, path) }).concat(
    globSync('LICENSE*', { cwd: join(root, path) }),
  );
  for (const file of files) {
    const isOther = file.startsWith('prebuilds/') && !file.startsWith(ours);
    if (!isOther) cpSync(join(root, path, file), join(folder, path, file), { recursive: true });
  }
}
