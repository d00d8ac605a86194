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

const { made, faults } = await withFolder(async (folder) => {
  const shop = await openPaperShop(folder);
  const found: string[] = [];
  let count = 0;
  try {
    for (const name of names) {
      const files: string[] = [];
      for (const language of languages) {
        const { file, sheet } = await shop.make(name, language);
        files.push(file);
        count += 1;
        for (const fault of paperFaults(file, sheet)) found.push(`${name} ${language}: ${fault}`);
      }
      if (words.pictures !== undefined) leavePicture(resolve(words.pictures), name, files);
    }
    found.push(...shop.running.complaints);
  } finally {
    await shop.close();
  }
  return { made: count, faults: found };
});

for (const fault of faults) console.error(fault);
console.log(`${made} sheets made, ${faults.length} faults`);
process.exit(faults.length === 0 && made === names.length * languages.length ? 0 : 1);

function leavePicture(folder: string, name: string, files: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const pictures = files.map((file) => pictureOf(file, 36));
  writeFileSync(join(folder, `${name}.png`), contactSheet(pictures, 9));
}
