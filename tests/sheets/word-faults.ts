import type { Format } from '#core/sheet/paper.ts';
import { linesOf, type Sheet, textOfLine } from '#core/sheet/sheet.ts';
import type { Made } from './paper-shop.ts';
import type { Pdf } from './read-pdf.ts';

/** Signs that steer the direction of text and mean nothing else, and spaces. */
const unseen = /[\s\u00a0\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;
const plain = (text: string) => text.normalize('NFKC').replaceAll(unseen, '');

/**
 * What was lost of the words, what was added to them, and what is not in its order: every letter
 * has to be there as often as it was written; stretches from left to right and numbers in one
 * piece; of what is written from right to left each word.
 */
export function wordFaults(
  { text, spoken, pages }: Pdf,
  made: Made,
  format: Format,
): readonly string[] {
  const { sheet, mustSay } = made;
  const found = plain(text);
  const lines = sheet.blocks.flatMap(linesOf);
  const runs = lines.flat();
  const numbers = runs
    .filter(({ kind }) => kind === 'number')
    .map((run) => plain(run.text))
    .filter((number) => !found.includes(number));
  const missing = mustSay.map(plain).filter((words) => !found.includes(words));
  // What a log or a recovery sheet says stands in no line; on smaller paper some cards are left out.
  const isWhole = mustSay.length === 0 && (format.size === 'A4' || sheet.kind !== 'card');
  const times = sheet.blocks.find((block) => block.kind === 'cards')?.copies ?? 1;
  return [
    ...numbers.map((number) => `the number ${number} is not in its order`),
    ...missing.map((words) => `does not say ${words}`),
    ...(isWhole
      ? letterFaults(plain(spoken), lines.map(textOfLine).join('').repeat(times), pages > 1)
      : []),
    ...(sheet.direction === 'ltr' ? brokenStretches(found, sheet) : lostWords(spoken, sheet)),
  ];
}

/**
 * Every letter as often as it was written: nothing is lost, and nothing stands there besides.
 *
 * @param mayRepeat a line at the end of a page is drawn on the next one too, and cut off on one of them
 */
function letterFaults(found: string, written: string, mayRepeat: boolean): readonly string[] {
  const [here, there] = [countLetters(found), countLetters(plain(written))];
  const faults = [...new Set([...here.keys(), ...there.keys()])].flatMap((letter) => {
    const surplus = (here.get(letter) ?? 0) - (there.get(letter) ?? 0);
    return surplus === 0 || (mayRepeat && surplus > 0)
      ? []
      : [`${letter} ${surplus > 0 ? '+' : ''}${surplus}`];
  });
  return faults.length === 0 ? [] : [`letters are lost or added: ${faults.join(', ')}`];
}

function countLetters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFKD'))
    if (/[\p{L}\p{M}]/u.test(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function brokenStretches(found: string, sheet: Sheet): readonly string[] {
  return sheet.blocks
    .flatMap(linesOf)
    .flat()
    .filter(({ kind }) => kind === 'words')
    .map((run) => plain(run.text))
    .filter((words) => !found.includes(words))
    .map((words) => `not as it was written: ${words.slice(0, 60)}`);
}

/** Compared as a set: a reader of the file gives back the words of a line in another order. */
function lostWords(text: string, sheet: Sheet): readonly string[] {
  const here = new Set(wordsOf(text));
  const lost = sheet.blocks
    .flatMap(linesOf)
    .flat()
    .filter(({ kind }) => kind !== 'number')
    .flatMap((run) => wordsOf(run.text))
    .filter((word) => !here.has(word));
  return lost.length === 0 ? [] : [`words are lost: ${[...new Set(lost)].join(' ')}`];
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean);
}
