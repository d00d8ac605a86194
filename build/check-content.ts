// Reads the built-in pack as the application does and says what is wrong in it, file and
// line. With --json: what is in it, language by language.
import { join } from 'node:path';
import { loadPack } from '../electron/packs/load-pack.ts';
import { systemClock } from '../electron/platform/system.ts';

const folder = join(import.meta.dirname, '..', 'content', 'base');
const loaded = loadPack(folder, systemClock);
if (!loaded.ok) {
  for (const { kind, ...facts } of loaded.error) console.error(`${kind}: ${JSON.stringify(facts)}`);
  process.exit(1);
}
const pack = loaded.value;
const languages = pack.phraseBooks.map(({ language, phrases }) => {
  const statuses = Object.values(phrases).map(({ status }) => status);
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return {
    language,
    script: pack.manifest.languages.find(({ tag }) => tag === language)?.script,
    phrases: statuses.length,
    draft: count('draft'),
    reviewed: count('reviewed'),
  };
});
if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({ pack: pack.manifest.id, version: pack.manifest.version, languages }, null, 2),
  );
} else {
  console.log(
    `Content in order: ${languages.length} languages, ${pack.indicators.length} signs, ${pack.contacts.length} contacts.`,
  );
}
