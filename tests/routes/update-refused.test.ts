import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import { found } from '../support/core.ts';
import { badUpdates, fileOf, newer } from '../support/updates.ts';
import { valueOf } from '../support/vault.ts';
import { call, openedOffice } from './office.ts';
import { trusting } from './updating.ts';

/** What is answered to each file that is refused, and where to look. */
const problems: Readonly<Record<keyof typeof badUpdates, object>> = {
  'signed by a stranger': { kind: 'StrangerSigned' },
  'changed after it was signed': { kind: 'SignatureBroken' },
  'cut off': { kind: 'BundleBroken' },
  'of 200 MB': { kind: 'FileTooLarge', file: 'bundle' },
  'with a path that climbs out': { kind: 'StrayFile', file: '../evil.yaml' },
  'that is not there': { kind: 'FileUnreadable' },
  'from the future': { kind: 'PackTooNew' },
  'that is no newer': { kind: 'NotNewer' },
  'that is older': { kind: 'NotNewer', version: '0.0.1' },
  'of another name': { kind: 'OtherPack', id: 'other' },
  'with broken YAML': {
    kind: 'PackFaulty',
    places: [{ file: 'needs.yaml', line: expect.any(Number) }],
  },
  'with an unknown field': {
    kind: 'PackFaulty',
    places: [{ file: 'checklist.yaml', line: expect.any(Number) }],
  },
  'in which a phrase lost its placeholder': {
    kind: 'PackFaulty',
    places: [{ file: 'phrases/fi.yaml', what: 'OtherPlaceholders', line: expect.any(Number) }],
  },
  'with a number that is not the one shown': {
    kind: 'PackFaulty',
    places: [{ file: 'contacts.yaml', line: expect.any(Number) }],
  },
  'with words for staff that fit no entry': {
    kind: 'PackFaulty',
    places: [{ file: 'staff/fi.yaml', what: 'StrayStaffWords', line: 7 }],
  },
};
const bad = new Map<string, () => string>(Object.entries(badUpdates));

describe('a file is refused and the content in force stays', () => {
  test.each(Object.entries(problems))('%s', async (name, problem) => {
    // given
    const office = await openedOffice();
    await trusting(office, fileOf(newer('9.0.0')));
    const path = found(bad.get(name))();
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
