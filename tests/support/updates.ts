import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFiles } from '#core/pack/pack-files.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { signPack } from '../../electron/packs/signature.ts';
import { contentFolder } from './core.ts';
import { inFewLanguages } from './small-pack.ts';
import { freshFolder, valueOf } from './vault.ts';

// Updates of the content as files: sound ones, and every kind that is refused.

const pem = () =>
  String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
const ours = pem();
const whole = valueOf(readPackFolder(contentFolder));
const few = inFewLanguages(whole);

/** The pack that ships, in a few languages, with other texts in some of its files. */
function changed(
  changes: Readonly<Record<string, (text: string) => string>>,
  of: PackFiles = few,
): PackFiles {
  return new Map([...of].map(([file, text]) => [file, changes[file]?.(text) ?? text]));
}

const versioned = (version: string) => ({
  'manifest.yaml': (text: string) => text.replace(/^version: .*$/m, `version: ${version}`),
});

export function fileOf(files: PackFiles, key = ours): string {
  const path = join(freshFolder(), 'new.quietroom-pack');
  writeFileSync(path, JSON.stringify(signPack(files, key)));
  return path;
}

const otherTexts: Readonly<Record<string, (text: string) => string>> = {
  'checklist.yaml': (text) => text.replace(/text: .*$/m, 'text: Read this first, every time.'),
  'contacts.yaml': (text) =>
    text.replace(
      "e164: '+35880005005', shown: '080 005 005'",
      "e164: '+35880005006', shown: '080 005 006'",
    ),
  'phrases/fi.yaml': (text) => text.replace(/person\.title: .*$/m, 'person.title: Teille'),
};

/** A sound update: a newer version in which one line, one number and one phrase are others. */
export const newer = (version: string) => changed({ ...versioned(version), ...otherTexts });

/** The same in all the languages that ship. */
export const newerWhole = (version: string) =>
  changed({ ...versioned(version), ...otherTexts }, whole);

/** Files that no place may take, by what is wrong with them. */
export const badUpdates = {
  'signed by a stranger': () => fileOf(newer('9.0.0'), pem()),
  'changed after it was signed': () => {
    const path = fileOf(newer('9.0.0'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('080 005 006', '080 005 007'));
    return path;
  },
  'cut off': () => {
    const path = fileOf(newer('9.0.0'));
    truncateSync(path, 80_000);
    return path;
  },
  'of 200 MB': () => {
    const path = join(freshFolder(), 'large.quietroom-pack');
    writeFileSync(path, '');
    truncateSync(path, 200_000_000);
    return path;
  },
  'with a path that climbs out': () => fileOf(new Map([...newer('9.0.0'), ['../evil.yaml', 'x']])),
  'that is not there': () => '/nowhere/at/all',
  'from the future': () =>
    fileOf(changed({ 'manifest.yaml': (text) => text.replace(/^format: .*$/m, 'format: 99') })),
  'that is no newer': () => fileOf(changed({})),
  'that is older': () => fileOf(changed(versioned('0.0.1'))),
  'of another name': () =>
    fileOf(
      changed({
        'manifest.yaml': (text) =>
          text.replace(/^id: .*$/m, 'id: other').replace(/^version: .*$/m, 'version: 9.0.0'),
      }),
    ),
  'with broken YAML': () => fileOf(changed({ 'needs.yaml': (text) => `${text}\n- [` })),
  'with an unknown field': () =>
    fileOf(
      changed({ 'checklist.yaml': (text) => text.replace('  text:', '  colour: red\n  text:') }),
    ),
  'in which a phrase lost its placeholder': () =>
    fileOf(changed({ 'phrases/fi.yaml': (text) => text.replace('{number}', '') })),
  'with a number that is not the one shown': () =>
    fileOf(
      changed({
        'contacts.yaml': (text) =>
          text.replaceAll(
            "+35880005005', shown: '080 005 005",
            "+35880005005', shown: '080 005 007",
          ),
      }),
    ),
  'with words for staff that fit no entry': () =>
    fileOf(
      changed({
        ...versioned('9.0.0'),
        'staff/fi.yaml': (text) => text.replace('check.room:', 'check.nowhere:'),
      }),
    ),
} as const satisfies Readonly<Record<string, () => string>>;
