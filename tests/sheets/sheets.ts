// Makes every kind of sheet in every language, in the real application, and looks at the paper as a
// person, a printer and a program that reads aloud would. With --pictures it leaves one picture of
// all languages for each kind. Ends with 1 when anything is wrong with any of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { basePack } from '../support/core.ts';
import { contactSheet, pictureOf } from '../support/contact-sheet.ts';
import { withFolder } from '../support/folder.ts';
import { paperFaults } from '../support/paper-faults.ts';
import { openPaperShop, wareNames } from '../support/paper-shop.ts';

const { values: words } = parseArgs({
  options: {
    languages: { type: 'string', default: 'all' },
    sheets: { type: 'string', default: wareNames.join() },
    pictures: { type: 'string' },
  },
});
const all = basePack().manifest.languages.map(({ tag }) => tag);
const languages = words.languages === 'all' ? all : words.languages.split(',');
const names = words.sheets.split(',');

const { tried, failed, complained } = await withFolder(async (folder) => {
  const shop = await openPaperShop(folder);
  let count = 0;
  let spoilt = 0;
  try {
    for (const name of names) {
      const files: string[] = [];
      for (const language of languages) {
        count += 1;
        const ware = await shop.make(name, language).catch(String);
        if (typeof ware === 'string') {
          spoilt += 1;
          console.error(`${name} ${language}: could not be made: ${ware}`);
          continue;
        }
        const { file, sheet } = ware;
        files.push(file);
        const wrong = paperFaults(file, sheet);
        if (wrong.length > 0) spoilt += 1;
        for (const fault of wrong) console.error(`${name} ${language}: ${fault}`);
      }
      if (words.pictures !== undefined) leavePicture(resolve(words.pictures), name, files);
    }
  } finally {
    await shop.close();
  }
  const { complaints } = shop.running;
  for (const complaint of complaints) console.error(`the application complained: ${complaint}`);
  return { tried: count, failed: spoilt, complained: complaints.length };
});

console.log(`${tried} sheets tried, ${failed} failed, ${complained} complaints`);
const isWhole = tried > 0 && tried === names.length * languages.length;
process.exit(isWhole && failed === 0 && complained === 0 ? 0 : 1);

function leavePicture(folder: string, name: string, files: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const pictures = files.map((file) => pictureOf(file, 36));
  writeFileSync(join(folder, `${name}.png`), contactSheet(pictures, 9));
}
