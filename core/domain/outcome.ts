import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { CalendarDate } from './calendar-date.ts';
import {
  ConsentItem,
  type Doubt,
  Doubts,
  ExplainedPoint,
  type Explanation,
  Given,
  Understood,
} from './consent.ts';
import { ContactId } from './contact.ts';
import { Decider, thePerson } from './decider.ts';
import type { LanguageTag } from './language.ts';

/**
 * The forms in which a helper's number can be handed over (C3); nothing is a good answer. A
 * disguised slip looks like an ordinary note about health.
 */
export const HandOver = z.enum(['nothing', 'memorise', 'disguised', 'plain']);
export type HandOver = z.infer<typeof HandOver>;

/** How the talk before a yes went, as it is put down while it goes on. */
export const ConsentTalk = z.strictObject({
  decidedBy: Decider,
  how: z.enum(['read', 'shown']),
  interpreter: z.string().max(200),
  /** Points that were left out. Everything else is stamped by the one confirmation. */
  leftOut: z.array(ExplainedPoint),
  /** What was said and was not, or perhaps not, understood. */
  doubts: Doubts,
  understood: Understood,
  ownWords: z.string().max(2_000),
  given: Given,
  /** What became of the items that are not agreed to. */
  rest: z.enum(['not-asked', 'no']),
  /** When somebody confirmed that it was explained, or null before. */
  explainedAt: z.iso.datetime({ precision: 3 }).nullable(),
});
export type ConsentTalk = z.infer<typeof ConsentTalk>;

/** How a visit ends: the three stand beside each other, equal (R118, R119, R123). */
export const Outcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('undecided') }),
  z.strictObject({
    kind: z.literal('refer'),
    recipient: ContactId.nullable(),
    /** What the person agrees to pass on, before it is confirmed and becomes consent entries. */
    items: z.array(ConsentItem),
    talk: ConsentTalk,
  }),
  z.strictObject({
    kind: z.literal('cannot-refer'),
    why: z.string().max(2_000),
    card: z.enum(['nothing', 'card']).nullable(),
    reviewOn: CalendarDate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('declined'),
    handOver: HandOver.nullable(),
    /** Only if the person offers one. */
    reason: z.string().max(2_000),
    explained: z.string().max(2_000),
    /** Kept by staff; a person may decline to sign, and that is recorded (C5). */
    note: z.enum(['not-offered', 'signed', 'declined-to-sign']),
  }),
]);
export type Outcome = z.infer<typeof Outcome>;
export type OutcomeKind = Outcome['kind'];

const emptyTalk: ConsentTalk = {
  decidedBy: thePerson,
  how: 'read',
  interpreter: '',
  leftOut: [],
  doubts: {},
  understood: 'not-checked',
  ownWords: '',
  given: { how: 'spoken', witness: '' },
  rest: 'not-asked',
  explainedAt: null,
};

/** A talk about these points alone, before any of it was said. */
export function talkAbout(points: readonly ExplainedPoint[]): ConsentTalk {
  return { ...emptyTalk, leftOut: ExplainedPoint.options.filter((each) => !points.includes(each)) };
}

/** The explanation as it goes into the ledger, with every point that was not left out. */
export function explanationOf(
  { how, interpreter, leftOut, doubts, understood, ownWords }: ConsentTalk,
  language: LanguageTag,
  givenAt: Instant,
): Explanation {
  const points = ExplainedPoint.options.filter((point) => !leftOut.includes(point));
  return { givenAt, language, how, interpreter, points, doubts, understood, ownWords };
}

/** What became of one point of the script: `clear` was said and understood, as most are. */
export type PointMark = 'clear' | 'not-said' | Doubt;

export function markOf(
  { leftOut, doubts }: Pick<ConsentTalk, 'leftOut' | 'doubts'>,
  point: ExplainedPoint,
): PointMark {
  return leftOut.includes(point) ? 'not-said' : (doubts[point] ?? 'clear');
}

/** The talk with one point marked in another way. */
export function withMark(
  talk: Pick<ConsentTalk, 'leftOut' | 'doubts'>,
  point: ExplainedPoint,
  mark: PointMark,
): Pick<ConsentTalk, 'leftOut' | 'doubts'> {
  const { [point]: _before, ...doubts } = talk.doubts;
  const leftOut = talk.leftOut.filter((other) => other !== point);
  if (mark === 'clear') return { leftOut, doubts };
  return mark === 'not-said'
    ? { leftOut: [...leftOut, point], doubts }
    : { leftOut, doubts: { ...doubts, [point]: mark } };
}

type Referring = Extract<Outcome, { kind: 'refer' }>;

/**
 * Another recipient changes something else for the person; to somebody else, or in another language,
 * nothing has been explained yet. It is then explained and asked anew.
 */
export function askedAnew(
  outcome: Referring,
  changes: { readonly recipient?: ContactId; readonly decidedBy?: Decider } = {},
): Referring {
  const { interpreter, how, given } = outcome.talk;
  const { recipient = outcome.recipient, decidedBy = outcome.talk.decidedBy } = changes;
  const talk = { ...emptyTalk, decidedBy, interpreter, how, given };
  return { ...outcome, recipient, items: [], talk };
}

/** Whether a tick was taken off: it is no yes any more, whether or not somebody goes on from there. */
export function hasFewerItems(before: Outcome, after: Outcome | undefined): boolean {
  return (
    before.kind === 'refer' &&
    after?.kind === 'refer' &&
    before.items.some((item) => !after.items.includes(item))
  );
}

/** An outcome that was just chosen. */
export function newOutcome(kind: OutcomeKind): Outcome {
  switch (kind) {
    case 'undecided':
      return { kind };
    case 'refer':
      return { kind, recipient: null, items: [], talk: emptyTalk };
    case 'cannot-refer':
      return { kind, why: '', card: null, reviewOn: null };
    default:
      return {
        kind: 'declined',
        handOver: null,
        reason: '',
        explained: '',
        note: 'not-offered',
      };
  }
}
