import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { ContactId } from './contact.ts';
import { Decider } from './decider.ts';
import { LanguageTag } from './language.ts';
import { StaffId } from './staff.ts';

/** What can be passed on about a person, piece by piece: consent is per recipient and per item (R94). */
export const ConsentItem = z.enum([
  'alias',
  'language',
  'safe-contact',
  'needs',
  'danger',
  'own-view',
  'observations',
]);
export type ConsentItem = z.infer<typeof ConsentItem>;

/** The ledger also knows what is kept for the day on which the person is reported missing (R130). */
export const LedgerItem = z.enum([...ConsentItem.options, 'missing-facts']);
export type LedgerItem = z.infer<typeof LedgerItem>;

/** What it may be passed on for. A yes for one purpose opens nothing for another. */
export const ConsentPurpose = z.enum(['referral', 'export', 'reported-missing']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

export const ConsentDecision = z.enum(['yes', 'no', 'not-asked']);
export type ConsentDecision = z.infer<typeof ConsentDecision>;

/** What was decided about an item. A no is a no whatever else is said; what nobody asked is neither. */
export function decisionOn(
  item: LedgerItem,
  yesTo: readonly LedgerItem[],
  noTo: readonly LedgerItem[],
): ConsentDecision {
  if (noTo.includes(item)) return 'no';
  return yesTo.includes(item) ? 'yes' : 'not-asked';
}

/** The points of R80 to R88, as one script goes through them. */
export const ExplainedPoint = z.enum([
  'private',
  'rights',
  'what-they-ask',
  'whom-they-tell',
  'status',
  'family',
  'proceedings',
  'other-options',
  'no-promise',
  'duty',
  'take-back',
]);
export type ExplainedPoint = z.infer<typeof ExplainedPoint>;

/** Without these nobody knows what they agree to (R90): they are never an exception. */
export const essentialPoints: readonly ExplainedPoint[] = [
  'what-they-ask',
  'whom-they-tell',
  'no-promise',
  'take-back',
];

/** How it was made sure that the person understood. */
export const Understood = z.enum(['own-words', 'answered-questions', 'not-checked']);
export type Understood = z.infer<typeof Understood>;

/** Of a point that was said: that it is doubtful whether the person understood it, or that they did not. */
export const Doubt = z.enum(['not-sure', 'not-understood']);
export type Doubt = z.infer<typeof Doubt>;

/** Only the exceptions: every point that was said and is not here was understood (R88). */
export const Doubts = z.partialRecord(ExplainedPoint, Doubt);
export type Doubts = z.infer<typeof Doubts>;

/** Always to the millisecond: moments are compared as texts. */
const Moment = z.iso.datetime({ precision: 3 });

/** What was explained before the question, once for all items of a recipient. */
export const Explanation = z.strictObject({
  givenAt: Moment,
  language: LanguageTag,
  how: z.enum(['read', 'shown']),
  /** Who interpreted, by role or alias; empty when nobody did. */
  interpreter: z.string().max(200),
  points: z.array(ExplainedPoint),
  understood: Understood,
  /** Entries of earlier versions of the program have none. */
  doubts: Doubts.default({}),
  /** What the person said back, in their own words. */
  ownWords: z.string().max(2_000),
});
export type Explanation = z.infer<typeof Explanation>;

export const Given = z.discriminatedUnion('how', [
  /** `witness` by role or alias. */
  z.strictObject({ how: z.literal('spoken'), witness: z.string().max(200) }),
  z.strictObject({ how: z.literal('signed') }),
  z.strictObject({ how: z.literal('pointed') }),
]);
export type Given = z.infer<typeof Given>;

/**
 * One decision about one item for one recipient and one purpose. Entries are only ever
 * added; a later entry about the same three takes the place of an earlier one, and that is
 * also how consent is withdrawn (R95).
 */
export const ConsentEntry = z.strictObject({
  id: z.uuid(),
  recipient: ContactId,
  item: LedgerItem,
  purpose: ConsentPurpose,
  decision: ConsentDecision,
  decidedBy: Decider,
  /** The language in which it was asked. */
  language: LanguageTag,
  /** Null beside a no: nobody has to listen to an explanation to refuse. */
  explanation: Explanation.nullable(),
  given: Given,
  from: Moment,
  /** From this moment on a yes counts no longer. */
  until: Moment,
  recordedAt: Moment,
  recordedBy: StaffId,
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

/** How long a yes lasts before the person is asked again: circumstances change (R95). */
export const consentLastsDays = 30;

/**
 * A yes as it counts by a clock that was put right. One that was written while the clock was ahead is
 * dated behind everything since: judged by that date it would last until the right time has come up
 * with it. So it lasts as long as any other from the moment it was given, and where that is still to
 * come nobody can say how long it has lasted.
 *
 * @param now the time as it is known
 * @param latest the latest moment anything about consent was written at, or now
 */
export function asDated(entry: ConsentEntry, now: Instant, latest: Instant): ConsentEntry {
  const { from, until, recordedAt, decision } = entry;
  if (decision !== 'yes' || until <= now) return entry;
  const lastsMs = Date.parse(until) - Date.parse(recordedAt);
  const isOver = now < from || until <= latest;
  return {
    ...entry,
    until: isOver ? from : new Date(Date.parse(from) + lastsMs).toISOString(),
  };
}

/** The points without which nobody knows what they agree to, and which the person did not understand. */
export function notUnderstood({ doubts }: Pick<Explanation, 'doubts'>): readonly ExplainedPoint[] {
  return essentialPoints.filter((point) => doubts[point] === 'not-understood');
}

/** Whether an explanation is enough to ask for a yes. */
export function isExplained(explanation: Explanation | null): boolean {
  return (
    explanation !== null &&
    essentialPoints.every((point) => explanation.points.includes(point)) &&
    notUnderstood(explanation).length === 0
  );
}

/**
 * What a recipient may be told at a moment for a purpose: the latest entry for each item,
 * where it is a yes still in force. This function is the only place that decides it.
 *
 * @param entries in the order in which they were recorded
 */
export function agreementsInForce(
  entries: readonly ConsentEntry[],
  recipient: ContactId,
  at: Instant,
  purpose: ConsentPurpose = 'referral',
): ReadonlyMap<LedgerItem, ConsentEntry> {
  const latest = new Map<LedgerItem, ConsentEntry>();
  for (const entry of entries) {
    if (entry.recipient === recipient && entry.purpose === purpose) latest.set(entry.item, entry);
  }
  for (const [item, { decision, from, until, explanation }] of latest) {
    // A clock that was wrong may date an entry in the future: such a yes does not count yet,
    // and such a no counts all the same.
    if (decision !== 'yes' || at < from || until <= at || !isExplained(explanation))
      latest.delete(item);
  }
  return latest;
}

/** What somebody wants to pass on. */
export type Passing = {
  readonly recipient: ContactId;
  readonly purpose: ConsentPurpose;
  readonly items: readonly LedgerItem[];
};

/** The items that no yes in force covers. Nothing may leave unless this is empty. */
export function uncoveredItems(
  entries: readonly ConsentEntry[],
  { recipient, purpose, items }: Passing,
  at: Instant,
): readonly LedgerItem[] {
  const agreed = agreementsInForce(entries, recipient, at, purpose);
  return items.filter((item) => !agreed.has(item));
}
