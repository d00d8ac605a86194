import { z } from 'zod';
import { LanguageTag } from '#core/domain/language.ts';

/** The lists of a pack that staff read in their own language, where it has a book. */
export const staffLists = [
  'indicators',
  'forms',
  'sectors',
  'needs',
  'prompts',
  'checklist',
  'guidance',
  'conflicts',
] as const;

const Field = z.enum([
  'title',
  'text',
  'hint',
  'note',
  'lines',
  'say',
  'theOneSide',
  'theOther',
  'whatWeDo',
]);

/** The words of one entry, field by field, as the English entry has them. */
export const StaffWords = z.partialRecord(
  Field,
  z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
);
export type StaffWords = z.infer<typeof StaffWords>;

/** `staff/<tag>.yaml`: what staff read, in another language than English. Nothing in it has to be whole. */
export const StaffBook = z.strictObject({
  language: LanguageTag,
  /** In the language itself, to be chosen by. */
  ownName: z.string().min(1),
  /** Where the words come from. They are drafts, whoever wrote them. */
  origin: z.string().min(1),
  entries: z.record(z.string().regex(/^[a-z]+\.[a-z0-9-]+$/), StaffWords),
});
export type StaffBook = z.infer<typeof StaffBook>;
