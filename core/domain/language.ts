import { z } from 'zod';

/** A BCP 47 tag such as `ti`, `pt-BR` or `zh-Hans`. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/)
  .brand<'LanguageTag'>();
export type LanguageTag = z.infer<typeof LanguageTag>;

export const Direction = z.enum(['ltr', 'rtl']);
export type Direction = z.infer<typeof Direction>;

/** The language of the staff: that of the source phrases, in which the screens are. */
export const staffLanguage = LanguageTag.parse('en');
