import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LanguageTag } from '#core/domain/language.ts';
import { readPack } from '#core/ipc/content-channels.ts';
import { changeFacility, readFacility } from '#core/ipc/facility-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import { found } from '../support/core.ts';
import { fileOf, newer, newerWhole } from '../support/updates.ts';
import { kindOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, openedOffice } from './office.ts';
import { firstLine, fresh, numberOf, publicPack, reopened, taking, trusting } from './updating.ts';

describe('an update', () => {
  test('shows what it changes, is taken, outlives a lock and a start, and can be gone back on', async () => {
    // given
    const office = await openedOffice();
    const path = fileOf(newerWhole('9.0.0'));
    const before = await firstLine(office);
    await trusting(office, path);

    // when it is only looked at
    const looked = valueOf(await call(office, updates.inspectUpdate, { path }));

    // then
    expect(looked.version).toBe('9.0.0');
    expect(looked.changes.lists.map(({ list }) => list).toSorted()).toEqual([
      'checklist',
      'contacts',
    ]);
    expect(looked.changes.languages).toEqual([
      { language: 'fi', name: 'Finnish', added: 0, changed: 1, removed: 0, newlyReviewed: 0 },
    ]);
    expect(looked.changes.numbers).toEqual([
      { who: 'Nollalinja', before: '080 005 005', after: '080 005 006' },
    ]);
    expect(await firstLine(office)).toBe(before);

    // when it is taken
    valueOf(await call(office, updates.takeUpdate, { path, digest: looked.digest }));

    // then it is in force, also for whoever is not signed in any more
    expect(await firstLine(office)).toBe(fresh);
    office.desk.lock();
    expect(found((await publicPack(office)).checklist[0]).text).toBe(fresh);
    expect(await numberOf(office)).toBe('080 005 006');

    // when the program starts again, what ships is read until somebody signs in
    const again = reopened(office);
    expect(found((await publicPack(again)).checklist[0]).text).toBe(before);
    expect(await numberOf(again)).toBe('080 005 005');
    valueOf(await unlockSample(again.desk.vault));
    expect(await firstLine(again)).toBe(fresh);
    expect(await numberOf(again)).toBe('080 005 006');

    // when the lead goes back
    valueOf(await call(again, updates.goBack, null));

    // then
    expect(await firstLine(again)).toBe(before);
    expect(kindOf(await call(again, updates.goBack, null))).toBe('NothingBefore');
  });

  test('leads back to the update before it, and from there to what shipped', async () => {
    // given
    const office = await openedOffice();
    const first = fileOf(newer('9.0.0'));
    await trusting(office, first);
    valueOf(await taking(office, first));
    valueOf(await taking(office, fileOf(newer('9.1.0'))));

    // when, then
    expect(valueOf(await call(office, updates.goBack, null)).version).toBe('9.0.0');
    expect(valueOf(await call(office, updates.goBack, null)).origin.kind).toBe('built-in');
  });

  test('goes out of force with the key that signed it', async () => {
    // given
    const office = await openedOffice();
    const path = fileOf(newer('9.0.0'));
    await trusting(office, path);
    valueOf(await taking(office, path));
    const { keys } = valueOf(await call(office, updates.readShelf, null));

    // when
    const { publicKey } = found(keys[0]);
    valueOf(await call(office, updates.distrustKey, { publicKey }));

    // then
    expect(await firstLine(office)).not.toBe(fresh);
    expect(kindOf(await call(office, updates.inspectUpdate, { path }))).toBe('StrangerSigned');
  });

  test('is taken only as it was looked at', async () => {
    const office = await openedOffice();
    const path = fileOf(newer('9.0.0'));
    await trusting(office, path);
    const digest = 'f'.repeat(64);
    expect(kindOf(await call(office, updates.takeUpdate, { path, digest }))).toBe('FileChanged');
  });

  test('of a key is trusted only with the fingerprint that came by another way', async () => {
    const office = await openedOffice();
    const about = { path: fileOf(newer('9.0.0')), fingerprint: '0000 1111', holder: 'Somebody' };
    expect(kindOf(await call(office, updates.trustKey, about))).toBe('FingerprintDiffers');
  });

  test('brings another language of the staff as one file more, chosen by the lead, with English where it has nothing', async () => {
    // given
    const office = await openedOffice();
    const path = fileOf(
      new Map([
        ...newer('9.0.0'),
        [
          'staff/br.yaml',
          'language: br\nownName: Brezhoneg\norigin: Made up\nentries:\n  check.alone: { text: Unan hepken. }\n',
        ],
      ]),
    );
    const lineOf = async (wanted: string) =>
      valueOf(await call(office, readPack, null)).checklist.find(({ id }) => id === wanted)?.text;
    const english = await lineOf('check.pace');
    await trusting(office, path);
    valueOf(await taking(office, path));

    // when
    const facility = valueOf(await call(office, readFacility, null));
    valueOf(await call(office, changeFacility, { ...facility, readsIn: LanguageTag.parse('br') }));

    // then
    expect(await lineOf('check.alone')).toBe('Unan hepken.');
    expect(await lineOf('check.pace')).toBe(english);
  });

  test('leaves nothing of it outside the vault', async () => {
    // given
    const office = await openedOffice();
    office.desk.lock();
    const names = readdirSync(office.folder).toSorted();
    valueOf(await unlockSample(office.desk.vault));
    const path = fileOf(newer('9.0.0'));

    // when
    await trusting(office, path);
    valueOf(await taking(office, path));
    office.desk.lock();

    // then
    expect(readdirSync(office.folder).toSorted()).toEqual(names);
    const holding = names.filter((name) => readFileSync(join(office.folder, name)).includes(fresh));
    expect(holding).toEqual([]);
  });
});
