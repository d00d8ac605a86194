import { z } from 'zod';
import { Direction, LanguageTag } from '#core/domain/language.ts';

export const SheetKind = z.enum(['person', 'referral']);
export type SheetKind = z.infer<typeof SheetKind>;

export const Audience = z.enum(['person', 'agency', 'staff']);
export type Audience = z.infer<typeof Audience>;

/**
 * A stretch of a line. `value` is set apart from the words around it when it is drawn, so
 * that a telephone number keeps its digits in their order in an Arabic line and a text
 * somebody typed keeps its own direction.
 */
export const Run = z.strictObject({
  kind: z.enum(['words', 'value', 'number']),
  text: z.string(),
});
export type Run = z.infer<typeof Run>;

export const Line = z.array(Run);
export type Line = z.infer<typeof Line>;

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), line: Line }),
  z.strictObject({ kind: z.literal('heading'), line: Line }),
  z.strictObject({ kind: z.literal('paragraph'), line: Line }),
  z.strictObject({ kind: z.literal('call'), line: Line }),
  z.strictObject({
    kind: z.literal('field'),
    label: Line,
    lines: z.array(Line),
    /** Whether the order of the lines means something, as it does for needs. */
    isOrdered: z.boolean(),
  }),
]);
export type Block = z.infer<typeof Block>;

/** A printable document as data: drawn by the same component on the screen and on paper. */
export const Sheet = z.strictObject({
  kind: SheetKind,
  audience: Audience,
  language: LanguageTag,
  direction: Direction,
  blocks: z.array(Block),
});
export type Sheet = z.infer<typeof Sheet>;

/** The line as a reader hears it. */
export function textOfLine(line: Line): string {
  return line.map((run) => run.text).join('');
}
