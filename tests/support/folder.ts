import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder that is gone when `work` is done. */
export async function withFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}

/** The texts that stand in any file of a folder, plain, as UTF-16, base64 or hex: `text in file`. */
export function findTexts(folder: string, texts: readonly string[]): readonly string[] {
  return filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return texts
      .filter((text) => formsOf(text).some((form) => bytes.includes(form)))
      .map((text) => `${text} in ${path}`);
  });
}

function formsOf(text: string): readonly Buffer[] {
  const plain = Buffer.from(text);
  // Base64 of a text inside a longer one depends on where it begins. The letters that hold bits of
  // the text alone do not; of a name of six letters these are seven, and no file has them by chance.
  const base64 = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
    const end = Math.floor(((offset + plain.length) * 8) / 6);
    return Buffer.from(whole.slice(Math.ceil((offset * 8) / 6), end));
  });
  return [plain, Buffer.from(text, 'utf16le'), ...base64, Buffer.from(plain.toString('hex'))];
}
