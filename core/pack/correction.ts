import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import { StaffId } from '#core/domain/staff.ts';
import { type Pack, packLists } from './pack.ts';
import { PhraseId } from './phrase.ts';
import { translationFaults } from './translation.ts';

/** The fields of an entry that a place may put in its own words. */
export const CorrectableField = z.enum(['title', 'text', 'hint', 'lines', 'note', 'whatWeDo']);

/** What is corrected: a field of an entry, or a phrase in one language. */
export const CorrectionTarget = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entry'),
    id: z.string().regex(/^[a-z]+\.[a-z0-9-]+$/),
    field: CorrectableField,
  }),
  z.strictObject({ kind: z.literal('phrase'), id: PhraseId, language: LanguageTag }),
]);
export type CorrectionTarget = z.infer<typeof CorrectionTarget>;

/** Something of the pack in the words of this place. It counts once the lead has confirmed it. */
export const Correction = z.strictObject({
  id: z.uuid(),
  target: CorrectionTarget,
  /** The new words; of a list of lines, one to a line. */
  text: z.string().trim().min(1).max(4_000),
  proposedBy: StaffId,
  proposedOn: CalendarDate,
  confirmed: z.strictObject({ by: StaffId, on: CalendarDate }).nullable(),
});
export type Correction = z.infer<typeof Correction>;

export const Corrections = z.array(Correction);

/** What of a correction may lie outside the vault: words and a day, and no member. */
export const PublishedCorrection = Correction.pick({ target: true, text: true }).extend({
  on: CalendarDate,
});
export type PublishedCorrection = z.infer<typeof PublishedCorrection>;

const correctable = [
  'indicators',
  'forms',
  'sectors',
  'prompts',
  'checklist',
  'guidance',
  'conflicts',
] as const;

/** Where a corrected thing is marked: `guide.alone-first`, `person.title@fi`. */
export function markOf(target: CorrectionTarget): string {
  return target.kind === 'entry' ? target.id : `${target.id}@${target.language}`;
}

/** The words that stand there now, or undefined where there is no such thing to correct. */
export function wordsAt(pack: Pack, target: CorrectionTarget): string | undefined {
  if (target.kind === 'phrase') {
    const book = pack.phraseBooks.find(({ language }) => language === target.language);
    return book?.phrases[target.id]?.text;
  }
  const entry = correctable.flatMap((list) => [...pack[list]]).find(({ id }) => id === target.id);
  const fields: Readonly<Record<string, unknown>> = { ...entry };
  const value = fields[target.field];
  if (Array.isArray(value)) return value.join('\n');
  return typeof value === 'string' ? value : undefined;
}

/** What an entry is called, for whoever looks over the corrections. */
export function titleAt(pack: Pack, target: CorrectionTarget): string | undefined {
  if (target.kind === 'phrase') {
    const name = pack.manifest.languages.find(({ tag }) => tag === target.language)?.englishName;
    const source = pack.phraseBooks[0]?.phrases[target.id]?.text;
    return name === undefined || source === undefined ? undefined : `${name}: ${source}`;
  }
  const titled = [...pack.guidance, ...pack.conflicts].find(({ id }) => id === target.id);
  return titled?.title ?? wordsAt(pack, { ...target, field: 'text' });
}

/** Whether the words may stand there: an entry keeps its shape, a phrase its placeholders, digits and script. */
export function mayStand(
  pack: Pack,
  { target, text }: Pick<Correction, 'target' | 'text'>,
): boolean {
  if (wordsAt(pack, target) === undefined) return false;
  if (target.kind === 'entry') return true;
  const source = pack.phraseBooks[0]?.phrases[target.id]?.text;
  const script = pack.manifest.languages.find(({ tag }) => tag === target.language)?.script;
  return source !== undefined && translationFaults(source, text, script).length === 0;
}

/** The pack with the words of the place in it, each marked with its day. What no longer fits is left out. */
export function withCorrections(pack: Pack, corrections: readonly PublishedCorrection[]): Pack {
  return corrections.filter((each) => mayStand(pack, each)).reduce(correct, pack);
}

function correct(pack: Pack, { target, text, on }: PublishedCorrection): Pack {
  const corrected = { ...pack.corrected, [markOf(target)]: on };
  if (target.kind === 'phrase') {
    const phraseBooks = pack.phraseBooks.map((book) => {
      const before = book.phrases[target.id];
      if (book.language !== target.language || before === undefined) return book;
      // Whoever reviewed the pack's words has not read these.
      const status = before.status === 'reviewed' ? 'draft' : before.status;
      return { ...book, phrases: { ...book.phrases, [target.id]: { text, status } } };
    });
    return { ...pack, phraseBooks, corrected };
  }
  const lists = Object.fromEntries(
    correctable.map((list) => [
      list,
      pack[list].map((entry) => {
        if (entry.id !== target.id) return entry;
        const value = target.field === 'lines' ? text.split('\n') : text;
        return { ...entry, [target.field]: value };
      }),
    ]),
  );
  const shape = z.object({
    indicators: packLists.indicators,
    forms: packLists.forms,
    sectors: packLists.sectors,
    prompts: packLists.prompts,
    checklist: packLists.checklist,
    guidance: packLists.guidance,
    conflicts: packLists.conflicts,
  });
  const read = shape.safeParse(lists);
  return read.success ? { ...pack, ...read.data, corrected } : pack;
}
