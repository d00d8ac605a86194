import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/**
 * The words of a tagged PDF as a program finds them that honours what the file says of itself: the
 * text that stands for a group of letters (ISO 32000-1, 14.9.4), and which groups are drawn
 * backwards (14.8.2.5.3). The programs that come with a system honour them in part: they give back
 * some of the words of a line from right to left, and none of Nastaliq, whose letters climb.
 */
export async function readAloud(file: string): Promise<string> {
  const plain = `${file}.plain`;
  await execute('mutool', ['clean', '-d', file, plain]);
  const bytes = readFileSync(plain).toString('latin1');
  rmSync(plain);
  const objects = new Map(
    [...bytes.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)].map(([, number, body = '']) => [
      number,
      body,
    ]),
  );
  const lettersOf = new Map(
    [...bytes.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1];
      return [name, unicodeMap(objects.get(map) ?? '')];
    }),
  );
  return [...objects.values()]
    .filter((body) => /\bBT\b/.test(body) && body.includes('Tj'))
    .map((body) => spoken(body, lettersOf))
    .join('\n');
}

type Letters = ReadonlyMap<number, string>;

/** What each number of a letter stands for. */
function unicodeMap(body: string): Letters {
  const letters = new Map<number, string>();
  for (const [, part = ''] of body.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of part.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(code, 16), fromHex(text));
  for (const [, part = ''] of body.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of part.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const first = Number.parseInt(from, 16);
      // Of several letters that are one, as in a ligature, the last one counts on.
      const [before, last] = [fromHex(text).slice(0, -1), fromHex(text).slice(-1).charCodeAt(0)];
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        letters.set(code, before + String.fromCharCode(last + code - first));
    }
  return letters;
}

/** A text in UTF-16, most significant byte first. */
function fromHex(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** Marked content that is open: what it holds so far, what stands for it, whether it is backwards. */
type Mark = { readonly parts: string[]; readonly instead?: string; readonly isBackwards: boolean };

function spoken(content: string, lettersOf: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  const open: Mark[] = [{ parts: [], isBackwards: false }];
  const add = (text: string) => open.at(-1)?.parts.push(text);
  for (const [word, font, codes, actual, plain] of content.matchAll(
    /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj|\/\w+\s*<<[^>]*?\/ActualText (?:<FEFF([0-9A-Fa-f]*)>|\(([^)]*)\))\s*>>\s*BDC|\/\w+\s*<<[^>]*>>\s*BDC|\/\w+ BMC|\bEMC\b/g,
  )) {
    if (font !== undefined) letters = lettersOf.get(font) ?? new Map();
    else if (codes !== undefined)
      for (const code of codes.match(/.{4}/g) ?? [])
        add(letters.get(Number.parseInt(code, 16)) ?? '');
    else if (actual !== undefined || plain !== undefined)
      open.push({ parts: [], instead: plain ?? fromHex(actual ?? ''), isBackwards: false });
    else if (word !== 'EMC')
      open.push({ parts: [], isBackwards: word.startsWith('/ReversedChars') });
    else {
      const { parts, instead, isBackwards } = open.pop() ?? { parts: [], isBackwards: false };
      add(instead ?? (isBackwards ? parts.toReversed() : parts).join(''));
      // Whatever is marked by itself is a line or a part of one.
      if (instead === undefined && !isBackwards) add('\n');
    }
  }
  return open.flatMap(({ parts }) => parts).join('');
}
