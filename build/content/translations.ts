// A language goes to its translators and comes back:
//   npm run translations -- export ti --out DIR
//   npm run translations -- export fi --staff --out DIR     (what staff read)
//   npm run translations -- import DIR/ti.po --reviewed-by NAME [--on 2026-12-01]
// Nothing is written when anything in a returned file is wrong.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { parse } from 'yaml';
import { CalendarDate, dateOf } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { Manifest } from '#core/pack/manifest.ts';
import { packLists } from '#core/pack/pack.ts';
import { fileOfList, sourcePhrasesFile } from '#core/pack/pack-files.ts';
import { SourcePhrases, TranslatedPhrases } from '#core/pack/phrase.ts';
import { StaffBook } from '#core/pack/staff-book.ts';
import { staffTexts } from '#core/pack/staff-words.ts';
import { systemClock } from '../../electron/platform/system.ts';
import { type ExchangedLanguage, fromPo, fromXliff, toPo, toXliff } from './exchange.ts';
import { staffOut, staffReturnProblems, takeStaffBack } from './staff-exchange.ts';
import { languageFile, problemsOf, type ReturnProblem, takeBack } from './take-back.ts';

const { values: words, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string', default: join(import.meta.dirname, '..', '..', 'content', 'base') },
    staff: { type: 'boolean', default: false },
    'own-name': { type: 'string' },
    out: { type: 'string' },
    'reviewed-by': { type: 'string' },
    on: { type: 'string' },
  },
});
const [action, subject] = positionals;
const manifest = Manifest.parse(readYaml('manifest.yaml'));
const aboutLanguage = (tag: string) => manifest.languages.find((each) => each.tag === tag);

if (action === 'export' && subject !== undefined && words.out !== undefined)
  await sendOut(subject, words.out);
else if (action === 'import' && subject !== undefined && words['reviewed-by'] !== undefined)
  await takeIn(subject, words['reviewed-by']);
else {
  refuse(
    'Use: npm run translations -- export TAG [--staff] --out DIR',
    '     npm run translations -- import FILE --reviewed-by NAME [--on YYYY-MM-DD] [--own-name NAME]',
  );
  process.exitCode = 2;
}

async function sendOut(tag: string, folder: string): Promise<void> {
  if (!LanguageTag.safeParse(tag).success) return refuse(`“${tag}” is no tag of a language.`);
  if (!words.staff && aboutLanguage(tag) === undefined)
    return refuse(`“${tag}” is not among the languages of manifest.yaml. Add it there first.`);
  const outgoing = words.staff ? staffOut(readStaffTexts(), readStaffBook(tag)) : phrasesOut(tag);
  const name = words.staff ? `staff-${tag}` : tag;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.po`), toPo(outgoing));
  writeFileSync(join(folder, `${name}.xlf`), await toXliff(outgoing));
  const what = words.staff ? 'texts for staff' : 'phrases';
  console.log(`${outgoing.phrases.length} ${what} written: ${name}.po, ${name}.xlf`);
}

function phrasesOut(tag: string): ExchangedLanguage {
  const { phrases } = readLanguage(tag);
  return {
    language: tag,
    content: 'phrases',
    phrases: Object.entries(readSource().phrases).map(([id, { text, note }]) => {
      const phrase = phrases[id] ?? '';
      const isReviewed = typeof phrase !== 'string';
      return { id, source: text, translation: isReviewed ? phrase.text : phrase, note, isReviewed };
    }),
  };
}

async function takeIn(file: string, reviewedBy: string): Promise<void> {
  const bytes = readFileSync(file);
  const returned = file.endsWith('.po') ? fromPo(bytes) : await fromXliff(bytes.toString('utf8'));
  const reader = { reviewedBy, reviewedOn: CalendarDate.parse(words.on ?? today()) };
  await (returned.content === 'staff'
    ? takeStaffIn(returned, reader)
    : takePhrasesIn(returned, reader));
}

async function takePhrasesIn(
  returned: ExchangedLanguage,
  reader: { readonly reviewedBy: string; readonly reviewedOn: CalendarDate },
): Promise<void> {
  const known = aboutLanguage(returned.language);
  const problems: readonly ReturnProblem[] =
    known === undefined
      ? [{ kind: 'OtherLanguage', where: returned.language }]
      : problemsOf(returned, readSource(), { language: known.tag, script: known.script });
  if (isRefused(problems)) return;
  const before = readLanguage(returned.language);
  const phrases = takeBack(before.phrases, returned, reader);
  const path = `phrases/${returned.language}.yaml`;
  await writeYaml(path, TranslatedPhrases.parse({ ...before, phrases }));
  const reviewed = Object.values(phrases).filter((phrase) => typeof phrase !== 'string').length;
  console.log(
    `${returned.language}: ${returned.phrases.length} phrases taken, ${reviewed} of ${Object.keys(phrases).length} now reviewed.`,
  );
}

async function takeStaffIn(
  returned: ExchangedLanguage,
  reader: { readonly reviewedBy: string; readonly reviewedOn: CalendarDate },
): Promise<void> {
  const texts = readStaffTexts();
  const script = aboutLanguage(returned.language)?.script;
  if (isRefused(staffReturnProblems(returned, texts, script))) return;
  const before = readStaffBook(returned.language);
  if (before.ownName === '')
    return refuse('Say with --own-name how the language calls itself. Nothing was taken.');
  const entries = takeStaffBack(before.entries, returned, texts, reader);
  const path = `staff/${returned.language}.yaml`;
  await writeYaml(path, StaffBook.parse({ ...before, entries }));
  const reviewed = Object.values(entries).filter((entry) => entry.reviewedBy !== undefined).length;
  const all = new Set(texts.map(({ id }) => id)).size;
  console.log(
    `${returned.language}: ${Object.keys(entries).length} of ${all} entries for staff have words, ${reviewed} are reviewed.`,
  );
}

function isRefused(problems: readonly ReturnProblem[]): boolean {
  if (problems.length === 0) return false;
  refuse(
    ...problems.map(({ kind, where }) => `${kind}: ${where}`),
    `Nothing was taken: ${problems.length} problems.`,
  );
  return true;
}

function refuse(...lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

function readSource(): SourcePhrases {
  return SourcePhrases.parse(readYaml(sourcePhrasesFile));
}

/** A language that has no file yet begins with nothing. */
function readLanguage(tag: string): TranslatedPhrases {
  const empty = { language: tag, origin: `Sent to translators on ${today()}`, phrases: {} };
  return TranslatedPhrases.parse(readYaml(`phrases/${tag}.yaml`, empty));
}

function readStaffBook(tag: string): StaffBook {
  const file = `staff/${tag}.yaml`;
  if (existsSync(join(words.pack, file))) return StaffBook.parse(readYaml(file));
  return {
    language: LanguageTag.parse(tag),
    ownName: words['own-name'] ?? aboutLanguage(tag)?.ownName ?? '',
    origin: `Sent to translators on ${today()}`,
    entries: {},
  };
}

function readStaffTexts() {
  const list = (name: keyof typeof packLists) => readYaml(fileOfList(name));
  return staffTexts({
    checklist: packLists.checklist.parse(list('checklist')),
    guidance: packLists.guidance.parse(list('guidance')),
    conflicts: packLists.conflicts.parse(list('conflicts')),
    indicators: packLists.indicators.parse(list('indicators')),
    forms: packLists.forms.parse(list('forms')),
    sectors: packLists.sectors.parse(list('sectors')),
    prompts: packLists.prompts.parse(list('prompts')),
    needs: packLists.needs.parse(list('needs')),
    riskRules: packLists.riskRules.parse(list('riskRules')),
    planChoices: packLists.planChoices.parse(list('planChoices')),
  });
}

function today(): string {
  return dateOf(systemClock.now());
}

/** @param instead what a file that is not there stands for */
function readYaml(file: string, instead?: unknown): unknown {
  const path = join(words.pack, file);
  if (instead !== undefined && !existsSync(path)) return instead;
  return parse(readFileSync(path, 'utf8'));
}

async function writeYaml(file: string, content: object): Promise<void> {
  const path = join(words.pack, file);
  mkdirSync(dirname(path), { recursive: true });
  const text = languageFile(content);
  writeFileSync(path, await format(text, { parser: 'yaml', singleQuote: true, printWidth: 100 }));
}
