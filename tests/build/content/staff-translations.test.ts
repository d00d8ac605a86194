import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { StaffBook } from '#core/pack/staff-book.ts';
import { staffTexts } from '#core/pack/staff-words.ts';
import { loadPack } from '../../../electron/packs/load-pack.ts';
import { type ExchangedPhrase, fromPo, fromXliff, toPo } from '../../../build/content/exchange.ts';
import { staffReturnProblems } from '../../../build/content/staff-exchange.ts';
import { basePack, clock } from '../../support/core.ts';
import { withFolder } from '../../support/folder.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const tool = join(root, 'build', 'content', 'translations.ts');
const texts = staffTexts(basePack());

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
}

/** A pack of one's own to write into, and its texts for staff of one language as they went out. */
async function withExport(
  tag: string,
  work: (folder: string, pack: string) => Promise<void>,
): Promise<void> {
  await withFolder(async (folder) => {
    const pack = join(folder, 'pack');
    cpSync(join(root, 'content', 'base'), pack, { recursive: true });
    expect(run('export', tag, '--staff', '--out', folder, '--pack', pack).status).toBe(0);
    await work(folder, pack);
  });
}

/** Sends the PO file back with other words in some of its units. */
function sendBack(
  folder: string,
  pack: string,
  tag: string,
  change: (phrase: ExchangedPhrase) => ExchangedPhrase,
) {
  const file = join(folder, `staff-${tag}.po`);
  const out = fromPo(readFileSync(file));
  writeFileSync(file, toPo({ ...out, phrases: out.phrases.map(change) }));
  const words = ['--pack', pack, '--reviewed-by', 'R.L.', '--on', '2026-12-01'];
  return run('import', file, ...words);
}

const bookOf = (pack: string, tag: string) =>
  StaffBook.parse(parse(readFileSync(join(pack, 'staff', `${tag}.yaml`), 'utf8')));

describe('what staff read', () => {
  test.each([
    ['that is begun', 'fi', 17],
    ['that is not', 'sv', 0],
  ])(
    'goes out whole as a PO file that msgfmt accepts for a language %s, and comes back from PO and from XLIFF as it went out',
    async (_which, tag, begun) => {
      await withExport(tag, async (folder, pack) => {
        const file = join(folder, `staff-${tag}.po`);
        execFileSync('msgfmt', ['-c', '-f', '-o', '/dev/null', file], { stdio: 'pipe' });
        const text = readFileSync(file, 'utf8');
        expect(text.match(/^msgctxt /gm)).toHaveLength(texts.length);
        expect(text.match(/^#\. /gm)?.length).toBeGreaterThanOrEqual(texts.length);
        expect(text.match(/^#, fuzzy$/gm) ?? []).toHaveLength(begun);

        const po = fromPo(readFileSync(file));
        const xliffFile = join(folder, `staff-${tag}.xlf`);
        expect(await fromXliff(readFileSync(xliffFile, 'utf8'))).toEqual(po);
        expect(po.content).toBe('staff');
        if (begun === 0) return;
        const before = bookOf(pack, tag);
        const taken = run('import', xliffFile, '--pack', pack, '--reviewed-by', 'R.L.');
        expect(taken.stderr).toBe('');
        expect(bookOf(pack, tag)).toEqual(before);
      });
    },
  );

  test('names who read an entry once all of it is confirmed, and when', async () => {
    await withExport('fi', async (folder, pack) => {
      const confirmed = ['guide.nothing-to-companion/title', 'check.room/text'];
      const sent = sendBack(folder, pack, 'fi', (phrase) =>
        confirmed.includes(phrase.id) ? { ...phrase, isReviewed: true } : phrase,
      );
      expect(sent.stderr).toBe('');
      const { entries } = bookOf(pack, 'fi');
      expect(entries['check.room']).toMatchObject({
        reviewedBy: 'R.L.',
        reviewedOn: '2026-12-01',
      });
      // Its lines are still a draft.
      expect(entries['guide.nothing-to-companion']?.reviewedBy).toBeUndefined();
      expect(loadPack(pack, { now: () => '2026-12-02T10:00:00.000Z' })).toMatchObject({ ok: true });
    });
  });

  test('makes the file of a new language of what has come, in a pack that is in order', async () => {
    await withExport('sv', async (folder, pack) => {
      const sent = sendBack(folder, pack, 'sv', (phrase) =>
        phrase.id === 'check.alone/text'
          ? { ...phrase, translation: 'Jag vet hur jag möter personen ensam.', isReviewed: true }
          : phrase,
      );
      expect(sent.stderr).toBe('');
      const { ownName, entries } = bookOf(pack, 'sv');
      expect(ownName).toBe('Svenska');
      expect(Object.keys(entries)).toEqual(['check.alone']);
      expect(loadPack(pack, clock)).toMatchObject({ ok: true });
    });
  });

  test('of a language that is not among those of the phrases needs its own name', async () => {
    await withExport('br', async (folder, pack) => {
      const translate = (phrase: ExchangedPhrase) =>
        phrase.id === 'check.alone/text' ? { ...phrase, translation: 'Unan hepken.' } : phrase;
      expect(sendBack(folder, pack, 'br', translate).stderr).toContain('--own-name');
      expect(existsSync(join(pack, 'staff', 'br.yaml'))).toBe(false);
      const words = ['--pack', pack, '--reviewed-by', 'R.L.', '--own-name', 'Brezhoneg'];
      expect(run('import', join(folder, 'staff-br.po'), ...words).stderr).toBe('');
      expect(bookOf(pack, 'br').ownName).toBe('Brezhoneg');
    });
  });

  test.each([
    ['a line too few', 'guide.alone-first/lines', 'Ensin kahden kesken.', 'OtherLines'],
    ['another digit', 'check.room/text', 'Huone 7 on rauhallinen ja suljettava.', 'OtherDigits'],
    ['another script', 'check.room/text', 'Η αίθουσα είναι ήσυχη και κλείνει.', 'OtherScript'],
    ['a lost sentence', 'check.room/text', 'Huone', 'OtherLength'],
    ['an id nobody knows', 'check.nowhere/text', 'Huone', 'UnknownPhrase'],
  ])('with %s has a problem that is named', (_what, id, translation, kind) => {
    const source = texts.find((text) => `${text.id}/${text.field}` === id)?.text ?? '';
    const phrase = { id, source, translation, note: '', isReviewed: true };
    const returned = { language: 'fi', content: 'staff' as const, phrases: [phrase] };
    expect(staffReturnProblems(returned, texts, 'Latn')).toEqual([{ kind, where: id }]);
  });

  test('with a problem is refused, and nothing is written', async () => {
    await withExport('fi', async (folder, pack) => {
      const before = readFileSync(join(pack, 'staff', 'fi.yaml'), 'utf8');
      const cut = (phrase: ExchangedPhrase) =>
        phrase.id === 'check.room/text' ? { ...phrase, translation: 'Huone' } : phrase;
      const taken = sendBack(folder, pack, 'fi', cut);
      expect(taken.status).toBe(1);
      expect(taken.stderr).toContain('OtherLength: check.room/text');
      expect(readFileSync(join(pack, 'staff', 'fi.yaml'), 'utf8')).toBe(before);
    });
  });
});
