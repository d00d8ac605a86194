import { z } from 'zod';
import { Anchor, LogLine, LogMember } from '#core/domain/audit-view.ts';
import { CalendarDate } from '#core/domain/calendar-date.ts';
import { Direction, LanguageTag } from '#core/domain/language.ts';

/**
 * `person` is the information sheet, `full` the one with the word, for whoever chooses it;
 * `slip` looks like an ordinary appointment and holds a helper's number, `follow-up` is an
 * ordinary appointment. `ground` goes to an agency without a yes, on a ground that somebody put down.
 */
export const SheetKind = z.enum([
  'person',
  'full',
  'card',
  'slip',
  'follow-up',
  'memorise',
  'bilingual',
  'safety-plan',
  'clinical-summary',
  'poster',
  'leaflet',
  'phrase-panel',
  'referral',
  'log-slip',
  'activity-report',
  'test-page',
  'recovery',
  'ground',
  'stop-notice',
  'missing-person',
  'refusal-note',
  'consent-record',
]);
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

/** What a picture may show beside a line: never the subject, and nothing a bystander would wonder at. */
export const Picture = z.enum([
  'decide',
  'later',
  'rights',
  'telephone',
  'no-name',
  'nobody-looks',
  'danger',
  'keep-safe',
]);
export type Picture = z.infer<typeof Picture>;

/** How small cards lie on a page: eight or ten to cut apart, or fewer that are folded once. */
export const CardLayout = z.enum(['eight', 'ten', 'folded']);
export type CardLayout = z.infer<typeof CardLayout>;

/** The yes that a field rests on, by its days. */
export const Agreed = z.strictObject({ on: CalendarDate, until: CalendarDate });
export type Agreed = z.infer<typeof Agreed>;

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), line: Line }),
  z.strictObject({ kind: z.literal('heading'), line: Line }),
  z.strictObject({ kind: z.literal('paragraph'), line: Line }),
  z.strictObject({ kind: z.literal('call'), line: Line }),
  /** A paragraph with a picture that says the same. */
  z.strictObject({ kind: z.literal('pictured'), picture: Picture, line: Line }),
  /** Small print at the foot, such as the number of a form. */
  z.strictObject({ kind: z.literal('small-print'), line: Line }),
  z.strictObject({
    kind: z.literal('field'),
    label: Line,
    lines: z.array(Line),
    /** Whether the order of the lines means something, as it does for needs. */
    isOrdered: z.boolean(),
    /** Only where what it says about the person rests on a yes, as on a sheet for a helper. */
    agreed: Agreed.optional(),
  }),
  /** The same small card so many times, to be cut apart. */
  z.strictObject({
    kind: z.literal('cards'),
    copies: z.number().int(),
    layout: CardLayout,
    lines: z.array(Line),
  }),
  /** A number in the parts it is said in, large, and beside each part how it is said. */
  z.strictObject({
    kind: z.literal('parts'),
    parts: z.array(z.strictObject({ digits: z.string(), said: Line })),
  }),
  /** A line beside the same line in the language of the staff, under one number. */
  z.strictObject({
    kind: z.literal('pair'),
    number: z.number().int(),
    line: Line,
    other: Line,
    otherLanguage: LanguageTag,
    otherDirection: Direction,
  }),
  /** What the log says, for the staff. Its words are made where it is drawn, as on the screen. */
  z.strictObject({ kind: z.literal('log-slip'), place: z.string(), anchor: Anchor }),
  z.strictObject({
    kind: z.literal('log-day'),
    place: z.string(),
    day: CalendarDate,
    lines: z.array(LogLine),
    members: z.array(LogMember),
    anchor: Anchor.nullable(),
  }),
  /** One of the sheets that open a forgotten password: numbered words, to be typed back. */
  z.strictObject({
    kind: z.literal('share'),
    number: z.number().int(),
    of: z.number().int(),
    words: z.array(z.string()),
    madeOn: CalendarDate,
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

/** All lines of a block, in reading order; of a card once, of a pair both, of the log none. */
export function linesOf(block: Block): readonly Line[] {
  switch (block.kind) {
    case 'field':
      return [block.label, ...block.lines];
    case 'cards':
      return block.lines;
    case 'parts':
      return block.parts.flatMap(({ digits, said }) => [[{ kind: 'number', text: digits }], said]);
    case 'pair':
      return [block.line, block.other];
    case 'log-slip':
    case 'log-day':
      return [];
    case 'share':
      return [block.words.map((text) => ({ kind: 'value', text }))];
    default:
      return [block.line];
  }
}
