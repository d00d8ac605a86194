import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import { freshFolder, valueOf } from '../support/vault.ts';
import { call, openedOffice } from './office.ts';
import { changed, fileOf, newer, pem, trusting, versioned } from './update-files.ts';

/** Every file that is refused, the answer, and where to look. */
const refused: Readonly<Record<string, readonly [() => string, object]>> = {
  'signed by a stranger': [() => fileOf(newer('9.0.0'), pem()), { kind: 'StrangerSigned' }],
  'changed after it was signed': [
    () => {
      const path = fileOf(newer('9.0.0'));
      writeFileSync(path, readFileSync(path, 'utf8').replace('080 005 006', '080 005 007'));
      return path;
    },
    { kind: 'SignatureBroken' },
  ],
  'cut off': [
    () => {
      const path = fileOf(newer('9.0.0'));
      truncateSync(path, 80_000);
      return path;
    },
    { kind: 'BundleBroken' },
  ],
  'of 200 MB': [
    () => {
      const path = join(freshFolder(), 'large.quietroom-pack');
      writeFileSync(path, '');
      truncateSync(path, 200_000_000);
      return path;
    },
    { kind: 'FileTooLarge', file: 'bundle' },
  ],
  'with a path that climbs out': [
    () => fileOf(new Map([...newer('9.0.0'), ['../evil.yaml', 'x']])),
    { kind: 'StrayFile', file: '../evil.yaml' },
  ],
  'that is not there': [() => '/nowhere/at/all', { kind: 'FileUnreadable' }],
  'from the future': [
    () =>
      fileOf(changed({ 'manifest.yaml': (text) => text.replace(/^format: .*$/m, 'format: 99') })),
    { kind: 'PackTooNew' },
  ],
  'that is no newer': [() => fileOf(changed({})), { kind: 'NotNewer' }],
  'that is older': [
    () => fileOf(changed(versioned('0.0.1'))),
    { kind: 'NotNewer', version: '0.0.1' },
  ],
  'of another name': [
    () =>
      fileOf(
        changed({
          'manifest.yaml': (text) =>
            text.replace(/^id: .*$/m, 'id: other').replace(/^version: .*$/m, 'version: 9.0.0'),
        }),
      ),
    { kind: 'OtherPack', id: 'other' },
  ],
  'with broken YAML': [
    () => fileOf(changed({ 'needs.yaml': (text) => `${text}\n- [` })),
    { kind: 'PackFaulty', places: [{ file: 'needs.yaml', line: expect.any(Number) }] },
  ],
  'with an unknown field': [
    () =>
      fileOf(
        changed({ 'checklist.yaml': (text) => text.replace('  text:', '  colour: red\n  text:') }),
      ),
    { kind: 'PackFaulty', places: [{ file: 'checklist.yaml', line: expect.any(Number) }] },
  ],
  'in which a phrase lost its placeholder': [
    () => fileOf(changed({ 'phrases/fi.yaml': (text) => text.replace('{number}', '') })),
    {
      kind: 'PackFaulty',
      places: [{ file: 'phrases/fi.yaml', what: 'OtherPlaceholders', line: expect.any(Number) }],
    },
  ],
  'with a number that must not be used': [
    () =>
      fileOf(
        changed({
          'contacts.yaml': (text) =>
            text.replaceAll(
              "+35880005005', shown: '080 005 005",
              "+35880005005', shown: '080 005 007",
            ),
        }),
      ),
    { kind: 'PackFaulty', places: [{ file: 'contacts.yaml', line: expect.any(Number) }] },
  ],
};

describe('a file is refused and the content in force stays', () => {
  test.each(Object.entries(refused))('%s', async (_, [make, problem]) => {
    // given
    const office = await openedOffice();
    await trusting(office, fileOf(newer('9.0.0')));
    const path = make();
    const before = JSON.stringify(valueOf(await call(office, readPack, null)));

    // when
    const looked = await call(office, updates.inspectUpdate, { path });
    const taken = await call(office, updates.takeUpdate, { path, digest: 'a'.repeat(64) });

    // then
    expect(looked).toMatchObject({ ok: false, error: problem });
    expect(taken).toMatchObject({ ok: false, error: problem });
    expect(JSON.stringify(valueOf(await call(office, readPack, null)))).toBe(before);
  });
});
