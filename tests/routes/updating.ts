import { expect } from 'vitest';
import { readPack, readPublicPack, readPublicPhrases } from '#core/ipc/content-channels.ts';
import * as updates from '#core/ipc/update-channels.ts';
import type { Pack } from '#core/pack/pack.ts';
import { parseReading, withOtherBooks } from '#core/pack/pack-parts.ts';
import { found } from '../support/core.ts';
import { valueOf } from '../support/vault.ts';
import { call, type Office, openOffice } from './office.ts';

// What a lead does with an update, for the tests of taking one and of refusing one.

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
  const reading = valueOf(await call(office, readPublicPack, null));
  const otherBooks = valueOf(await call(office, readPublicPhrases, null));
  return withOtherBooks(parseReading({ reading }), { otherBooks });
}

/** The same folder after a new start of the program. */
export function reopened({ folder }: Office): Office {
  return openOffice(folder);
}
