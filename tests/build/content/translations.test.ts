import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { TranslatedPhrases } from '#core/pack/phrase.ts';
import { fromPo, fromXliff, toPo, toXliff } from '../../../build/content/exchange.ts';
import { withFolder } from '../../support/folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const tool = join(root, 'build', 'content', 'translations.ts');

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
}

/** A pack of one's own to write into. */
function copyOfPack(folder: string): string {
  const pack = join(folder, 'pack');
  cpSync(join(root, 'content', 'base'), pack, { recursive: true });
  return pack;
}

function phrasesOf(pack: string, tag: string): TranslatedPhrases {
  return TranslatedPhrases.parse(parse(readFileSync(join(pack, 'phrases', `${tag}.yaml`), 'utf8')));
}

describe.each(['ti', 'ur', 'zh-Hans', 'fi'])('the phrases in %s', (tag) => {
  test('go out as a PO file that msgfmt accepts, each with its context and its note', async () => {
    await withFolder(async (folder) => {
      expect(run('export', tag, '--out', folder)).toMatchObject({ status: 0 });
      const file = join(folder, `${tag}.po`);
      // Fuzzy entries are checked as well with -f; -c looks at headers and formats.
      execFileSync('msgfmt', ['-c', '-f', '-o', '/dev/null', file]);
      const text = readFileSync(file, 'utf8');
      expect(text.match(/^msgctxt /gm)).toHaveLength(216);
      expect(text.match(/^#\. /gm)?.length).toBeGreaterThanOrEqual(216);
      expect(text.match(/^#, fuzzy$/gm)).toHaveLength(216);
    });
  });

  test('come back from PO and from XLIFF as they went out', async () => {
    await withFolder(async (folder) => {
      run('export', tag, '--out', folder);
      const po = fromPo(readFileSync(join(folder, `${tag}.po`)));
      const xliff = await fromXliff(readFileSync(join(folder, `${tag}.xlf`), 'utf8'));
      const { phrases } = phrasesOf(join(root, 'content', 'base'), tag);
      for (const returned of [po, xliff]) {
        expect(returned.language).toBe(tag);
        expect(
          Object.fromEntries(returned.phrases.map(({ id, translation }) => [id, translation])),
        ).toEqual(phrases);
        expect(returned.phrases.every(({ isReviewed }) => !isReviewed)).toBe(true);
      }
    });
  });
});

describe('a returned file', () => {
  test('marks what the reader confirmed, with name and day, and leaves the rest a draft', async () => {
    await withFolder(async (folder) => {
      const pack = copyOfPack(folder);
      run('export', 'fi', '--out', folder, '--pack', pack);
      const file = join(folder, 'fi.po');
      const out = fromPo(readFileSync(file));
      const [first] = out.phrases;
      const phrases = out.phrases.map((phrase) =>
        phrase.id === first?.id ? { ...phrase, isReviewed: true } : phrase,
      );
      writeFileSync(file, toPo({ ...out, phrases }));

      const taken = run(
        'import',
        file,
        '--pack',
        pack,
        '--reviewed-by',
        'R.L.',
        '--on',
        '2026-12-01',
      );

      expect(taken.stderr).toBe('');
      const after = phrasesOf(pack, 'fi').phrases;
      expect(after[first?.id ?? '']).toEqual({
        text: first?.translation,
        reviewedBy: 'R.L.',
        reviewedOn: '2026-12-01',
      });
      expect(Object.values(after).filter((phrase) => typeof phrase === 'string')).toHaveLength(215);
    });
  });

  test('that nothing is wrong with leaves the file of the pack as the formatter wants it', async () => {
    await withFolder(async (folder) => {
      const pack = copyOfPack(folder);
      const before = readFileSync(join(pack, 'phrases', 'ur.yaml'), 'utf8');
      run('export', 'ur', '--out', folder, '--pack', pack);
      run('import', join(folder, 'ur.xlf'), '--pack', pack, '--reviewed-by', 'R.L.');
      expect(parse(readFileSync(join(pack, 'phrases', 'ur.yaml'), 'utf8'))).toEqual(parse(before));
    });
  });

  test.each([
    ['a lost placeholder', 'person.call', 'Soita tähän numeroon', 'OtherPlaceholders'],
    ['another digit', 'person.title', 'Sinulle 7', 'OtherDigits'],
    ['another script', 'person.title', 'Για σένα', 'OtherScript'],
    ['a lost sentence', 'person.help-stays', 'Ei.', 'OtherLength'],
    ['nothing at all', 'person.title', ' ', 'Empty'],
    ['an id nobody knows', 'person.nobody', 'Sinulle', 'UnknownPhrase'],
  ])('with %s is refused, and nothing is written', async (_what, id, translation, kind) => {
    await withFolder(async (folder) => {
      const pack = copyOfPack(folder);
      const path = join(pack, 'phrases', 'fi.yaml');
      const before = readFileSync(path, 'utf8');
      run('export', 'fi', '--out', folder, '--pack', pack);
      const file = join(folder, 'fi.xlf');
      const out = await fromXliff(readFileSync(file, 'utf8'));
      const known = out.phrases.find((phrase) => phrase.id === id) ?? out.phrases[0];
      const changed = {
        ...known,
        id,
        translation,
        source: known?.source ?? '',
        note: '',
        isReviewed: true,
      };
      const rest = out.phrases.filter((phrase) => phrase.id !== id);
      writeFileSync(file, await toXliff({ ...out, phrases: [...rest, changed] }));

      const taken = run('import', file, '--pack', pack, '--reviewed-by', 'R.L.');

      expect(taken.status).toBe(1);
      expect(taken.stderr).toContain(`${kind}: ${id}`);
      expect(readFileSync(path, 'utf8')).toBe(before);
    });
  });

  test('made from an older English sentence is refused', async () => {
    await withFolder(async (folder) => {
      const pack = copyOfPack(folder);
      run('export', 'fi', '--out', folder, '--pack', pack);
      const file = join(folder, 'fi.po');
      const out = fromPo(readFileSync(file));
      const phrases = out.phrases.map((phrase, at) =>
        at === 0 ? { ...phrase, source: 'As it was said before' } : phrase,
      );
      writeFileSync(file, toPo({ ...out, phrases }));
      const taken = run('import', file, '--pack', pack, '--reviewed-by', 'R.L.');
      expect(taken.stderr).toContain(`SourceChanged: ${phrases[0]?.id}`);
    });
  });
});
