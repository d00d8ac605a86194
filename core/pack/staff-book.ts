import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';

const Words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional();

/** The words of one entry, field by field, as the English entry has them: one text, or lines. */
const StaffWords = z.strictObject({
  title: Words,
  text: Words,
  ask: Words,
  hint: Words,
  note: Words,
  lines: Words,
  say: Words,
  theOneSide: Words,
  theOther: Words,
  whatWeDo: Words,
});
export type StaffWords = z.infer<typeof StaffWords>;

export const StaffField = StaffWords.keyof();
export type StaffField = z.infer<typeof StaffField>;

/** A draft, until somebody is named who has read all of it as a speaker of the language. */
const StaffEntry = StaffWords.extend({
  reviewedBy: z.string().min(1).optional(),
  reviewedOn: CalendarDate.optional(),
}).refine(
  ({ reviewedBy, reviewedOn }) => (reviewedBy === undefined) === (reviewedOn === undefined),
  'reviewedBy and reviewedOn belong together',
);
export type StaffEntry = z.infer<typeof StaffEntry>;

/** `staff/<tag>.yaml`: what staff read, in another language than English. Nothing in it has to be whole. */
export const StaffBook = z.strictObject({
  language: LanguageTag,
  /** In the language itself, to be chosen by. */
  ownName: z.string().min(1),
  /** Where the drafts of this file come from. */
  origin: z.string().min(1),
  entries: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z0-9-]+$/), StaffEntry),
});
export type StaffBook = z.infer<typeof StaffBook>;

export function wordsIn({ reviewedBy: _by, reviewedOn: _on, ...words }: StaffEntry): StaffWords {
  return words;
}

/** Whether anything in a book still waits for a reader. */
export function isDraft({ entries }: Pick<StaffBook, 'entries'>): boolean {
  return Object.values(entries).some(({ reviewedBy }) => reviewedBy === undefined);
}
