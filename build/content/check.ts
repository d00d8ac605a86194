// Reads the built-in pack as the application does and says what is wrong in it, file and
// line. With --json: what is in it, language by language and requirement by requirement.
// With --coverage: writes docs/coverage.md anew; without it, checks that it is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err } from '#core/base/result.ts';
import { coverageOf } from '#core/pack/coverage.ts';
import type { Pack } from '#core/pack/pack.ts';
import { parsePack } from '../../electron/packs/load-pack.ts';
import { readPackFolder } from '../../electron/packs/pack-source.ts';
import { systemClock } from '../../electron/platform/system.ts';
import { features, keptOnPaper } from './features.ts';
import { undrawable } from './glyphs.ts';
import { judgeLanguage } from './languages.ts';
import { problemLines } from './problem-lines.ts';
import { gradeOf, hardestGrade } from './readability.ts';

const root = join(import.meta.dirname, '..', '..');
const coverageFile = join(root, 'docs', 'coverage.md');
const files = readPackFolder(join(root, 'content', 'base'));
const loaded = files.ok ? parsePack(files.value, systemClock) : err([files.error]);
if (!loaded.ok) {
  const texts = files.ok ? files.value : new Map<string, string>();
  for (const line of problemLines(texts, loaded.error)) console.error(line);
  process.exit(1);
}
const pack = loaded.value;
const coverage = coverageOf(pack);
const unsound = phraseEvidence(pack);
if (unsound.length > 0) {
  for (const problem of unsound) console.error(JSON.stringify(problem));
  process.exit(1);
}

if (process.argv.includes('--json')) {
  const languages = pack.phraseBooks.map((book) => summaryOf(pack, book));
  const requirements = Object.fromEntries(coverage);
  const [source] = pack.phraseBooks;
  console.log(
    JSON.stringify(
      {
        pack: pack.manifest.id,
        version: pack.manifest.version,
        sourceReadability: source === undefined ? null : { ...gradeOf(source), hardestGrade },
        languages,
        requirements,
      },
      null,
      2,
    ),
  );
} else if (process.argv.includes('--coverage')) {
  writeFileSync(coverageFile, coverageTable());
  console.log('docs/coverage.md is written anew.');
} else if (readFileSync(coverageFile, 'utf8') === coverageTable()) {
  const { indicators, guidance, contacts, phraseBooks } = pack;
  console.log(
    `Content in order: ${phraseBooks.length} languages, ${indicators.length} signs, ${guidance.length} articles, ${contacts.length} contacts.`,
  );
} else {
  console.error('docs/coverage.md is out of date. Run: npm run content -- --coverage');
  process.exit(1);
}

/** What takes more than the pack itself to see: a detector, the fonts, a formula. */
function phraseEvidence({ manifest, phraseBooks }: Pack) {
  const problems: unknown[] = [];
  for (const book of phraseBooks) {
    const { language } = book;
    const script = manifest.languages.find(({ tag }) => tag === language)?.script ?? '';
    const verdict = judgeLanguage(book);
    if (verdict.kind !== 'Agrees') problems.push(verdict);
    for (const [where, { text }] of Object.entries(book.phrases)) {
      const letters = undrawable(text, language, script);
      if (letters.length > 0) problems.push({ kind: 'NoGlyph', language, where, letters });
    }
  }
  const [source] = phraseBooks;
  if (source !== undefined && gradeOf(source).grade > hardestGrade)
    problems.push({ kind: 'HardToRead', ...gradeOf(source), hardestGrade });
  return problems;
}

function summaryOf({ manifest }: Pack, { language, phrases }: Pack['phraseBooks'][number]) {
  const statuses = Object.values(phrases).map(({ status }) => status);
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  const script = manifest.languages.find(({ tag }) => tag === language)?.script;
  return {
    language,
    script,
    phrases: statuses.length,
    draft: count('draft'),
    reviewed: count('reviewed'),
    detector: judgeLanguage({ language, phrases }),
  };
}

function coverageTable(): string {
  const rows = [...coverage].map(([requirement, ids]) => {
    const feature = features[requirement];
    const list = keptOnPaper(requirement);
    const state = [
      feature,
      list === undefined ? undefined : `not the program: a list on paper, ${list}`,
    ].filter((part) => part !== undefined);
    const shown = ids.slice(0, 6).map((id) => `\`${id}\``);
    const more = ids.length > shown.length ? ` and ${ids.length - shown.length} more` : '';
    return `| ${requirement} | ${shown.join(', ')}${more} | ${state.join('; ')} |`;
  });
  return [
    '# Coverage',
    '',
    'Which entry of the content, and which feature of the program, answers each requirement.',
    'Written by `npm run content -- --coverage`; `npm run check` fails when it is out of date.',
    '',
    '| | entries | feature |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
