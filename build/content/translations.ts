// A language goes to its translators and comes back:
//   npm run translations -- export ti --out DIR
//   npm run translations -- import DIR/ti.po --reviewed-by NAME [--on 2026-12-01]
// Nothing is written when anything in a returned file is wrong.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { parse } from 'yaml';
import { CalendarDate, dateOf } from '#core/domain/calendar-date.ts';
import { Manifest } from '#core/pack/manifest.ts';
import { SourcePhrases, TranslatedPhrases } from '#core/pack/phrase.ts';
import { systemClock } from '../../electron/platform/system.ts';
import { type ExchangedLanguage, fromPo, fromXliff, toPo, toXliff } from './exchange.ts';
import { languageFile, problemsOf, takeBack } from './take-back.ts';

const { values: words, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: join(import.meta.dirname, '..', '..', 'content', 'base') },
    out: { type: 'string' },
    'reviewed-by': { type: 'string' },
    on: { type: 'string' },
  },
});
const [action, subject] = positionals;
const manifest = Manifest.parse(readYaml('manifest.yaml'));
const source = SourcePhrases.parse(readYaml('phrases/en.yaml'));

if (action === 'export' && subject !== undefined && words.out !== undefined)
  await sendOut(subject, words.out);
else if (action === 'import' && subject !== undefined && words['reviewed-by'] !== undefined)
  await takeIn(subject, words['reviewed-by']);
else {
  console.error(
    'Use: npm run translations -- export TAG --out DIR\n     npm run translations -- import FILE --reviewed-by NAME [--on YYYY-MM-DD]',
  );
  process.exitCode = 2;
}

async function sendOut(tag: string, folder: string): Promise<void> {
  const { phrases } = readLanguage(tag);
  const outgoing: ExchangedLanguage = {
    language: tag,
    phrases: Object.entries(source.phrases).map(([id, { text, note }]) => {
      const phrase = phrases[id] ?? '';
      const isReviewed = typeof phrase !== 'string';
      return {
        id,
        source: text,
        translation: isReviewed ? phrase.text : phrase,
        note,
        isReviewed,
      };
    }),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${tag}.po`), toPo(outgoing));
  writeFileSync(join(folder, `${tag}.xlf`), await toXliff(outgoing));
  console.log(`${outgoing.phrases.length} phrases written: ${tag}.po, ${tag}.xlf`);
}

async function takeIn(file: string, reviewedBy: string): Promise<void> {
  const bytes = readFileSync(file);
  const returned = file.endsWith('.po') ? fromPo(bytes) : await fromXliff(bytes.toString('utf8'));
  const known = manifest.languages.find(({ tag }) => tag === returned.language);
  const problems =
    known === undefined
      ? [{ kind: 'OtherLanguage', where: returned.language }]
      : problemsOf(returned, source, { language: known.tag, script: known.script });
  for (const { kind, where } of problems) console.error(`${kind}: ${where}`);
  if (problems.length > 0) {
    console.error(`Nothing was taken: ${problems.length} problems.`);
    process.exitCode = 1;
    return;
  }
  const before = readLanguage(returned.language);
  const reviewedOn = CalendarDate.parse(words.on ?? dateOf(systemClock.now()));
  const phrases = takeBack(before.phrases, returned, { reviewedBy, reviewedOn });
  const path = join(words.pack, 'phrases', `${returned.language}.yaml`);
  const text = languageFile(TranslatedPhrases.parse({ ...before, phrases }));
  writeFileSync(path, await format(text, { parser: 'yaml', singleQuote: true, printWidth: 100 }));
  const reviewed = Object.values(phrases).filter((phrase) => typeof phrase !== 'string').length;
  console.log(
    `${returned.language}: ${returned.phrases.length} phrases taken, ${reviewed} of ${Object.keys(phrases).length} now reviewed.`,
  );
}

function readLanguage(tag: string): TranslatedPhrases {
  return TranslatedPhrases.parse(readYaml(`phrases/${tag}.yaml`));
}

function readYaml(file: string): unknown {
  return parse(readFileSync(join(words.pack, file), 'utf8'));
}
