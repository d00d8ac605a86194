// Signs a pack for the facilities that trust the key:
//   npm run sign-pack -- --new-key KEY.pem
//   npm run sign-pack -- FOLDER --key KEY.pem --out FILE.quietroom-pack
// The secret key stays where you put it; nothing of it is in the project or in the bundle.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parsePack } from '../../electron/packs/load-pack.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { fingerprintOf, signPack } from '../../electron/packs/signature.ts';
import { systemClock } from '../../electron/platform/system.ts';
import { problemLines } from './problem-lines.ts';

const { values: words, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'new-key': { type: 'string' },
    key: { type: 'string' },
    out: { type: 'string' },
  },
});
const [folder] = positionals;

if (words['new-key'] !== undefined) makeKey(words['new-key']);
else if (folder !== undefined && words.key !== undefined && words.out !== undefined)
  signFolder(folder, words.key, words.out);
else {
  console.error(
    'Use: npm run sign-pack -- --new-key KEY.pem\n     npm run sign-pack -- FOLDER --key KEY.pem --out FILE.quietroom-pack',
  );
  process.exitCode = 2;
}

function makeKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), {
    mode: 0o600,
    flag: 'wx',
  });
  console.log(`A new secret key is in ${path}. Keep it off every shared machine.`);
}

function signFolder(from: string, keyFile: string, out: string): void {
  const files = readPackFolder(from);
  const pack = files.ok ? parsePack(files.value, systemClock) : undefined;
  if (!files.ok || pack?.ok !== true) {
    const problems = files.ok ? (pack?.ok === false ? pack.error : []) : [files.error];
    const texts = files.ok ? files.value : new Map<string, string>();
    for (const line of problemLines(texts, problems)) console.error(line);
    console.error('Nothing was signed.');
    process.exitCode = 1;
    return;
  }
  const bundle = signPack(files.value, readFileSync(keyFile, 'utf8'));
  writeFileSync(out, `${JSON.stringify(bundle)}\n`);
  const { id, version } = pack.value.manifest;
  console.log(`${id} ${version}, ${files.value.size} files, signed by the key`);
  console.log(fingerprintOf(Buffer.from(bundle.publicKey, 'base64')));
}
