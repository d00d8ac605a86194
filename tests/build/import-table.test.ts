import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

// The architecture as a table: what each folder may import. docs/architecture.md shows it.
const root = join(import.meta.dirname, '..', '..');
const libraries = [
  '@lingui/',
  '@base-ui/',
  'nhsuk-',
  'react',
  'react-dom',
  'react-dom/',
  'react-hook-form',
  '@hookform/',
  '@fontsource/',
  'minisearch',
  '@tanstack/',
  'recharts',
];
const core = [
  'core/base',
  'core/domain',
  'core/pack',
  'core/screening',
  'core/journey',
  'core/sheet',
  'core/ipc',
];
const coreWithoutIpc = core.filter((layer) => layer !== 'core/ipc');

const cipherLibraries = [
  '@signalapp/sqlcipher',
  'sodium-native',
  'shamir-secret-sharing',
  '@scure/bip39',
  '@scure/bip39/wordlists/english.js',
];

const mayImport: Readonly<Record<string, readonly string[]>> = {
  'core/base': [],
  'core/domain': ['core/base', 'zod'],
  'core/pack': ['core/base', 'core/domain', 'zod'],
  'core/screening': ['core/base', 'core/domain', 'core/pack'],
  'core/journey': ['core/base', 'core/domain', 'core/pack', 'core/screening'],
  'core/sheet': ['core/base', 'core/domain', 'core/pack', 'core/screening', 'zod'],
  'core/ipc': ['core/base', 'core/domain', 'core/pack', 'core/sheet', 'zod'],
  'electron/platform': ['core/base', 'node:'],
  'electron/vault': [
    'core/base',
    'core/domain',
    'electron/platform',
    'node:',
    'zod',
    ...cipherLibraries,
  ],
  'electron/packs': ['core/base', 'core/domain', 'core/pack', 'node:', 'yaml', 'zod'],
  'electron/routes': [
    ...core,
    'electron/vault',
    'electron/packs',
    'electron/platform',
    'minisearch',
    'node:',
    'zod',
  ],
  'electron/shell': ['core/base', 'core/ipc', 'core/sheet', 'electron', 'node:'],
  'electron/main.ts': [
    'electron/doorway.ts',
    'electron/platform',
    'electron/records.ts',
    'electron/shell',
    'electron/watch.ts',
    'electron',
    'node:',
  ],
  'electron/records.ts': [
    'core/domain',
    'core/ipc',
    'core/pack',
    'electron/packs',
    'electron/platform',
    'electron/routes',
    'electron/vault',
  ],
  'electron/watch.ts': ['core/domain', 'core/ipc', 'core/journey'],
  'electron/doorway.ts': [
    'core/ipc',
    'electron/packs',
    'electron/platform',
    'electron/routes',
    'electron/vault',
  ],
  'electron/preload.ts': ['core/ipc', 'electron'],
  'renderer/text': ['core/base', 'core/domain', 'core/pack', 'core/sheet', '@lingui/'],
  'renderer/styles': libraries,
  'renderer/parts': [...coreWithoutIpc, 'renderer/text', ...libraries],
  'renderer/steps': [...coreWithoutIpc, 'renderer/parts', 'renderer/text', ...libraries],
  'renderer/sheet': [...coreWithoutIpc, 'renderer/parts', 'renderer/text', ...libraries],
  'renderer/hooks': [
    ...core,
    'renderer/client.ts',
    'renderer/text',
    'renderer/parts',
    ...libraries,
    'zod',
  ],
  'renderer/printing': [
    ...core,
    'renderer/client.ts',
    'renderer/hooks',
    'renderer/parts',
    'renderer/sheet',
    'renderer/text',
    ...libraries,
  ],
  'renderer/screens': [
    ...core,
    'renderer/client.ts',
    'renderer/hooks',
    'renderer/parts',
    'renderer/printing',
    'renderer/steps',
    'renderer/sheet',
    'renderer/styles',
    'renderer/text',
    ...libraries,
    'zod',
  ],
  'renderer/client.ts': ['core/base', 'core/ipc', 'zod'],
  'renderer/zod-config.ts': ['zod'],
  'renderer/app-machine.ts': core,
  'renderer/app.tsx': [...core, 'renderer/', '@lingui/', 'react'],
  'renderer/screens-on-demand.ts': ['renderer/', 'react'],
  'renderer/main.ts': ['renderer/'],
  'renderer/desk.tsx': ['core/base', 'core/ipc', 'renderer/', ...libraries],
  'renderer/first-picture.tsx': ['renderer/', ...libraries],
  'renderer/paper.tsx': ['core/base', 'core/ipc', 'renderer/', ...libraries],
};

/** `core/domain/consent.ts` belongs to `core/domain`; a file right under a process to itself. */
function layerOf(file: string): string {
  return file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : file;
}

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8');
  const named = [...source.matchAll(/^(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'/gm)];
  const bare = [
    ...source.matchAll(/^import\s*'([^']+)'/gm),
    ...source.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  return [...named, ...bare].map(([, name = '']) => {
    if (name.startsWith('#core/')) return name.slice(1);
    return name.startsWith('.') ? normalize(join(dirname(file), name)) : name;
  });
}

const files = globSync('{core,electron,renderer}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => name.endsWith('.d.ts'),
});
const found = files.flatMap((file) =>
  importsOf(file).map((path) => ({
    file,
    path,
    imported: /^(core|electron|renderer)\//.test(path) ? layerOf(path) : path,
  })),
);

test('every import is in the table of what its folder may import', () => {
  const strays = found.filter(({ file, imported }) => {
    const layer = layerOf(file);
    const allowed = mayImport[layer] ?? [];
    return (
      imported !== layer &&
      !allowed.some(
        (name) => imported === name || (/[/:-]$/.test(name) && imported.startsWith(name)),
      )
    );
  });
  expect(strays).toEqual([]);
});

test('the check has looked: it found files in every row of the table that has any', () => {
  const layers = new Set(files.map((file) => layerOf(file)));
  expect([...layers].filter((layer) => mayImport[layer] === undefined)).toEqual([]);
  expect(files.length).toBeGreaterThan(80);
  expect(found.length).toBeGreaterThan(300);
});

test('docs/architecture.md shows this table', () => {
  const text = readFileSync(join(root, 'docs', 'architecture.md'), 'utf8');
  const [, table = ''] = text.split('| may import');
  const rows = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (`.+?) +\| (.+?) +\|$/gm)].flatMap(
    ([, names = '', may = '']) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => [name, may] as const),
  );
  // The folders of the pages share words for their long lists; the other rows name each one.
  const named = rows.filter(([name]) => /^(core|electron)\//.test(name));
  for (const [name, may] of named) {
    const allowed =
      may === 'nothing' ? [] : may.replace('all of core', core.join(', ')).split(', ');
    const ours = mayImport[name]?.filter((one) => !cipherLibraries.includes(one)) ?? ['no row'];
    const theirs = allowed.filter((one) => !/^the libraries|^ciphers and shares$/.test(one));
    expect([name, ...theirs.toSorted()]).toEqual([name, ...ours.toSorted()]);
  }
  const folders = Object.keys(mayImport).filter(
    (name) => !/^renderer\/(.*\.tsx?|styles)$/.test(name),
  );
  expect(rows.map(([name]) => name)).toEqual(
    expect.arrayContaining([...folders, 'renderer/client.ts', 'content', 'tests']),
  );
  expect(named.length).toBeGreaterThan(14);
});

test('no screen imports another', () => {
  const between = found.filter(
    ({ file, imported }) => layerOf(file) === 'renderer/screens' && imported === 'renderer/screens',
  );
  // A folder beside the screens holds the rooms of one of them: they know each other, and it them.
  const strays = between.filter(({ file, path }) => {
    const isRoom = dirname(path) !== 'renderer/screens';
    return !isRoom || ![dirname(path), 'renderer/screens'].includes(dirname(file));
  });
  // visit-screen.tsx shows the sheets of a visit, and the room of the copies the way back to one.
  expect(strays.map(({ file, path }) => `${file} ${path}`).toSorted()).toEqual([
    'renderer/screens/settings/copies-room.tsx renderer/screens/going-back/go-back-to-copy.tsx',
    'renderer/screens/visit-screen.tsx renderer/screens/sheet-desk.tsx',
  ]);
  expect(between.length).toBeGreaterThan(strays.length);
});

test('only the preload script and the shell name Electron, and only client.ts the bridge', () => {
  const electron = new Set(
    found.filter(({ imported }) => imported === 'electron').map(({ file }) => layerOf(file)),
  );
  expect([...electron].toSorted()).toEqual([
    'electron/main.ts',
    'electron/preload.ts',
    'electron/shell',
  ]);
  const bridge = files.filter((file) =>
    readFileSync(join(root, file), 'utf8').includes('window.bridge'),
  );
  expect(bridge).toEqual(['renderer/client.ts']);
});
