import { z } from 'zod';
import type { Instant } from '#core/base/capabilities.ts';
import { ContactId } from './contact.ts';
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

export const ConsentDecision = z.enum(['yes', 'no']);
export type ConsentDecision = z.infer<typeof ConsentDecision>;

/** Always to the millisecond: moments are compared as texts. */
const Moment = z.iso.datetime({ precision: 3 });

/**
 * One decision of the person about one item for one recipient. Entries are only ever
 * added; a later entry about the same recipient and item takes the place of an earlier
 * one, and that is also how consent is withdrawn (R95).
 */
export const ConsentEntry = z.strictObject({
  id: z.uuid(),
  recipient: ContactId,
  item: ConsentItem,
  decision: ConsentDecision,
  /** The language in which it was explained and asked. */
  language: LanguageTag,
  decidedAt: Moment,
  /** From this moment on a yes counts no longer. */
  until: Moment,
  recordedBy: StaffId,
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

/** How long a yes lasts before the person is asked again: circumstances change (R95). */
export const consentLastsDays = 30;

/**
 * What a recipient may be told at a moment: the latest entry for each item, where it is a
 * yes still in force. This function is the only place that decides it.
 *
 * @param entries in the order in which they were recorded
 */
export function agreementsInForce(
  entries: readonly ConsentEntry[],
  recipient: ContactId,
  at: Instant,
): ReadonlyMap<ConsentItem, ConsentEntry> {
  const latest = new Map<ConsentItem, ConsentEntry>();
  for (const entry of entries) {
    if (entry.recipient === recipient) latest.set(entry.item, entry);
  }
  for (const [item, { decision, decidedAt, until }] of latest) {
    // A clock that was wrong may date an entry in the future: such a yes does not count yet,
    // and such a no counts all the same.
    if (decision === 'no' || at < decidedAt || until <= at) latest.delete(item);
  }
  return latest;
}
