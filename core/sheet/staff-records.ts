import { dateOf } from '#core/domain/calendar-date.ts';
import type { Instant } from '#core/base/capabilities.ts';
import { type ConsentEntry, ConsentItem } from '#core/domain/consent.ts';
import type { Outcome } from '#core/domain/outcome.ts';
import { languageName, type Pack } from '#core/pack/pack.ts';
import type { Contact } from '#core/pack/contact-seed.ts';
import { dateLine } from './referral-sheet.ts';
import type { Block, Line, Sheet } from './sheet.ts';
import { typedLine, type Wording } from './wording.ts';

// Papers that stay with staff: nobody carries them out of the house (R126, C5).

/** There is nothing that this record could be about. */
export type NothingToRecord = { readonly kind: 'NothingToRecord' };

/**
 * That the person said no, with room for a signature that may stay empty. The first lines are in
 * the person's language, so that whoever signs has read what they sign.
 */
export function composeRefusalNote(
  person: Wording,
  staff: Wording,
  outcome: Outcome,
  now: Instant,
): Sheet | NothingToRecord {
  if (outcome.kind !== 'declined') return { kind: 'NothingToRecord' };
  const { line, language, direction } = person;
  const typed = (id: string, text: string) =>
    text.trim() === '' ? [] : [field(staff.line(id), [typedLine(text.trim())])];
  return {
    kind: 'refusal-note',
    audience: 'staff',
    language,
    direction,
    blocks: [
      { kind: 'title', line: staff.line('refusal.title') },
      field(line('referral.date'), [dateLine(now)]),
      { kind: 'paragraph', line: line('refuse.fine') },
      { kind: 'paragraph', line: line('refuse.note') },
      { kind: 'paragraph', line: line('person.help-stays') },
      ...typed('refusal.explained', outcome.explained),
      ...typed('refusal.reason', outcome.reason),
      field(staff.line('refusal.signature'), [staff.line(`refusal.${outcome.note}`)]),
      { kind: 'paragraph', line: staff.line('record.stays') },
    ],
  };
}

/** What the ledger says about one helper, entry by entry, in the order in which it was decided. */
export function composeConsentRecord(
  pack: Pack,
  staff: Wording,
  recipient: Contact,
  entries: readonly ConsentEntry[],
  now: Instant,
): Sheet | NothingToRecord {
  const about = entries.filter((entry) => entry.recipient === recipient.id);
  if (about.length === 0) return { kind: 'NothingToRecord' };
  const { line, language, direction } = staff;
  const moments = [...new Set(about.map(({ recordedAt }) => recordedAt))];
  const blocks: Block[] = [
    { kind: 'title', line: line('record.title') },
    field(line('referral.to'), [typedLine(recipient.name)]),
    field(line('referral.date'), [dateLine(now)]),
    ...moments.flatMap((moment) => decided(pack, staff, about, moment)),
    { kind: 'paragraph', line: line('record.stays') },
  ];
  return { kind: 'consent-record', audience: 'staff', language, direction, blocks };
}

function decided(
  pack: Pack,
  { line }: Wording,
  about: readonly ConsentEntry[],
  moment: Instant,
): readonly Block[] {
  const entries = about.filter(({ recordedAt }) => recordedAt === moment);
  const first = entries[0];
  const items = (decision: ConsentEntry['decision']): Line =>
    entries
      .filter((entry) => entry.decision === decision)
      .flatMap(({ item }, at): Line => {
        const known = ConsentItem.safeParse(item);
        const name = line(known.success ? `item.${known.data}` : 'record.missing-facts');
        return at === 0 ? name : [{ kind: 'words', text: ', ' }, ...name];
      });
  const row = (id: string, content: Line): Line[] =>
    content.length === 0 ? [] : [[...line(id), { kind: 'words', text: ': ' }, ...content]];
  const explanation = first?.explanation ?? null;
  const isYes = entries.some(({ decision }) => decision === 'yes');
  const isSigned = first?.given.how === 'signed';
  const told = field(line('record.on', { date: dateOf(moment) }), [
    ...row('answer.yes', items('yes')),
    ...row('answer.no', items('no')),
    ...row('record.given', line(`record.${first?.given.how ?? 'spoken'}`)),
    ...row(
      'record.explained',
      explanation === null
        ? []
        : line('record.explained-in', {
            language: languageName(pack, explanation.language),
            date: dateOf(explanation.givenAt),
          }),
    ),
    ...row('record.own-words', explanation?.ownWords ? typedLine(explanation.ownWords) : []),
    ...row('record.until', first === undefined || !isYes ? [] : dateLine(first.until)),
  ]);
  return isSigned ? [told, field(line('refusal.signature'), [line('refusal.signed')])] : [told];
}

function field(label: Line, lines: Line[]): Block {
  return { kind: 'field', label, lines, isOrdered: false };
}
