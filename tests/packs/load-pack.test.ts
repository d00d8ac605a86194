import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadPack, parsePack } from '../../electron/packs/load-pack.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { assert } from '#core/base/assert.ts';
import { checkPack } from '#core/pack/check-pack.ts';
import { basePack, clock, contentFolder, found } from '../support/core.ts';
import { inFewLanguages } from '../support/small-pack.ts';
import { valueOf } from '../support/vault.ts';

const files = [
  'manifest.yaml',
  'indicators.yaml',
  'needs.yaml',
  'prompts.yaml',
  'contacts.yaml',
  'jurisdictions.yaml',
  'phrases/en.yaml',
  'phrases/ar.yaml',
  'phrases/ti.yaml',
] as const;

const few = inFewLanguages(valueOf(readPackFolder(contentFolder)));

/** A copy of the pack that ships, in a few of its languages, gone when the test is over. */
function copyOfContent(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['phrases', 'staff']) mkdirSync(join(folder, part));
  for (const [path, text] of few) writeFileSync(join(folder, path), text);
  return folder;
}

/** Writes something else in the first place that matches, and tells which line that is. */
function rewrite(folder: string, file: string, what: RegExp, by: string): number {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const at = text.search(what);
  assert(at >= 0, `${file} holds ${String(what)}`);
  writeFileSync(path, text.replace(what, by));
  return text.slice(0, at).split('\n').length;
}

describe('the pack that ships', () => {
  test('is read whole and fits its schema', () => {
    const pack = basePack();
    expect(pack.contacts.map(({ standing }) => standing.kind)).not.toContain('checked');
    expect(pack.indicators.length).toBeGreaterThanOrEqual(6);
    expect(pack.contacts.length).toBeGreaterThanOrEqual(4);
  });

  test('has the source of the phrases first, then the other languages', () => {
    const [source, ...others] = basePack().phraseBooks.map(({ language }) => language);
    expect(source).toBe('en');
    expect(others).toEqual(expect.arrayContaining(['ar', 'ti']));
    expect(others).toEqual(others.toSorted());
  });

  test('calls a text a draft until somebody is named who has read it', () => {
    // Given a translation in which one phrase was reviewed
    const folder = copyOfContent();
    const reviewed = `  person.title: { text: 'لك', reviewedBy: A reader, reviewedOn: 2026-11-22 }`;
    rewrite(folder, 'phrases/ar.yaml', /^ {2}person\.title:.*$/m, reviewed);
    // When
    const loaded = loadPack(folder, clock);
    assert(loaded.ok, 'the pack is in order');
    const [source] = loaded.value.phraseBooks;
    const arabic = loaded.value.phraseBooks.find(({ language }) => language === 'ar');
    // Then
    const statusOf = (book: typeof source, id: string) => found(book).phrases[id]?.status;
    expect(statusOf(source, 'person.title')).toBe('source');
    expect(statusOf(arabic, 'person.title')).toBe('reviewed');
    expect(statusOf(arabic, 'person.call')).toBe('draft');
  });
});

describe('a damaged file is named with the line to look at', () => {
  const cases: readonly (readonly [
    why: string,
    file: string,
    what: RegExp,
    by: string,
    linesFurther: number,
    reason: RegExp,
  ])[] = [
    ['broken YAML', 'contacts.yaml', /^ {2}name: .*$/m, '  name: one: two', 0, /mapping/i],
    ['a key twice', 'phrases/ti.yaml', /^ {2}person\.call:.*$/m, '$&\n$&', 1, /unique/i],
    ['a number where words belong', 'contacts.yaml', /^ {2}name: .*$/m, '  name: 17', 0, /name/],
    ['a day that is none', 'manifest.yaml', /^date: .*$/m, 'date: 2026-02-30', 0, /date/],
    ['a word that is no choice', 'prompts.yaml', /^ {2}moment: .*$/m, '  moment: tea', 0, /moment/],
    ['a phrase without a group', 'phrases/ar.yaml', /^ {2}person\.call:/m, '  call:', 0, /call/],
    ['an empty text', 'phrases/ti.yaml', /^ {2}person\.call:.*$/m, "  person.call: ''", 0, /call/],
    [
      'an unknown field of an entry',
      'contacts.yaml',
      /^- id: .*$/m,
      '$&\n  colour: grey',
      1,
      /^unknown field “colour”$/,
    ],
    [
      'an entry without its name',
      'needs.yaml',
      /^- id: (.*)$/m,
      '- key: $1',
      0,
      /^the field “id” is missing$/,
    ],
    [
      'a source file without a note',
      'phrases/en.yaml',
      /, note: 'A need\.' \}/,
      ' }',
      0,
      /^the field “note” is missing$/,
    ],
  ];

  test.each(cases)('%s', (_why, file, what, by, linesFurther, reason) => {
    // Given
    const folder = copyOfContent();
    const line = rewrite(folder, file, what, by) + linesFurther;
    // When
    const loaded = loadPack(folder, clock);
    // Then
    assert(!loaded.ok, 'the pack is refused');
    expect(loaded.error).toContainEqual({
      kind: 'FileInvalid',
      file,
      line,
      reason: expect.stringMatching(reason),
    });
    expect(loaded.error.every((problem) => 'file' in problem && problem.file === file)).toBe(true);
  });

  test('an unknown field of the whole file is named, at its line', () => {
    const folder = copyOfContent();
    const line = rewrite(folder, 'manifest.yaml', /^id: .*$/m, '$&\ncolour: grey') + 1;
    expect(loadPack(folder, clock)).toMatchObject({
      ok: false,
      error: [{ file: 'manifest.yaml', line, reason: expect.stringContaining('colour') }],
    });
  });

  test.each(files)('%s when it is empty', (file) => {
    const folder = copyOfContent();
    writeFileSync(join(folder, file), '');
    expect(loadPack(folder, clock)).toMatchObject({
      ok: false,
      error: [{ kind: 'FileInvalid', file, line: 1 }],
    });
  });

  test('every damaged file is named at once, not only the first', () => {
    const folder = copyOfContent();
    for (const file of files) writeFileSync(join(folder, file), '17');
    const loaded = loadPack(folder, clock);
    assert(!loaded.ok, 'the pack is refused');
    const named = loaded.error.map((problem) => ('file' in problem ? problem.file : ''));
    expect(named.toSorted()).toEqual([...files].toSorted());
  });

  test('also when a text begins with a sign that means something in YAML', () => {
    const folder = copyOfContent();
    const what = /^ {2}person\.call:.*$/m;
    const line = rewrite(folder, 'phrases/ti.yaml', what, '  person.call: *starred');
    expect(loadPack(folder, clock)).toMatchObject({
      ok: false,
      error: [{ kind: 'FileInvalid', file: 'phrases/ti.yaml', line }],
    });
  });

  test('however a file is cut off, the answer is a pack in order or what is wrong', () => {
    const somewhere = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...files), somewhere, (file, part) => {
        const whole = few.get(file) ?? '';
        const cut = whole.slice(0, Math.floor(whole.length * part));
        const loaded = parsePack(new Map([...few, [file, cut]]), clock);
        const isAnswer = loaded.ok
          ? checkPack(loaded.value, clock.now()).length === 0
          : loaded.error.length > 0;
        expect(isAnswer).toBe(true);
      }),
      { numRuns: 60 },
    );
    // Sixty times a whole pack: on a busy machine that is long.
  }, 120_000);
});

describe('a file that is not there', () => {
  test.each(files.filter((file) => !/ar|ti/.test(file.slice(-7))))('%s is named', (file) => {
    const folder = copyOfContent();
    rmSync(join(folder, file));
    expect(loadPack(folder, clock)).toEqual({
      ok: false,
      error: [{ kind: 'FileUnreadable', file }],
    });
  });

  test.each(['ar', 'ti'])('of the phrases in %s leaves a language without words', (tag) => {
    const folder = copyOfContent();
    rmSync(join(folder, 'phrases', `${tag}.yaml`));
    expect(loadPack(folder, clock)).toEqual({
      ok: false,
      error: [{ kind: 'MissingLanguage', where: tag }],
    });
  });

  test('is an answer and no crash when it is the whole folder of phrases', () => {
    const folder = copyOfContent();
    rmSync(join(folder, 'phrases'), { recursive: true });
    expect(loadPack(folder, clock)).toMatchObject({
      ok: false,
      error: [{ kind: 'FileUnreadable', file: 'phrases/en.yaml' }],
    });
  });
});

describe('a pack whose files are each in order', () => {
  test('is refused when they do not fit together', () => {
    const folder = copyOfContent();
    rewrite(folder, 'needs.yaml', /^ {2}phrase: .*$/m, '  phrase: need.nowhere');
    expect(loadPack(folder, clock)).toMatchObject({
      ok: false,
      error: [{ kind: 'UnknownPhrase', phrase: 'need.nowhere' }],
    });
  });

  test('is refused when it says it was checked after today', () => {
    const early = { now: () => '2026-11-21T23:59:59.999Z' };
    const loaded = loadPack(contentFolder, early);
    assert(!loaded.ok, 'the pack is refused');
    expect(new Set(loaded.error.map(({ kind }) => kind))).toEqual(new Set(['DateInFuture']));
  });

  test('is told to be too new, also when it holds what this program does not know yet', () => {
    const folder = copyOfContent();
    rewrite(folder, 'manifest.yaml', /^format: 1$/m, 'format: 2\nreviewers: []');
    const loaded = loadPack(folder, clock);
    assert(!loaded.ok, 'the pack is refused');
    expect(loaded.error).toContainEqual({ kind: 'FormatTooNew', format: 2, readable: 1 });
  });

  test('may have other files beside its own', () => {
    const folder = copyOfContent();
    writeFileSync(join(folder, 'phrases', 'notes.txt'), '*** not YAML: at: all');
    expect(loadPack(folder, clock)).toEqual(parsePack(few, clock));
  });
});
