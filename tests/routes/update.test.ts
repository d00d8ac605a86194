import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import type { PackFiles } from '#core/pack/pack-files.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { signPack } from '../../electron/packs/signature.ts';
import { contentFolder, found } from '../support/core.ts';
import { freshFolder, kindOf, unlockSample, valueOf } from '../support/vault.ts';
import { call, type Office, openedOffice } from './office.ts';

const pem = () =>
  String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
const ours = pem();
const base = valueOf(readPackFolder(contentFolder));

/** The pack that ships with other texts in some of its files. */
function changed(changes: Readonly<Record<string, (text: string) => string>>): PackFiles {
  return new Map([...base].map(([file, text]) => [file, changes[file]?.(text) ?? text]));
}

const versioned = (version: string) => ({
  'manifest.yaml': (text: string) => text.replace(/^version: .*$/m, `version: ${version}`),
});

function fileOf(files: PackFiles, key = ours): string {
  const path = join(freshFolder(), 'new.quietroom-pack');
  writeFileSync(path, JSON.stringify(signPack(files, key)));
  return path;
}

/** A sound update: a newer version in which one line, one number and one phrase are others. */
const newer = (version: string) =>
  changed({
    ...versioned(version),
    'checklist.yaml': (text) => text.replace(/text: .*$/m, 'text: Read this first, every time.'),
    'contacts.yaml': (text) =>
      text.replace(
        "e164: '+35880005005', shown: '080 005 005'",
        "e164: '+35880005006', shown: '080 005 006'",
      ),
    'phrases/fi.yaml': (text) => text.replace(/person\.title: .*$/m, 'person.title: Teille'),
  });

async function trusting(office: Office, path: string): Promise<void> {
  const stranger = await call(office, updates.inspectUpdate, { path });
  expect(stranger).toMatchObject({ error: { kind: 'StrangerSigned' } });
  const { fingerprint } = updates.inspectUpdate.error.options[7].parse(
    stranger.ok ? undefined : stranger.error,
  );
  const about = { path, fingerprint: fingerprint.toUpperCase(), holder: 'The ministry' };
  valueOf(await call(office, updates.trustKey, about));
}

async function taking(office: Office, path: string) {
  const { digest } = valueOf(await call(office, updates.inspectUpdate, { path }));
  return call(office, updates.takeUpdate, { path, digest });
}

async function firstLine(office: Office): Promise<string> {
  return found(valueOf(await call(office, readPack, null)).checklist[0]).text;
}

async function numberOf(office: Office, id = 'contact.fi-nollalinja') {
  const { contacts } = valueOf(await call(office, readPack, null));
  return contacts.find((contact) => contact.id === id)?.phone?.shown;
}

const fresh = 'Read this first, every time.';

describe('an update', () => {
  test('shows what it changes, is taken, outlives a lock and a start, and can be gone back on', async () => {
    // given
    const office = await openedOffice();
    const path = fileOf(newer('9.0.0'));
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

    // then it is in force, also for whoever is not signed in
    expect(await firstLine(office)).toBe(fresh);
    office.desk.lock();
    expect(await firstLine(office)).toBe(fresh);
    expect(await numberOf(office)).toBe('080 005 006');

    // when the program starts again, it is read without signing in, but for its numbers
    const again = await reopened(office);
    expect(await firstLine(again)).toBe(fresh);
    expect(await numberOf(again)).toBe('080 005 005');
    valueOf(await unlockSample(again.desk.vault));
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
});

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

describe('what lies beside the vault', () => {
  test('is put right at the next sign-in when somebody has put another in its place, and that is written down', async () => {
    // given
    const office = await openedOffice();
    const path = fileOf(newer('9.0.0'));
    await trusting(office, path);
    valueOf(await taking(office, path));
    office.desk.lock();
    const stranger = await openedOffice();
    const other = fileOf(
      changed({
        ...versioned('9.5.0'),
        'checklist.yaml': (text) => text.replace(/text: .*$/m, 'text: A lie.'),
      }),
    );
    await trusting(stranger, other);
    valueOf(await taking(stranger, other));
    for (const name of besideNames(stranger))
      writeFileSync(join(office.folder, name), readFileSync(join(stranger.folder, name)));

    // when
    const again = await reopened(office);
    expect(await firstLine(again)).toBe('A lie.');
    expect(await numberOf(again)).toBe('080 005 005');
    valueOf(await unlockSample(again.desk.vault));

    // then
    expect(await firstLine(again)).toBe(fresh);
    expect(refusals(again)).toBe(1);
    again.desk.lock();
    expect(await firstLine(await reopened(again))).toBe(fresh);
  });

  test('that is damaged or gone leaves what shipped in force until somebody signs in', async () => {
    for (const damage of [
      (path: string) => writeFileSync(path, 'not a pack'),
      (path: string) => rmSync(path),
    ]) {
      // given
      const office = await openedOffice();
      const path = fileOf(newer('9.0.0'));
      await trusting(office, path);
      valueOf(await taking(office, path));
      office.desk.lock();
      expect(besideNames(office)).toHaveLength(2);
      for (const name of besideNames(office)) damage(join(office.folder, name));

      // when
      const again = await reopened(office);

      // then
      expect(await firstLine(again)).not.toBe(fresh);
      valueOf(await unlockSample(again.desk.vault));
      expect(await firstLine(again)).toBe(fresh);
      expect(refusals(again)).toBe(0);
    }
  });
});

describe('words of the place', () => {
  const target = { kind: 'entry', id: 'check.room', field: 'text' } as const;
  const words = 'The green room is free in the mornings.';
  const room = async (office: Office) => {
    const pack = valueOf(await call(office, readPack, null));
    return {
      text: found(pack.checklist.find(({ id }) => id === target.id)).text,
      since: pack.corrected[target.id],
    };
  };

  test('count once the lead has confirmed them, and are marked as such for everybody', async () => {
    // given
    const office = await openedOffice();
    const { id } = valueOf(await call(office, updates.proposeCorrection, { target, text: words }));
    expect((await room(office)).text).not.toBe(words);

    // when
    valueOf(await call(office, updates.settleCorrection, { id, as: 'confirmed' }));

    // then
    expect(await room(office)).toEqual({ text: words, since: '2031-03-05' });
    office.desk.lock();
    const again = await reopened(office);
    expect(await room(again)).toEqual({ text: words, since: '2031-03-05' });

    // when they are taken back
    valueOf(await unlockSample(again.desk.vault));
    valueOf(await call(again, updates.settleCorrection, { id, as: 'removed' }));
    expect((await room(again)).text).not.toBe(words);
  });

  test('for a phrase keep its placeholders, or are not taken', async () => {
    const office = await openedOffice();
    const phrase = { kind: 'phrase', id: 'person.call', language: 'fi' } as const;
    const propose = async (text: string) =>
      kindOf(await call(office, updates.proposeCorrection, { target: phrase, text }));
    expect(await propose('Soita.')).toBe('CorrectionUnfit');
    expect(await propose('Soita numeroon {number}, kun olet yksin.')).toBe('ok');
  });

  test('name nobody in the file beside the vault', async () => {
    const office = await openedOffice();
    const { id } = valueOf(await call(office, updates.proposeCorrection, { target, text: words }));
    valueOf(await call(office, updates.settleCorrection, { id, as: 'confirmed' }));
    const { member } = office.desk.session();
    const texts = besideNames(office).map((name) =>
      readFileSync(join(office.folder, name), 'utf8'),
    );
    expect(texts).toHaveLength(2);
    for (const text of texts) {
      expect(text).toContain(words);
      expect(text).not.toContain(member.id);
      expect(text).not.toContain(member.displayName);
    }
  });
});

function besideNames({ folder }: Office): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('content-'));
}

/** The same folder after a new start of the program. */
async function reopened({ folder }: Office): Promise<Office> {
  const { openOffice } = await import('./office.ts');
  return openOffice(folder);
}

function refusals(office: Office): number {
  const { database } = office.desk.session();
  const bodies = database.prepare('SELECT body FROM audit_entry', { pluck: true }).all([]);
  return bodies.filter((body) => String(body).includes('content-beside-the-vault')).length;
}
