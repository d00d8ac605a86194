import { z } from 'zod';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { Direction, LanguageTag } from '#core/domain/language.ts';
import { Source } from './citation.ts';

/** The newest layout of a pack that this program reads. */
export const packFormat = 1;

/** A language of the phrases, with its names written out: the runtime's own list of names has gaps. */
export const Language = z.strictObject({
  tag: LanguageTag,
  /** In the language itself, for the person to recognise. */
  ownName: z.string().min(1),
  englishName: z.string().min(1),
  direction: Direction,
  /** ISO 15924. */
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
});
export type Language = z.infer<typeof Language>;

/** `manifest.yaml`: what a pack is, what it cites, and the languages it speaks. */
export const Manifest = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  format: z.number().int().positive(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: z.string().min(1),
  date: CalendarDate,
  languages: z.array(Language).min(1),
  sources: z.array(Source).min(1),
});
export type Manifest = z.infer<typeof Manifest>;
