import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyPrivateFile, readSmallFile } from '../../electron/platform/files.ts';
import { freshFolder } from '../support/vault.ts';

test.skipIf(process.platform === 'win32')(
  'a pipe in the place of a file is not waited for, and nothing is made of it',
  () => {
    const folder = freshFolder();
    const [pipe, copy] = [join(folder, 'pipe'), join(folder, 'copy')];
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    expect(() => copyPrivateFile(pipe, copy)).toThrow('no file');
    expect(existsSync(copy)).toBe(false);
    expect(readSmallFile(pipe, 10)).toBe('too-large');
  },
);

test('a file is copied byte for byte, and not over another', () => {
  const folder = freshFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const bytes = Buffer.alloc(3_000_000, 'zq');
  writeFileSync(from, bytes);
  copyPrivateFile(from, to);
  expect(readFileSync(to).equals(bytes)).toBe(true);
  expect(() => copyPrivateFile(from, to)).toThrow(/EEXIST/);
});
