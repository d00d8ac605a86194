// What staff read, on its way to a translator and back. One unit is one field of an entry; the
// lines of a list are one text, a line to a line.
import type { CalendarDate } from '#core/domain/calendar-date.ts';
import {
  type StaffBook,
  type StaffEntry,
  type StaffField,
  type StaffWords,
  wordsIn,
} from '#core/pack/staff-book.ts';
import { asText, staffFaults, type StaffText } from '#core/pack/staff-words.ts';
import type { ExchangedLanguage, ExchangedPhrase } from './exchange.ts';
import type { ReturnProblem } from './take-back.ts';

type Entries = StaffBook['entries'];

const unitOf = ({ id, field }: Pick<StaffText, 'id' | 'field'>) => `${id}/${field}`;

/** What a translator must know about every text, and about each field. */
const aboutAll = 'For staff of a clinic, who read it in a hurry: plain and short.';
const aboutFields: Readonly<Record<StaffField, string>> = {
  title: 'A title, found by search.',
  text: 'One line: a sign, a piece of advice or a question, by its id.',
  ask: 'A question that staff answer about the danger. “They” is one person.',
  hint: 'What to look or listen for, or what else could explain it.',
  note: 'A remark beside the line.',
  lines: 'Advice, one point to a line: keep as many lines, in this order.',
  say: 'Sentences that may be said to the person aloud, one to a line: keep as many lines.',
  theOneSide: 'Where sources disagree: what the one side says.',
  theOther: 'Where sources disagree: what the other side says.',
  whatWeDo: 'Where sources disagree: what this program does.',
};

export function staffOut(
  texts: readonly StaffText[],
  { language, entries }: Pick<StaffBook, 'language' | 'entries'>,
): ExchangedLanguage {
  const phrases = texts.map(({ id, field, text }): ExchangedPhrase => {
    const entry = entries[id];
    const translation = asText(entry?.[field]) ?? '';
    return {
      id: unitOf({ id, field }),
      source: text,
      translation,
      note: `${aboutFields[field]} ${aboutAll}`,
      isReviewed: translation !== '' && entry?.reviewedBy !== undefined,
    };
  });
  return { language, content: 'staff', phrases };
}

/** Everything wrong in a returned file. What was left empty stands in English and is nothing wrong. */
export function staffReturnProblems(
  { phrases }: ExchangedLanguage,
  texts: readonly StaffText[],
  script: string | undefined,
): readonly ReturnProblem[] {
  const textsByUnit = new Map(texts.map((each) => [unitOf(each), each.text]));
  return phrases.flatMap(({ id: where, source, translation }): ReturnProblem[] => {
    const now = textsByUnit.get(where);
    if (now === undefined) return [{ kind: 'UnknownPhrase', where }];
    if (now !== source) return [{ kind: 'SourceChanged', where }];
    if (translation === '') return [];
    if (translation.split('\n').some((line) => line.trim() === ''))
      return [{ kind: 'Empty', where }];
    return staffFaults(now, translation, script).map((kind) => ({ kind, where }));
  });
}

/**
 * The entries after a return. An entry whose every text the translator confirmed carries the
 * reader's name and day; one in which a draft is left is a draft.
 */
export function takeStaffBack(
  before: Entries,
  { phrases }: ExchangedLanguage,
  texts: readonly StaffText[],
  reader: { readonly reviewedBy: string; readonly reviewedOn: CalendarDate },
): Entries {
  const returned = new Map(phrases.map((phrase) => [phrase.id, phrase]));
  const after: Record<string, StaffEntry> = {};
  for (const id of new Set(texts.map((text) => text.id))) {
    const old = before[id] ?? {};
    const words: StaffWords = { ...wordsIn(old) };
    for (const { field, isList } of texts.filter((text) => text.id === id)) {
      const translation = returned.get(unitOf({ id, field }))?.translation ?? '';
      if (translation !== '') words[field] = isList ? translation.split('\n') : translation;
    }
    if (Object.keys(words).length > 0) after[id] = reviewed(id, old, words, returned, reader);
  }
  return after;
}

function reviewed(
  id: string,
  old: StaffEntry,
  words: StaffWords,
  returned: ReadonlyMap<string, ExchangedPhrase>,
  reader: { readonly reviewedBy: string; readonly reviewedOn: CalendarDate },
): StaffEntry {
  const { reviewedBy, reviewedOn } = old;
  const fields = Object.entries(words);
  const isSame = JSON.stringify(wordsIn(old)) === JSON.stringify(words);
  const isConfirmed = fields.every(([field]) => {
    const phrase = returned.get(`${id}/${field}`);
    const hasCome = phrase !== undefined && phrase.translation !== '';
    return hasCome ? phrase.isReviewed : reviewedBy !== undefined;
  });
  if (!isConfirmed) return words;
  // A review stands as long as its text does: it is not signed over to the next reader.
  return isSame && reviewedBy !== undefined
    ? { ...words, reviewedBy, reviewedOn }
    : { ...words, ...reader };
}
