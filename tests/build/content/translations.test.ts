import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { SourcePhrases, TranslatedPhrases } from '#core/pack/phrase.ts';
import { fromPo, fromXliff, toPo, toXliff } from '../../../build/content/exchange.ts';
import { problemsOf } from '../../../build/content/take-back.ts';
import { withFolder } from '../../support/folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const source = SourcePhrases.parse(
  parse(readFileSync(join(root, 'content', 'base', 'phrases', 'en.yaml'), 'utf8')),
);
const count = Object.keys(source.phrases).length;
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

test.each(['ti', 'ur', 'zh-Hans', 'fi'])(
  'the phrases in %s go out as a PO file that msgfmt accepts, each with its context and its note, and come back from PO and from XLIFF as they went out',
  async (tag) => {
    await withFolder(async (folder) => {
      expect(run('export', tag, '--out', folder)).toMatchObject({ status: 0 });
      const file = join(folder, `${tag}.po`);
      // Fuzzy entries are checked as well with -f; -c looks at headers and formats.
      execFileSync('msgfmt', ['-c', '-f', '-o', '/dev/null', file], { stdio: 'pipe' });
      const text = readFileSync(file, 'utf8');
      expect(text.match(/^msgctxt /gm)).toHaveLength(count);
      expect(text.match(/^#\. /gm)?.length).toBeGreaterThanOrEqual(count);
      expect(text.match(/^#, fuzzy$/gm)).toHaveLength(count);

      const po = fromPo(readFileSync(file));
      const xliff = await fromXliff(readFileSync(join(folder, `${tag}.xlf`), 'utf8'));
      const { phrases } = phrasesOf(join(root, 'content', 'base'), tag);
      for (const returned of [po, xliff]) {
        expect(returned).toMatchObject({ language: tag, content: 'phrases' });
        expect(
          Object.fromEntries(returned.phrases.map(({ id, translation }) => [id, translation])),
        ).toEqual(phrases);
        expect(returned.phrases.every(({ isReviewed }) => !isReviewed)).toBe(true);
      }
    });
  },
);

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
      expect(Object.values(after).filter((phrase) => typeof phrase === 'string')).toHaveLength(
        count - 1,
      );
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
  ])('with %s has a problem that is named', (_what, id, translation, kind) => {
    const english = source.phrases[id]?.text ?? '';
    const phrase = { id, source: english, translation, note: '', isReviewed: true };
    const returned = { language: 'fi', content: 'phrases' as const, phrases: [phrase] };
    const problems = problemsOf(returned, source, { language: 'fi', script: 'Latn' });
    expect(problems).toEqual([{ kind, where: id }]);
  });

  test('with a problem is refused, and nothing is written', async () => {
    await withFolder(async (folder) => {
      const pack = copyOfPack(folder);
      const path = join(pack, 'phrases', 'fi.yaml');
      const before = readFileSync(path, 'utf8');
      run('export', 'fi', '--out', folder, '--pack', pack);
      const file = join(folder, 'fi.xlf');
      const out = await fromXliff(readFileSync(file, 'utf8'));
      const phrases = out.phrases.map((phrase) => ({
        ...phrase,
        translation: phrase.translation.replace('{number}', ''),
        isReviewed: true,
      }));
      writeFileSync(file, await toXliff({ ...out, phrases }));

      const taken = run('import', file, '--pack', pack, '--reviewed-by', 'R.L.');

      expect(taken.status).toBe(1);
      expect(taken.stderr).toContain('OtherPlaceholders: person.call');
      expect(readFileSync(path, 'utf8')).toBe(before);
    });
  });

  test('made from an older English sentence has a problem that is named', () => {
    const phrase = {
      id: 'person.title',
      source: 'As it was said before',
      translation: 'Sinulle',
      note: '',
      isReviewed: true,
    };
    const returned = { language: 'fi', content: 'phrases' as const, phrases: [phrase] };
    expect(problemsOf(returned, source, { language: 'fi', script: 'Latn' })).toEqual([
      { kind: 'SourceChanged', where: 'person.title' },
    ]);
  });
});
