import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { lookInto } from '../../electron/platform/folders.ts';
import { freshFolder } from '../support/vault.ts';

test('a look into a folder names the folders in it, and no file and nothing hidden', () => {
  // given
  const place = freshFolder();
  for (const name of ['beta', 'alpha', '.hidden']) mkdirSync(join(place, name));
  writeFileSync(join(place, 'gamma.txt'), '');

  // when
  const listing = lookInto(place);

  // then
  expect(listing).toEqual({
    folder: place,
    above: dirname(place),
    folders: [
      { path: join(place, 'alpha'), name: 'alpha' },
      { path: join(place, 'beta'), name: 'beta' },
    ],
  });
});

test('it begins at the sticks and the home of the account, and the top leads back there', () => {
  expect(lookInto(null)?.folders.map(({ path }) => path)).toContain(homedir());
  expect(lookInto('/')?.above).toBeNull();
});

test.each(['relative/path', join(homedir(), 'not', 'there', 'at all')])(
  'it cannot go to %s',
  (path) => {
    expect(lookInto(path)).toBeUndefined();
  },
);
