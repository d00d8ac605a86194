// Makes every kind of sheet in every language, in the real application, and looks at the paper as a
// person, a printer and a program that reads aloud would. Ends with 1 when anything is wrong.
//
// `--kinds` and `--languages` take some of them, with commas between; `--size` and `--large` another
// paper. `--pictures DIR` leaves one picture of all languages for each kind. `--keep DIR` only makes the
// documents, and `--from DIR` looks at those without starting the application.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Format, PaperSize, plainFormat } from '#core/sheet/paper.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { leavePicture } from './contact-sheet.ts';
import { paperFaults } from './paper-faults.ts';
import { type Made, openPaperShop } from './paper-shop.ts';
import { languagesOf, type Ware, wares } from './wares.ts';

const { values: words } = parseArgs({
  options: {
    languages: { type: 'string', default: 'all' },
    kinds: { type: 'string', default: 'all' },
    size: { type: 'string', default: plainFormat.size },
    large: { type: 'boolean', default: false },
    pictures: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
  },
});
const spoken = basePack().manifest.languages.map(({ tag }) => tag);
const wanted = words.languages === 'all' ? spoken : words.languages.split(',');
const kinds = words.kinds === 'all' ? wares.map(({ name }) => name) : words.kinds.split(',');
const unknown = kinds.filter((kind) => wares.every(({ name }) => name !== kind));
if (unknown.length > 0) throw new Error(`There is no kind "${unknown.join('", "')}"`);
const chosen = wares.filter(({ name }) => kinds.includes(name));
const format: Format = {
  ...plainFormat,
  size: PaperSize.parse(words.size),
  isLarge: words.large,
};

/** As many papers are looked at at once; each costs some programs that run side by side. */
const atOnce = 2;
let tried = 0;
let failed = 0;
let complained = 0;
/** For each kind the documents that were made, in the order of the languages. */
const files = new Map<string, string[]>();
const looking = new Set<Promise<void>>();

await withFolder(async (folder) => {
  const filed = resolve(words.from ?? words.keep ?? join(folder, 'filed'));
  const shop = words.from === undefined ? await openPaperShop(folder, filed) : undefined;
  try {
    for (const ware of chosen) {
      for (const language of languagesOf(ware, wanted)) {
        tried += 1;
        const made = await (
          shop?.make(ware, language, format) ?? kept(filed, ware, language)
        ).catch(String);
        if (typeof made === 'string') {
          failed += 1;
          console.error(`${ware.name} ${language}: could not be made: ${made}`);
          continue;
        }
        files.set(ware.name, [...(files.get(ware.name) ?? []), made.file]);
        if (words.keep !== undefined) {
          keep(made);
          continue;
        }
        if (looking.size >= atOnce) await Promise.race(looking);
        const look = lookAt(ware, language, made).finally(() => looking.delete(look));
        looking.add(look);
      }
    }
  } finally {
    await shop?.close();
  }
  await Promise.all(looking);
  for (const complaint of shop?.running.complaints ?? []) {
    complained += 1;
    console.error(`the application complained: ${complaint}`);
  }
  if (words.pictures !== undefined)
    for (const [name, papers] of files) leavePicture(resolve(words.pictures), name, papers);
});

console.log(`${tried} sheets tried, ${failed} failed, ${complained} complaints`);
process.exit(tried > 0 && failed === 0 && complained === 0 ? 0 : 1);

async function lookAt(ware: Ware, language: string, made: Made): Promise<void> {
  const faults = await paperFaults(made, { format, pages: ware.pages });
  if (faults.length > 0) failed += 1;
  for (const fault of faults) console.error(`${ware.name} ${language}: ${fault}`);
}

/** What should stand on a kept document lies beside it. */
function keep({ file, ...about }: Made): void {
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(`${file}.json`, JSON.stringify(about));
}

async function kept(folder: string, ware: Ware, language: string): Promise<Made> {
  const file = join(folder, `${ware.name}-${language}.pdf`);
  const about = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  return { sheet: Sheet.parse(about.sheet), mustSay: about.mustSay, file };
}
