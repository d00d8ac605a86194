import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readPack, readPublicPack } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import type { PackFiles } from '#core/pack/pack-files.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { signPack } from '../../electron/packs/signature.ts';
import { contentFolder, found } from '../support/core.ts';
import { freshFolder, valueOf } from '../support/vault.ts';
import { call, type Office, openOffice } from './office.ts';

// Updates of the content as files, for the tests of taking and of refusing them.

export const pem = () =>
  String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
const ours = pem();
const base = valueOf(readPackFolder(contentFolder));

/** The pack that ships with other texts in some of its files. */
export function changed(changes: Readonly<Record<string, (text: string) => string>>): PackFiles {
  return new Map([...base].map(([file, text]) => [file, changes[file]?.(text) ?? text]));
}

export const versioned = (version: string) => ({
  'manifest.yaml': (text: string) => text.replace(/^version: .*$/m, `version: ${version}`),
});

export function fileOf(files: PackFiles, key = ours): string {
  const path = join(freshFolder(), 'new.quietroom-pack');
  writeFileSync(path, JSON.stringify(signPack(files, key)));
  return path;
}

/** A sound update: a newer version in which one line, one number and one phrase are others. */
export const newer = (version: string) =>
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

export async function trusting(office: Office, path: string): Promise<void> {
  const stranger = await call(office, updates.inspectUpdate, { path });
  expect(stranger).toMatchObject({ error: { kind: 'StrangerSigned' } });
  const { fingerprint } = updates.inspectUpdate.error.options[7].parse(
    stranger.ok ? undefined : stranger.error,
  );
  const about = { path, fingerprint: fingerprint.toUpperCase(), holder: 'The ministry' };
  valueOf(await call(office, updates.trustKey, about));
}

export async function taking(office: Office, path: string) {
  const { digest } = valueOf(await call(office, updates.inspectUpdate, { path }));
  return call(office, updates.takeUpdate, { path, digest });
}

export async function firstLine(office: Office): Promise<string> {
  return found(valueOf(await call(office, readPack, null)).checklist[0]).text;
}

export async function numberOf(office: Office, id = 'contact.fi-nollalinja') {
  const { contacts } = valueOf(await call(office, readPack, null));
  return contacts.find((contact) => contact.id === id)?.phone?.shown;
}

export const fresh = 'Read this first, every time.';

/** What is read without signing in. */
export async function publicPack(office: Office): Promise<Pack> {
  return JSON.parse(valueOf(await call(office, readPublicPack, null)));
}

/** The same folder after a new start of the program. */
export function reopened({ folder }: Office): Office {
  return openOffice(folder);
}
