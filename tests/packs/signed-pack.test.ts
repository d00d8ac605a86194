import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Bundle } from '#core/pack/bundle.ts';
import { parsePack } from '../../electron/packs/load-pack.ts';
import { bundleLimitBytes, readBundle, readPackFolder } from '../../electron/packs/pack-source.ts';
import { digestOf, isSignatureSound, signPack } from '../../electron/packs/signature.ts';
import { basePack, clock, contentFolder } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { valueOf } from '../support/vault.ts';

const tool = join(import.meta.dirname, '..', '..', 'build', 'content', 'sign-pack.ts');

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
}

/** What the command makes of the pack that ships; made once. */
let signed: string | undefined;

async function withBundle(look: (file: string, folder: string) => void): Promise<void> {
  await withFolder(async (folder) => {
    const file = join(folder, 'base.quietroom-pack');
    signed ??= signInto(join(folder, 'key.pem'), file);
    writeFileSync(file, signed);
    look(file, folder);
  });
}

function signInto(key: string, file: string): string {
  expect(run('--new-key', key)).toMatchObject({ status: 0, stderr: '' });
  expect(run(contentFolder, '--key', key, '--out', file)).toMatchObject({ status: 0, stderr: '' });
  return readFileSync(file, 'utf8');
}

function bundleIn(file: string): Bundle {
  return Bundle.parse(JSON.parse(readFileSync(file, 'utf8')));
}

test('a signed bundle gives back the pack of its folder, and the signature stands', async () => {
  await withBundle((file) => {
    const { bundle, files } = valueOf(readBundle(file));
    expect(isSignatureSound(bundle, files)).toBe(true);
    expect(digestOf(files)).toBe(digestOf(valueOf(readPackFolder(contentFolder))));
    expect(valueOf(parsePack(files, clock))).toEqual(basePack());
  });
});

test('a secret key is for its owner alone, and no key is written over', async () => {
  await withFolder(async (folder) => {
    const key = join(folder, 'key.pem');
    run('--new-key', key);
    expect(statSync(key).mode & 0o077).toBe(0);
    expect(run('--new-key', key).status).not.toBe(0);
  });
});

test.each([
  ['needs.yaml', /^[^]*$/, '- id: need.none', 'needs.yaml, line 1: this cannot be read'],
  ['manifest.yaml', /^format: 1$/m, 'format: 9', 'manifest.yaml, line 3: the pack is for a newer'],
  ['manifest.yaml', /^date: .*$/m, 'date: 2099-01-01', 'manifest.yaml, line 6: this day is yet to'],
  ['phrases/fi.yaml', / ?\{number\}/, '', /phrases\/fi\.yaml, line \d+: the curly brackets differ/],
])(
  'a folder with a wrong %s is not signed, and it is said where and why',
  async (file, what, by, said) => {
    await withFolder(async (folder) => {
      const [pack, key, out] = ['pack', 'key.pem', 'out'].map((name) => join(folder, name));
      cpSync(contentFolder, pack ?? '', { recursive: true });
      const path = join(pack ?? '', file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(what, by));
      run('--new-key', key ?? '');
      const refused = run(pack ?? '', '--key', key ?? '', '--out', out ?? '');
      expect(refused.status).toBe(1);
      expect(refused.stderr).toMatch(said);
      expect(existsSync(out ?? '')).toBe(false);
    });
  },
);

describe('a signature falls', () => {
  const changes: Readonly<Record<string, (bundle: Bundle) => Bundle>> = {
    'when one letter of one file changes': (bundle) => ({
      ...bundle,
      files: { ...bundle.files, 'needs.yaml': `${bundle.files['needs.yaml']} ` },
    }),
    'when a file is left out': ({ files: { 'needs.yaml': _left, ...files }, ...bundle }) => ({
      ...bundle,
      files,
    }),
    'when a language is added': (bundle) => ({
      ...bundle,
      files: { ...bundle.files, 'phrases/el.yaml': 'language: el' },
    }),
    'when two files change places': (bundle) => ({
      ...bundle,
      files: {
        ...bundle.files,
        'needs.yaml': bundle.files['forms.yaml'] ?? '',
        'forms.yaml': bundle.files['needs.yaml'] ?? '',
      },
    }),
    'under another key': (bundle) => ({
      ...bundle,
      publicKey: Buffer.alloc(32, 7).toString('base64'),
    }),
    'when it is cut short': (bundle) => ({
      ...bundle,
      signature: Buffer.from(bundle.signature, 'base64').subarray(1).toString('base64'),
    }),
  };
  test.each(Object.entries(changes))('%s', async (_when, change) => {
    await withBundle((file) => {
      const changed = change(bundleIn(file));
      expect(isSignatureSound(changed, new Map(Object.entries(changed.files)))).toBe(false);
    });
  });
});

describe('a bundle is not read', () => {
  test('when a path climbs out of it', async () => {
    await withBundle((file, folder) => {
      for (const path of ['../evil.yaml', 'phrases/../../evil.yaml', '/etc/passwd', 'notes.txt']) {
        const changed = bundleIn(file);
        writeFileSync(
          join(folder, 'b'),
          JSON.stringify({ ...changed, files: { ...changed.files, [path]: 'x' } }),
        );
        expect(readBundle(join(folder, 'b'))).toEqual({
          ok: false,
          error: { kind: 'StrayFile', file: path },
        });
      }
    });
  });

  test('when it was cut off, is empty, is no JSON, or is not there', async () => {
    await withBundle((file, folder) => {
      truncateSync(file, 50_000);
      expect(readBundle(file)).toMatchObject({ error: { kind: 'BundleBroken' } });
      writeFileSync(file, '');
      expect(readBundle(file)).toMatchObject({ error: { kind: 'BundleBroken' } });
      expect(readBundle(join(folder, 'none'))).toMatchObject({ error: { kind: 'FileUnreadable' } });
      expect(readBundle(folder)).toMatchObject({ error: { kind: 'FileUnreadable' } });
    });
  });

  test('when it is a pipe or a link, and nobody waits for it', async () => {
    await withBundle((file, folder) => {
      const [pipe, link] = [join(folder, 'pipe'), join(folder, 'link')];
      expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
      symlinkSync(file, link);
      for (const path of [pipe, link])
        expect(readBundle(path)).toMatchObject({ error: { kind: 'FileUnreadable' } });
    });
  });

  test('when it is for a newer program', async () => {
    await withBundle((file) => {
      writeFileSync(file, JSON.stringify({ bundle: 2, parts: [] }));
      expect(readBundle(file)).toEqual({
        ok: false,
        error: { kind: 'BundleTooNew', bundle: 2, readable: 1 },
      });
    });
  });

  test('when it is of 250 MB, and not a byte of it is taken in', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'large');
      writeFileSync(file, '');
      truncateSync(file, 250_000_000);
      const before = process.memoryUsage().rss;
      expect(readBundle(file)).toEqual({
        ok: false,
        error: { kind: 'FileTooLarge', file: 'bundle', limitBytes: bundleLimitBytes },
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
    });
  });
});

describe('a folder', () => {
  test('with a link in the place of a file is not followed out of it', async () => {
    await withFolder(async (folder) => {
      const pack = join(folder, 'pack');
      cpSync(contentFolder, pack, { recursive: true });
      writeFileSync(join(folder, 'elsewhere.yaml'), 'language: el');
      symlinkSync(join(folder, 'elsewhere.yaml'), join(pack, 'phrases', 'el.yaml'));
      expect(readPackFolder(pack)).toEqual({
        ok: false,
        error: { kind: 'FileUnreadable', file: 'phrases/el.yaml' },
      });
    });
  });

  test('with a file of 250 MB is refused by its size', async () => {
    await withFolder(async (folder) => {
      const pack = join(folder, 'pack');
      cpSync(contentFolder, pack, { recursive: true });
      truncateSync(join(pack, 'needs.yaml'), 250_000_000);
      expect(readPackFolder(pack)).toMatchObject({
        error: { kind: 'FileTooLarge', file: 'needs.yaml' },
      });
    });
  });
});

test('only an Ed25519 key signs', () => {
  const files = valueOf(readPackFolder(contentFolder));
  const pem = (key: KeyObject) => String(key.export({ format: 'pem', type: 'pkcs8' }));
  const other = pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  expect(() => signPack(files, other)).toThrow('not an Ed25519 key');
  expect(() => signPack(files, 'no key')).toThrow('unsupported');
  const ours = pem(generateKeyPairSync('ed25519').privateKey);
  expect(isSignatureSound(signPack(files, ours), files)).toBe(true);
});
