import type { Instant } from '#core/base/capabilities.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { LanguageTag } from '#core/domain/language.ts';
import type { Sheet } from './sheet.ts';

/**
 * One of the sheets that open a forgotten password. It names no place, no program and no
 * subject: whoever finds it learns nothing of what it opens.
 */
export function composeRecoverySheet(
  words: readonly string[],
  number: number,
  of: number,
  madeAt: Instant,
): Sheet {
  const madeOn = CalendarDate.parse(madeAt.slice(0, 10));
  return {
    kind: 'recovery',
    audience: 'staff',
    language: LanguageTag.parse('en'),
    direction: 'ltr',
    blocks: [{ kind: 'share', number, of, words: [...words], madeOn }],
  };
}
