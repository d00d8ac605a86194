// Makes every kind of sheet in every language, in the real application, and looks at the paper as a
// person, a printer and a program that reads aloud would. Ends with 1 when anything is wrong.
//
// `--kinds` and `--languages` take some of them, with commas between. `--paper` takes the usual paper
// (A4), the other ones (Letter, A5 and large print, in one language for each way of writing), or both.
// `--pictures DIR` leaves one picture of all languages for each kind. `--keep DIR` only makes the
// documents, and `--from DIR` looks at those without starting the application.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { LanguageTag } from '#core/domain/language.ts';
import { type Format, plainFormat } from '#core/sheet/paper.ts';
import { Sheet } from '#core/sheet/sheet.ts';
import { basePack } from '../support/core.ts';
import { withFolder } from '../support/folder.ts';
import { leavePicture } from './contact-sheet.ts';
import { paperFaults } from './paper-faults.ts';
import { fileOf, type Made, openPaperShop } from './paper-shop.ts';
import { languagesOf, oneForEachScript, type Ware, wares } from './wares.ts';

const { values: words } = parseArgs({
  options: {
    languages: { type: 'string', default: 'all' },
    kinds: { type: 'string', default: 'all' },
    paper: { type: 'string', default: 'both' },
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
if (!['usual', 'others', 'both'].includes(words.paper))
  throw new Error('--paper usual, others or both');
const otherFormats: readonly Format[] = [
  { ...plainFormat, size: 'Letter' },
  { ...plainFormat, size: 'A5' },
  { ...plainFormat, isLarge: true },
];

type Wish = { readonly ware: Ware; readonly language: LanguageTag; readonly format: Format };

/** Everything that is made, kind by kind, so that each visit is opened as seldom as may be. */
const wishes: readonly Wish[] = chosen.flatMap((ware) => [
  ...(words.paper === 'others' ? [] : [plainFormat]).flatMap((format) =>
    languagesOf(ware, wanted).map((language) => ({ ware, language, format })),
  ),
  ...(words.paper === 'usual' ? [] : otherFormats.filter(() => ware.isOnEveryPaper)).flatMap(
    (format) =>
      languagesOf(
        ware,
        oneForEachScript.filter((tag) => wanted.includes(tag)),
      ).map((language) => ({ ware, language, format })),
  ),
]);

/** As many papers are looked at at once; each costs some programs that run side by side. */
const atOnce = 4;
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
    for (const wish of wishes) {
      tried += 1;
      const { ware, language, format } = wish;
      const made = await (shop?.make(ware, language, format) ?? kept(filed, wish)).catch(String);
      if (typeof made === 'string') {
        failed += 1;
        console.error(`${nameOf(wish)}: could not be made: ${made}`);
        continue;
      }
      if (format === plainFormat)
        files.set(ware.name, [...(files.get(ware.name) ?? []), made.file]);
      if (words.keep !== undefined) {
        keep(made);
        continue;
      }
      if (looking.size >= atOnce) await Promise.race(looking);
      const look = lookAt(wish, made).finally(() => looking.delete(look));
      looking.add(look);
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

async function lookAt(wish: Wish, made: Made): Promise<void> {
  const faults = await paperFaults(made, wish);
  if (faults.length > 0) failed += 1;
  for (const fault of faults) console.error(`${nameOf(wish)}: ${fault}`);
}

function nameOf({ ware, language, format }: Wish): string {
  return basename(fileOf('', ware, language, format), '.pdf');
}

/** What should stand on a kept document lies beside it. */
function keep({ file, ...about }: Made): void {
  mkdirSync(resolve(file, '..'), { recursive: true });
  writeFileSync(`${file}.json`, JSON.stringify(about));
}

async function kept(folder: string, { ware, language, format }: Wish): Promise<Made> {
  const file = fileOf(folder, ware, language, format);
  const about = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  return { sheet: Sheet.parse(about.sheet), mustSay: about.mustSay, file };
}
