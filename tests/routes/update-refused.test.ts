import { expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
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

test('every bad file is refused with what is wrong, and the content in force stays', async () => {
  // given one place for all of them: that none of them changes anything there is what is shown
  const office = await openedOffice();
  await trusting(office, fileOf(newer('9.0.0')));
  const before = JSON.stringify(valueOf(await call(office, readPack, null)));
  const answers: Record<string, object> = {};
  const after: Record<string, string> = {};

  // when each is looked at, and taken without looking
  for (const [name, make] of Object.entries(badUpdates)) {
    const path = make();
    answers[name] = {
      looked: await call(office, updates.inspectUpdate, { path }),
      taken: await call(office, updates.takeUpdate, { path, digest: 'a'.repeat(64) }),
    };
    after[name] = JSON.stringify(valueOf(await call(office, readPack, null)));
  }

  // then
  const refused = (error: object) => ({
    looked: { ok: false, error },
    taken: { ok: false, error },
  });
  const wanted = Object.entries(problems).map(([name, error]) => [name, refused(error)] as const);
  expect(answers).toMatchObject(Object.fromEntries(wanted));
  expect(Object.keys(answers)).toHaveLength(wanted.length);
  expect(new Set(Object.values(after))).toEqual(new Set([before]));
  // Fifteen packs, read twice each: on a busy machine that is long.
}, 120_000);
