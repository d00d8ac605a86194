import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as encounters from '#core/ipc/encounter-channels.ts';
import { recordConsent } from '#core/ipc/consent-channels.ts';
import { lockVault } from '#core/ipc/vault-channels.ts';
import { call, openedOffice } from '../routes/office.ts';
import { consentRequest } from '../routes/visits.ts';
import { freshFolder, sampleRequest, typedDraft, typedWords, valueOf } from '../support/vault.ts';

const typed: readonly string[] = [
  sampleRequest.facility.name,
  sampleRequest.displayName,
  sampleRequest.signInName,
  sampleRequest.password,
  ...Object.values(typedWords),
];

type Find = { readonly file: string; readonly text: string; readonly form: string };

describe('what somebody typed', () => {
  test('is in no file of the vault, open or locked, in any encoding', async () => {
    // given a visit in which something was typed in every place, and saved, and agreed to
    const office = await openedOffice();
    const { id } = valueOf(await call(office, encounters.startEncounter, null));
    valueOf(await call(office, encounters.confirmAlone, { id }));
    valueOf(await call(office, encounters.saveDraft, { id, draft: typedDraft() }));
    valueOf(await call(office, recordConsent, consentRequest(id, ['alias', 'own-view'])));

    // when
    const whileOpen = freshFolder();
    // By a program of its own: reading a file here would drop the open vault's lock on it.
    execFileSync('cp', ['-a', `${office.folder}/.`, whileOpen]);
    valueOf(await call(office, lockVault, null));

    // then
    for (const folder of [whileOpen, office.folder]) {
      expect(readdirSync(folder)).toEqual(
        expect.arrayContaining(['records.db', 'access-a.json', 'access-b.json']),
      );
      expect(searchFolder(folder, typed)).toEqual([]);
    }
  });

  test('would be found by this search if it were there', () => {
    // given one file for each text, form and alignment
    const folder = freshFolder();
    const before = ['', 'a', 'ab', 'abc'];
    const written: string[] = [];
    for (const text of typed) {
      for (const [form, spell] of Object.entries(spellings)) {
        for (const prefix of before) {
          const file = `${written.length}.bin`;
          writeFileSync(join(folder, file), spell(`${prefix}${text}xyz`));
          written.push(`${file} ${form} ${text}`);
        }
      }
    }

    // when
    const found = new Set(
      searchFolder(folder, typed).map(({ file, form, text }) => `${file} ${form} ${text}`),
    );

    // then
    expect(written.length).toBe(typed.length * 5 * before.length);
    expect(written.filter((line) => !found.has(line))).toEqual([]);
  });

  test('would be found in the name of a file', () => {
    // given
    const folder = freshFolder();
    writeFileSync(join(folder, `${typedWords.alias}.txt`), '');

    // when, then
    expect(searchFolder(folder, typed)).toMatchObject([{ form: 'name', text: typedWords.alias }]);
  });
});

/** The ways in which a text could lie on a disk. */
const spellings: Readonly<Record<string, (text: string) => Buffer>> = {
  utf8: (text) => Buffer.from(text, 'utf8'),
  utf16le: (text) => Buffer.from(text, 'utf16le'),
  utf16be: (text) => Buffer.from(text, 'utf16le').swap16(),
  base64: (text) => Buffer.from(Buffer.from(text, 'utf8').toString('base64')),
  hex: (text) => Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
};

function searchFolder(folder: string, texts: readonly string[]): Find[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.flatMap((file) => {
    const bytes = readFileSync(join(folder, file));
    return texts.flatMap((text) => [
      ...needlesOf(text)
        .filter(({ bytes: needle }) => bytes.includes(needle))
        .map(({ form }) => ({ file, text, form })),
      ...(file.includes(text) ? [{ file, text, form: 'name' }] : []),
    ]);
  });
}

/** Base64 spells a text in three ways, depending on where it begins; its first and last letters mix with their neighbours. */
function needlesOf(text: string): { readonly form: string; readonly bytes: Buffer }[] {
  const plain = Object.entries(spellings)
    .filter(([form]) => form !== 'base64')
    .map(([form, spell]) => ({ form, bytes: spell(text) }));
  const base64 = [0, 1, 2].map((shift) => {
    const skip = (3 - shift) % 3;
    const inner = Buffer.from(text, 'utf8').subarray(skip);
    const whole = inner.subarray(0, inner.length - (inner.length % 3));
    return { form: 'base64', bytes: Buffer.from(whole.toString('base64')) };
  });
  return [...plain, ...base64];
}
